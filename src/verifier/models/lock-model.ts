/**
 * The supervisor's PIN before the settings: a deterrent, not a safe, since whoever holds the device can
 * clear its storage.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChoiceMemory } from '../choice-memory.ts';

/** `waitsUntil`: no attempt counts before, milliseconds since 1970. */
export type LockState =
  | { readonly name: 'none' }
  | { readonly name: 'locked'; readonly waitsUntil: number | null }
  | { readonly name: 'open' };

export interface LockModel {
  readonly state: ReadonlySignal<LockState>;
  close(): void;
}

/** Makes it from what was kept. */
export function createLockModel(_memory: ChoiceMemory): LockModel {
  return { state: signal<LockState>({ name: 'none' }), close() {} };
}
