/**
 * The released versions, the newest first, as package.json names them. What each brought is said in
 * the texts of the about screen, which do not compile without a text for each version.
 */
export const releases = ['0.1.0'] as const;

/** A version that was released. */
export type Release = (typeof releases)[number];
