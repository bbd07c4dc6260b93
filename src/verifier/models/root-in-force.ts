/**
 * Which root an enrolment is judged by: that of the lists on the device, once they have been opened, and
 * the built-in one where there are none. The lists' own time stands in for a clock that is behind it.
 */
import { effect } from '@preact/signals';
import { openFirstRoot, type Root } from '../../trust/root.ts';
import type { TrustModel } from './trust-model.ts';

/** The root, and the latest time that is known, seconds since 1970. */
export async function findRootInForce(
  trust: Pick<TrustModel, 'lists' | 'generation'>,
  firstRoot: string,
): Promise<{ readonly root: Root; readonly now: number }> {
  await listsOpened(trust);
  const now = Math.floor(Date.now() / 1000);
  const generation = trust.generation.peek();
  if (generation) return { root: generation.root, now: Math.max(now, generation.manifest.iat) };
  const first = await openFirstRoot(firstRoot);
  if (!first.ok) throw new Error(`the built-in root does not hold: ${first.failure}`);
  return { root: first.value, now };
}

const listsOpened = ({ lists }: Pick<TrustModel, 'lists'>): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (lists.value.state === 'opening') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
