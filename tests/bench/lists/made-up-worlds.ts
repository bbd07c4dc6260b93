/** The two sizes of world that are measured, and what is asked of the larger one. */

/** A world by its number of full status lists. */
export interface MadeUpWorld {
  readonly name: string;
  readonly lists: number;
  readonly seed: number;
  /** How much larger than its entropy bound a feed may be; null where nothing is asked. */
  readonly mostOverBound: number | null;
}

export const worlds: readonly MadeUpWorld[] = [
  { name: '20 million cards', lists: 152, seed: 20_261_123, mostOverBound: 2.2 },
  // The fixed part, trust list and policies, outweighs what is compared here.
  { name: 'Poland, 1.3 million', lists: 10, seed: 1_300_000, mostOverBound: null },
];
