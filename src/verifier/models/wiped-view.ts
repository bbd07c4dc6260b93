/**
 * A verdict without its person: the decision, its reason and the record's number stay. Pure.
 */
import type { VerdictView } from './app-state.ts';

/** What may stay when the app leaves the front, and all that a passenger's screen is made from. */
export const wiped = (view: VerdictView): VerdictView => ({
  ...view,
  verdict: {
    ...view.verdict,
    person: null,
    age: null,
    school: null,
    credential: null,
    // The day before an age limit's birthday tells the birth date.
    entitledThrough: {},
  },
});
