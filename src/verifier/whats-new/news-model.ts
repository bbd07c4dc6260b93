/**
 * Whether there is news of an update that nobody on this device has seen: said once after an update,
 * quietly, until it was opened. A device that never had another version has no news. What the news
 * says is left to the texts.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { asObject, asText, readJson } from '../../base/json-reader.ts';
import { parseStrictJson } from '../../base/strict-json.ts';
import type { ChoiceMemory } from '../choice-memory.ts';

export interface NewsModel {
  readonly isUnread: ReadonlySignal<boolean>;
  /** The news was opened or put aside. */
  markRead(): void;
}

/** Compares the version that runs with the one whose news was read last. */
export function createNewsModel(memory: ChoiceMemory, version: string): NewsModel {
  const readVersion = readNewsRecord(memory.read());
  const isUnread = signal(readVersion !== null && readVersion !== version);
  const note = (): void => memory.write(JSON.stringify({ version }));
  if (readVersion === null) note();
  return {
    isUnread,
    markRead() {
      if (!isUnread.peek()) return;
      isUnread.value = false;
      note();
    },
  };
}

/** The version in the record; null where there is none that fits. */
function readNewsRecord(record: string | null): string | null {
  const parsed = record === null ? null : parseStrictJson(record);
  return parsed?.ok ? readJson(() => asText(asObject(parsed.value).version)) : null;
}
