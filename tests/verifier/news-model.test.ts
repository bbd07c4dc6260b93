/** When an update is news, and what is told of it. */
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { ChoiceMemory } from '../../src/verifier/choice-memory.ts';
import { createNewsModel } from '../../src/verifier/whats-new/news-model.ts';
import { releases } from '../../src/verifier/whats-new/releases.ts';
import { textsOf } from '../fixtures/texts.ts';

function remember(record: string | null): ChoiceMemory {
  let kept = record;
  return {
    read: () => kept,
    write(choice) {
      kept = choice;
    },
    clear() {
      kept = null;
    },
  };
}

describe('news of an update', () => {
  it('is none on a device that never had another version', () => {
    const memory = remember(null);
    expect(createNewsModel(memory, '0.1.0').isUnread.value).toBe(false);
    expect(createNewsModel(memory, '0.1.0').isUnread.value).toBe(false);
  });

  it('is there from the update on until it was read, over restarts', () => {
    const memory = remember(null);
    createNewsModel(memory, '0.1.0');
    createNewsModel(memory, '0.2.0');
    const news = createNewsModel(memory, '0.2.0');
    expect(news.isUnread.value).toBe(true);
    news.markRead();
    expect(news.isUnread.value).toBe(false);
    expect(createNewsModel(memory, '0.2.0').isUnread.value).toBe(false);
  });

  it.each(['', 'okaz', '{}', '{"version":1}', '[]'])(
    'is none where the record %j does not fit',
    (record) => {
      const memory = remember(record);
      expect(createNewsModel(memory, '0.1.0').isUnread.value).toBe(false);
      expect(memory.read()).toBe('{"version":"0.1.0"}');
    },
  );
});

describe('the changes', () => {
  it('are told of the version that is built', () => {
    expect(releases[0]).toBe(packageJson.version);
  });

  it.each(['pl', 'en', 'uk'] as const)('are told in %s for each version', (language) => {
    for (const release of releases)
      expect(textsOf[language].about.changes[release].length).toBeGreaterThan(0);
  });
});
