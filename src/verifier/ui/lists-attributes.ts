/**
 * The state of lists, synchronisation and clock as attributes of a screen: short codes for support and
 * for tests, whatever the screen says in words.
 */
import type { AppProps, SyncView } from '../models/app-state.ts';

const codeOfSync = (sync: SyncView): string => {
  if (sync.name === 'failed') return sync.failure;
  return sync.name === 'running' && sync.isWaiting ? 'waiting' : sync.name;
};

/** Attributes for a screen's outermost element. */
export function listsAttributes({
  lists,
  sync,
  clock,
}: AppProps): Readonly<Record<string, string | number | boolean | null>> {
  const { state, wereLost, generation } = lists.value;
  return {
    'data-lists': state,
    'data-lost': wereLost,
    'data-generation': generation,
    'data-sync': codeOfSync(sync.value),
    'data-resting': sync.value.name === 'failed' && sync.value.restsUntil !== null,
    'data-clock': clock.value.name,
  };
}
