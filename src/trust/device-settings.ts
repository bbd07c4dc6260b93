/**
 * The bounds within which a device can be set, whoever sets it: the person at the device by its own
 * screens, or the operator by an enrolment. What is set and where it is kept is left to both.
 */

/** More discounts at once would not fit a glance. */
export const mostPolicies = 3;

/** The seconds after which a granted verdict may give way. */
export const returnTimes = [2, 3, 5] as const;
export type ReturnTime = (typeof returnTimes)[number];

/** The same number where it is one of the times; undefined otherwise. */
export const readReturnTime = (value: unknown): ReturnTime | undefined =>
  returnTimes.find((time) => time === value);

/** Characters of a discount of somebody's own that fit a chip and a verdict. */
export const longestName = 40;
export const longestGives = 30;
/** No age limit lies above. */
export const oldestAge = 120;

/** How the ids of discounts begin that are no signed preset: neither kind can pass for the other. */
export const ownPolicyPrefix = 'venue-';
