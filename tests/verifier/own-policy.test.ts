/** A discount of the venue's own: from the form to the policy, and what is wrong with a form. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { type AgeLimit, type Policy, readPolicy } from '../../src/trust/policies.ts';
import { exampleOf } from '../../src/verifier/models/age-example.ts';
import {
  draftOf,
  emptyDraft,
  makeOwnId,
  makeOwnPolicy,
  type PolicyDraft,
  readDraft,
} from '../../src/verifier/models/own-policy.ts';
import { studentPolicy } from '../fixtures/student-policy.ts';

const typed: PolicyDraft = { ...emptyDraft, name: 'Kino Okaz', gives: 'Bilet za 15 zł' };
const read = (changed: Partial<PolicyDraft>, others: readonly Policy[] = []) =>
  readDraft({ ...typed, ...changed }, others);
const made = (changed: Partial<PolicyDraft>, before: Policy | null = null): Policy => {
  const terms = read(changed);
  if (!terms.ok) throw new Error(terms.failure.join());
  return makeOwnPolicy(terms.value, 'venue-1', before);
};

describe('a draft', () => {
  it('becomes a policy that its own record gives back', () => {
    const policy = made({ documents: 'any', minimumAge: '7', maximumAge: '26', inclusive: true });
    expect(policy).toMatchObject({
      id: 'venue-1',
      version: 1,
      name: { pl: 'Kino Okaz', en: 'Kino Okaz', uk: 'Kino Okaz' },
      documents: 'any',
      minimumAge: 7,
      maximumAge: { years: 26, inclusive: true },
      portrait: 'required',
      statutory: false,
      unreviewed: false,
    });
    expect(readPolicy(JSON.parse(JSON.stringify(policy)) as JsonObject)).toEqual(policy);
  });

  it.each([
    ['student', ['urn:mlegitymacja:student:1']],
    ['pupil', ['urn:mlegitymacja:pupil:1']],
    ['any', 'any'],
  ] as const)('asks for the documents that %s means, and shows them again', (documents, vct) => {
    const policy = made({ documents });
    expect(policy.documents).toEqual(vct);
    expect(draftOf(policy, 'pl').documents).toBe(documents);
  });

  it('is the same again when its policy is opened to be changed', () => {
    const draft = { ...typed, minimumAge: '18', maximumAge: '30', portrait: false };
    expect(draftOf(made(draft), 'en')).toEqual(draft);
    expect(draftOf(made({}), 'uk')).toEqual(typed);
  });

  it('counts the versions of what it changes', () => {
    expect(made({}, made({}, made({}))).version).toBe(3);
  });

  it('loses spaces to spare and characters that nobody sees', () => {
    const policy = made({ name: '  Kino \u202e  Okaz\u200b ' });
    expect(policy.name.pl).toBe('Kino Okaz');
  });

  const refused: [string, Partial<PolicyDraft>, readonly string[]][] = [
    ['no name', { name: ' \u200b' }, ['name-missing']],
    ['a name that is taken', { name: 'KOLEJ, student' }, ['name-taken']],
    ['nothing that it gives', { gives: '' }, ['gives-missing']],
    ['age 0', { minimumAge: '0' }, ['minimum-age-unfit']],
    ['an age of 121', { maximumAge: '121' }, ['maximum-age-unfit']],
    ['a word for an age', { maximumAge: 'x' }, ['maximum-age-unfit']],
    ['half a year', { minimumAge: '7,5' }, ['minimum-age-unfit']],
    ['limits that cross', { minimumAge: '27', maximumAge: '26' }, ['ages-crossed']],
    ['limits that leave no day', { minimumAge: '26', maximumAge: '26' }, ['ages-crossed']],
    [
      'all at once',
      { name: '', gives: '', minimumAge: 'x', maximumAge: '-1' },
      ['name-missing', 'gives-missing', 'minimum-age-unfit', 'maximum-age-unfit'],
    ],
  ];
  it.each(refused)('with %s is refused by name', (_, changed, failure) => {
    expect(read(changed, [studentPolicy])).toEqual({ ok: false, failure });
  });

  it('may be for one age alone, and for 1 and 120', () => {
    const only = { minimumAge: '26', maximumAge: '26', inclusive: true };
    expect(read(only).ok).toBe(true);
    expect(read({ minimumAge: '1', maximumAge: '120' }).ok).toBe(true);
  });
});

describe('an own id', () => {
  it('says whose it is and is made of all the randomness', () => {
    expect(makeOwnId(new Uint8Array([0, 255, 16]))).toBe('venue-00ff10');
  });
});

describe('the example of the age limits', () => {
  const under = (years: number, inclusive = false): AgeLimit => ({ years, inclusive });
  it('ends on the day before the birthday that is too late', () => {
    expect(exampleOf({ minimumAge: null, maximumAge: under(26) }, '2026-11-23')).toEqual({
      born: '2001-06-15',
      from: null,
      through: '2027-06-14',
    });
  });

  it('ends a year later where the age counts itself', () => {
    expect(exampleOf({ minimumAge: null, maximumAge: under(26, true) }, '2026-11-23')).toEqual({
      born: '2000-06-15',
      from: null,
      through: '2027-06-14',
    });
  });

  it('begins on the birthday of the least age', () => {
    expect(exampleOf({ minimumAge: 18, maximumAge: under(26) }, '2026-11-23')).toEqual({
      born: '2001-06-15',
      from: '2019-06-15',
      through: '2027-06-14',
    });
    expect(exampleOf({ minimumAge: 18, maximumAge: null }, '2026-11-23')).toEqual({
      born: '2009-06-15',
      from: '2027-06-15',
      through: null,
    });
  });

  it('is none without limits', () => {
    expect(exampleOf({ minimumAge: null, maximumAge: null }, '2026-11-23')).toBeNull();
  });
});
