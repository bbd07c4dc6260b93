/**
 * What a page needs to verify a card once it has its lists, and nothing else: the entry whose weight
 * weight-rows.ts takes.
 */
export { check } from '../../../src/verdict/check.ts';
export { ReplayMemory } from '../../../src/verdict/replay-memory.ts';
