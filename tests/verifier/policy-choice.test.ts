/** Which discounts are offered, what choosing does to their order, and what is one tap away. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/trust/policies.ts';
import { createPolicyBar, placesAfter } from '../../src/verifier/models/policy-bar.ts';
import {
  findChosen,
  groupPolicies,
  putFirst,
  toggleChoice,
} from '../../src/verifier/models/policy-order.ts';
import { studentPolicy } from '../fixtures/student-policy.ts';

const named = (id: string, unreviewed = false): Policy => ({ ...studentPolicy, id, unreviewed });
const [a, b, c, d] = [named('a'), named('b'), named('c'), named('d')];
const weak = named('weak', true);
const ids = (policies: readonly Policy[]): readonly string[] => policies.map(({ id }) => id);

describe('the discounts offered', () => {
  it('stand in three groups, each in its own order', () => {
    const groups = groupPolicies([weak, b, a, d], [d]);
    expect([groups.reviewed, groups.own, groups.unreviewed].map(ids)).toEqual([
      ['b', 'a'],
      ['d'],
      ['weak'],
    ]);
  });

  it('are chosen in the order of the choice, each once and no more than three', () => {
    expect(ids(findChosen([a, b, c, d], ['c', 'a', 'c', 'gone', 'b', 'd']))).toEqual([
      'c',
      'a',
      'b',
    ]);
  });

  it('before any choice are the usual one, where the lists have it', () => {
    const usual = { ...a, id: 'rail-student-51' };
    expect(ids(findChosen([b, usual], []))).toEqual(['rail-student-51']);
    expect(findChosen([weak, b, a], [])).toEqual([]);
  });

  it('are none where the lists no longer know what was chosen: nobody asked for another', () => {
    expect(findChosen([weak, b, a], ['gone'])).toEqual([]);
    expect(ids(findChosen([b, a], ['gone', 'a']))).toEqual(['a']);
  });

  it('that need a look are chosen by hand or not at all', () => {
    expect(findChosen([weak], [])).toEqual([]);
    expect(ids(findChosen([weak, b], ['weak']))).toEqual(['weak']);
  });
});

describe('choosing', () => {
  it('puts a further discount behind the others', () => {
    expect(toggleChoice(['a'], 'b')).toEqual({ ok: true, value: ['a', 'b'] });
  });

  it('refuses a fourth', () => {
    expect(toggleChoice(['a', 'b', 'c'], 'd')).toEqual({ ok: false, failure: 'too-many' });
  });

  it('takes one away, but never the last', () => {
    expect(toggleChoice(['a', 'b'], 'a')).toEqual({ ok: true, value: ['b'] });
    expect(toggleChoice(['a'], 'a')).toEqual({ ok: false, failure: 'last-one' });
  });

  it('lets any of them lead and leaves the others in order', () => {
    expect(putFirst(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
  });
});

describe('the bar of discounts', () => {
  const remember = (record: string | null) => {
    const memory = {
      record,
      read: () => memory.record,
      write(text: string) {
        memory.record = text;
      },
      clear() {
        memory.record = null;
      },
    };
    return memory;
  };
  const open = (record: string | null, chosen: readonly Policy[], known = [a, b, c, d]) => {
    const memory = remember(record);
    const choice = signal(chosen);
    const mayChange = signal(true);
    const bar = createPolicyBar({ memory, known: signal(known), chosen: choice, mayChange });
    return { memory, choice, mayChange, bar, places: () => ids(bar.value.places) };
  };

  it('is empty while there is nothing to change to', () => {
    expect(open(null, [a]).places()).toEqual([]);
  });

  it('shows those that are judged together', () => {
    const { bar, places } = open(null, [b, a]);
    expect(places()).toEqual(['b', 'a']);
    expect(bar.value.isTogether).toBe(true);
  });

  it('keeps every place when one of them becomes the only one', () => {
    const { bar, choice, places } = open(null, [a, b, c]);
    choice.value = [b];
    expect(places()).toEqual(['a', 'b', 'c']);
    expect(bar.value.isTogether).toBe(false);
  });

  it('offers what was used last, the newest first and three at most', () => {
    const { choice, places } = open(null, [a]);
    for (const each of [b, c, d]) choice.value = [each];
    expect(places()).toEqual(['d', 'c', 'b']);
  });

  it('is given up to several that are newly chosen', () => {
    expect(placesAfter(['a', 'b', 'c'], [d, a])).toEqual(['d', 'a']);
    expect(placesAfter(['a', 'b', 'c'], [a, b])).toEqual(['a', 'b']);
    expect(placesAfter(['a', 'b', 'c'], [c, b, a])).toEqual(['c', 'b', 'a']);
  });

  it('is there again on the next visit, without what is not known any more', () => {
    const { choice, memory } = open(null, [a]);
    choice.value = [b];
    choice.value = [c];
    expect(open(memory.record, [c], [a, c]).places()).toEqual(['c', 'a']);
  });

  it('waits for the lists without forgetting', () => {
    const { places } = open('["a","b"]', [], []);
    expect(places()).toEqual([]);
    expect(open('["a","b"]', [b]).places()).toEqual(['a', 'b']);
  });

  it('is not there for those who may not change the choice', () => {
    const { mayChange, places } = open('["a","b"]', [b]);
    mayChange.value = false;
    expect(places()).toEqual([]);
  });

  it.each(['no json', '{}', '["a",1]', '["a","a"]', '["a","b","c","d"]'])(
    'takes no record that does not fit: %s',
    (record) => {
      expect(open(record, [a]).places()).toEqual([]);
    },
  );
});
