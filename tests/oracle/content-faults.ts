/** Faults in what an SD-JWT says: in disclosures, in objects and in arrays. */
import { digestsOf, type Fault, shift, withMember } from './fault.ts';
import { asWritten, type Member, objectOf, type Written } from './written-json.ts';

const part =
  (at: number, value: Written) =>
  (parts: readonly Written[]): Written =>
    parts.length === 3 || at === 0
      ? parts.map((old, index) => (index === at ? value : old))
      : parts;

const disclosure = (change: (parts: readonly Written[]) => Written): Fault => ({
  on: 'disclosure',
  change,
});
const member = (name: string, value: Written): Fault => ({
  on: 'object',
  change: (members) => [...members, [name, value]],
});
const digests = (change: (digests: readonly Written[]) => Written): Fault => ({
  on: 'object',
  change: (members) => withMember(members, '_sd', change(digestsOf(members))),
});
const element = (value: unknown): Fault => ({
  on: 'array',
  change: (elements) => [...elements, asWritten(value)],
});
const isDigest = (value: Written): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'members' in value &&
  value.members[0]?.[0] === '...';
const deep = (value: Written, levels = 10): Written =>
  levels === 0 ? value : deep([value], levels - 1);

/** The same bytes with a spare bit set; padded where there is no spare bit. */
const withSpareBits = (text: string): string =>
  text.length % 4 === 0 ? `${text}=` : shift(text, -1);

export const contentFaults = {
  'one element too few': disclosure((parts) => parts.slice(0, -1)),
  'one element too many': disclosure((parts) => [...parts, 1]),
  'a disclosure that is text': disclosure(() => 'abc'),
  'a disclosure that is an object': disclosure(() => objectOf(['length', 3])),
  'a disclosure that is null': disclosure(() => null),
  'a salt that is a number': disclosure(part(0, 7)),
  'a name that is a number': disclosure(part(1, 1)),
  'a name that is null': disclosure(part(1, null)),
  'a name that is an array': disclosure(part(1, ['a'])),
  'the name _sd': disclosure(part(1, '_sd')),
  'the name ...': disclosure(part(1, '...')),
  'the name _sd_alg': disclosure(part(1, '_sd_alg')),
  'the name __proto__': disclosure(part(1, '__proto__')),
  'the name constructor': disclosure(part(1, 'constructor')),
  'the empty name': disclosure(part(1, '')),
  'the name cnf': disclosure(part(1, 'cnf')),
  'the name iss': disclosure(part(1, 'iss')),
  'a disclosure cut in the middle': {
    on: 'disclosure-text',
    change: (text) => text.slice(0, Math.floor(text.length / 8) * 4),
  },
  'a padded disclosure': { on: 'disclosure-text', change: (text) => `${text}=` },
  'a disclosure with spare bits': { on: 'disclosure-text', change: withSpareBits },
  'a disclosure with a stray character': {
    on: 'disclosure-text',
    change: (text) => `${text.slice(0, 4)}!${text.slice(4)}`,
  },

  'a disclosure that is no UTF-8': {
    on: 'disclosure-text',
    change: (text) => {
      const bytes = Buffer.from(text, 'base64url');
      return Buffer.concat([bytes.subarray(0, 3), Buffer.of(0xff), bytes.subarray(3)]).toString(
        'base64url',
      );
    },
  },
  'a disclosure with a byte order mark': {
    on: 'disclosure-text',
    change: (text) =>
      Buffer.from(`\ufeff${Buffer.from(text, 'base64url').toString()}`).toString('base64url'),
  },

  'a member twice': {
    on: 'object',
    change: (members) =>
      [...members, members[0] ?? ['x', 1], ...(members[0] ? [] : [['x', 2]])] as Member[],
  },
  'a member __proto__': member('__proto__', objectOf(['a', 1])),
  'a member constructor': member('constructor', 1),
  'a member ...': member('...', 'x'),
  'an _sd without digests': digests((all) => all),
  '_sd that is text': digests(() => 'abc'),
  '_sd that is a number': digests(() => 7),
  '_sd that is null': digests(() => null),
  '_sd that is an object': digests(() => objectOf()),
  'a digest that is a number': digests((all) => [...all, 7]),
  'a digest that is null': digests((all) => [...all, null]),
  'a digest toString': digests((all) => [...all, 'toString']),
  'a digest twice': digests((all) => [...all, all[0] ?? 'decoy', ...(all[0] ? [] : ['decoy'])]),
  'the digest that stands elsewhere': {
    on: 'object',
    change: (members, { placed }) =>
      withMember(members, '_sd', [...digestsOf(members), placed(), placed()]),
  },
  'one name disclosed twice': {
    on: 'object',
    change: (members, { disclose }) =>
      withMember(members, '_sd', [
        ...digestsOf(members),
        disclose('twice', 1),
        disclose('twice', 2),
      ]),
  },
  'more than 64 disclosures': {
    on: 'object',
    change: (members, { disclose }) =>
      withMember(members, '_sd', [
        ...digestsOf(members),
        ...Array.from({ length: 65 }, (_, index) => disclose(`more ${index}`, index)),
      ]),
  },
  'a visible name disclosed': {
    on: 'object',
    change: (members, { disclose }) =>
      withMember([...members, ['seen', 1]], '_sd', [...digestsOf(members), disclose('seen', 2)]),
  },
  'a member with _sd_alg below': member('below', objectOf(['_sd_alg', 'x'])),

  'a digest with company': {
    on: 'array',
    change: (elements) => [
      ...elements.map((old) =>
        isDigest(old)
          ? ({ members: [...(old as { members: Member[] }).members, ['x', 1]] } as Written)
          : old,
      ),
      objectOf(['...', 'decoy in company'], ['x', 1]),
    ],
  },
  'an element digest that is a number': element({ '...': 7 }),
  'an element digest that is null': element({ '...': null }),
  'an empty element digest': element({ '...': '' }),
  'an element digest toString': element({ '...': 'toString' }),
  'an element digest __proto__': element({ '...': '__proto__' }),
  'an element digest twice': {
    on: 'array',
    change: (elements) => {
      const again = elements.find(isDigest) ?? objectOf(['...', 'decoy']);
      return elements.some(isDigest) ? [...elements, again] : [...elements, again, again];
    },
  },
  'the element digest that stands elsewhere': {
    on: 'array',
    change: (elements, { placed }) => [
      ...elements,
      objectOf(['...', placed()]),
      objectOf(['...', placed()]),
    ],
  },
  'deep nesting': { on: 'array', change: (elements) => [...elements, deep(1)] },
} satisfies Record<string, Fault>;
