/**
 * Polish: choosing and making discounts.
 */
import type { PoliciesTexts } from '../texts/policies.ts';

/** Discounts in Polish. */
export const policiesPl: PoliciesTexts = {
  policies: {
    title: 'Jaką ulgę sprawdzasz?',
    lead: 'Według niej aplikacja rozstrzyga każdą kontrolę.',
    empty: 'Ulgi przychodzą razem z listami. Najpierw pobierz listy.',
    unreviewed: 'do sprawdzenia',
  },
};
