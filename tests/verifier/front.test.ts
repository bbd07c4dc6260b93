/** What the camera may bring to the front by itself. */
import { describe, expect, it } from 'vitest';
import { describeCheck, describeUndecodable } from '../../src/verdict/describe.ts';
import type { ReasonCode } from '../../src/verdict/reasons.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { VerdictView } from '../../src/verifier/models/app-state.ts';
import { mayEnter, yielding } from '../../src/verifier/models/front.ts';

const without = { generation: null, specimen: false };
const verdictOf = (reason: ReasonCode, more: Partial<Verdict> = {}): Verdict =>
  describeCheck(without, { reason, ...more });
const screenOf = (verdict: Verdict): VerdictView => ({
  name: 'verdict',
  verdict,
  at: 0,
  policies: [],
  number: 'OKAZ0000',
  seenAgo: null,
  look: 'unaided',
});
const granted = verdictOf('valid', { entitlement: 'granted' });

describe('the screen in front', () => {
  it.each([
    ['the scan screen', { name: 'scan' }, 'to-anything'],
    ['a granted verdict', screenOf(granted), 'to-cards'],
    ['a code that did not read', screenOf(describeUndecodable(without)), 'to-anything'],
    ['a code of another kind', screenOf(verdictOf('not-a-card')), 'to-cards'],
    ['a damaged code', screenOf(verdictOf('damaged')), 'to-cards'],
    ['a rejected card', screenOf(verdictOf('revoked')), 'to-nothing'],
    ['an undecided card', screenOf(verdictOf('stale-code')), 'to-nothing'],
    [
      'a denied discount',
      screenOf(verdictOf('valid', { entitlement: 'denied:over-age' })),
      'to-nothing',
    ],
    ['a bearer who is somebody else', { ...screenOf(granted), look: 'other-person' }, 'to-nothing'],
    [
      'a portrait that did not show',
      { ...screenOf(granted), look: 'portrait-failed' },
      'to-nothing',
    ],
    [
      'a bearer compared with a document',
      {
        ...screenOf(verdictOf('valid', { entitlement: 'unknown:portrait-not-disclosed' })),
        look: 'compared',
      },
      'to-cards',
    ],
    ['the lists', { name: 'lists' }, 'to-nothing'],
    ['the policies', { name: 'policies' }, 'to-nothing'],
    ['the other ways', { name: 'inputs' }, 'to-nothing'],
  ] as const)('gives way as %s should', (_, screen, way) => {
    expect(yielding(screen, false)).toBe(way);
  });

  it('keeps a granted verdict that is held', () => {
    expect(yielding(screenOf(granted), true)).toBe('to-nothing');
  });

  it('lets any card replace a code of another kind, and no other such code', () => {
    expect(mayEnter(verdictOf('stale-code'), 'to-cards')).toBe(true);
    expect(mayEnter(verdictOf('not-a-card'), 'to-cards')).toBe(false);
    expect(mayEnter(verdictOf('not-a-card'), 'to-anything')).toBe(true);
    expect(mayEnter(granted, 'to-nothing')).toBe(false);
  });
});

describe('the verdict on a code that does not read', () => {
  it('is unreadable and names nobody', () => {
    expect(describeUndecodable({ generation: null, specimen: true })).toMatchObject({
      kind: 'unreadable',
      reason: 'no-decode',
      entitlement: null,
      person: null,
      specimen: true,
    });
  });
});
