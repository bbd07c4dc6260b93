/** The signed policies file: what it holds, and what does not fit. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { policiesContents } from '../../src/issuer/lists.ts';
import { readPolicies } from '../../src/trust/policies.ts';
import { copyJson } from '../fixtures/altered-feed.ts';

const extension = {
  vct: 'urn:mlegitymacja:student:1',
  schools: ['OKAZ-1'],
  expiringFrom: '2026-01-01',
  expiringTo: '2026-12-31',
  newEnd: '2027-02-28',
  basis: 'Dz.U.',
};
const plain = (): Record<string, unknown> => ({
  version: 1,
  iat: 1,
  exp: 2,
  ttl: 3,
  ...copyJson<object>(policiesContents()),
  extensions: [extension],
});
type Draft = Record<string, unknown> & { policies: Record<string, unknown>[] };

const readAltered = (alter: (draft: Draft) => void) => {
  const draft = plain() as Draft;
  alter(draft);
  return readPolicies(draft as JsonObject);
};

describe('a policies file', () => {
  it('holds the presets, extensions and windows', () => {
    const file = readPolicies(plain() as JsonObject);
    expect(file).toMatchObject({
      codeWindow: { early: 10, late: 30 },
      minAppVersion: null,
      extensions: [extension],
    });
    expect(file?.policies.find(({ id }) => id === 'rail-student-51')).toMatchObject({
      documents: ['urn:mlegitymacja:student:1'],
      maximumAge: { years: 26, inclusive: false },
      minimumAge: null,
      portrait: 'required',
      statutory: true,
    });
  });

  it('holds every preset with its basis and its texts', () => {
    const policies = readPolicies(plain() as JsonObject)?.policies ?? [];
    const ids = policies.map(({ id }) => id);
    expect(ids).toEqual([
      ...['rail-student-51', 'bus-student-51-monthly', 'rail-pupil-37', 'bus-pupil-49-monthly'],
      ...['city-student-50', 'state-museum-reduced', 'museum-1zl-26', 'validity-only'],
    ]);
    for (const { basis, name, gives } of policies)
      expect([basis, ...Object.values(name), ...Object.values(gives)]).not.toContain('');
  });

  it('may name the oldest build that decides', () => {
    const file = readAltered((draft) => {
      draft.minAppVersion = { build: 5, after: 6 };
    });
    expect(file?.minAppVersion).toEqual({ build: 5, after: 6 });
  });

  const first = (change: object) => (draft: Draft) => {
    Object.assign(draft.policies[0] as object, change);
  };
  const refused: Record<string, (draft: Draft) => void> = {
    'one policy id twice': (draft) => draft.policies.push(draft.policies[0] ?? {}),
    'no version': (draft) => delete draft.version,
    'no code window': (draft) => delete draft.codeWindow,
    'a negative code window': (draft) => {
      draft.codeWindow = { early: -1, late: 30 };
    },
    'a code window longer than replays are remembered': (draft) => {
      draft.codeWindow = { early: 10, late: 111 };
    },
    'a policy without basis': first({ basis: undefined }),
    'a policy without a Polish name': first({ name: { en: 'a', uk: 'b' } }),
    'a policy with an unknown portrait rule': first({ portrait: 'maybe' }),
    'a policy with an age limit that is no object': first({ maximumAge: 26 }),
    'a policy with half an age limit': first({ maximumAge: { years: 26 } }),
    'a policy with documents that are no list': first({ documents: 'all' }),
    'an extension without an end': (draft) => {
      draft.extensions = [{ ...extension, newEnd: undefined }];
    },
    'an extension for schools that are no list': (draft) => {
      draft.extensions = [{ ...extension, schools: 'OKAZ-1' }];
    },
    'an extension whose end is no day': (draft) => {
      draft.extensions = [{ ...extension, newEnd: 'soon' }];
    },
    'half a minimum build': (draft) => {
      draft.minAppVersion = { build: 5 };
    },
  };
  for (const [what, alter] of Object.entries(refused))
    it(`is refused with ${what}`, () => {
      expect(readAltered(alter)).toBeNull();
    });
});
