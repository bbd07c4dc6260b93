/** RFC 9901 §7.1: what puts a claim in place, and what MUST be rejected. */
import { describe, expect, it } from 'vitest';
import { type JsonObject, parseStrictJsonObject } from '../../src/base/strict-json.ts';
import { processDisclosures } from '../../src/credential/process-disclosures.ts';
import { digestOf } from '../../src/credential/sd-jwt.ts';
import { claim, salt } from '../fixtures/hand-made-card.ts';
import { asSegment, type RawJson } from '../fixtures/raw-jws.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

/** Payloads as the verifier reads them: without prototypes. */
const process = (payload: object, disclosures: readonly string[]) =>
  processDisclosures(
    unwrap(parseStrictJsonObject(JSON.stringify(payload))) as JsonObject,
    disclosures,
  );

/** Processes `_sd` with the digests of these disclosures. */
async function disclose(contents: readonly RawJson[], payload: object = {}): Promise<string> {
  const disclosures = contents.map(asSegment);
  const digests = disclosures.map(digestOf);
  return outcome(await process({ ...payload, _sd: digests }, disclosures));
}

/** Something empty within that many objects or arrays. */
const nested = (depth: number, wrap: (inner: object) => object, empty: object = {}): object =>
  depth === 0 ? empty : wrap(nested(depth - 1, wrap, empty));

/** Processes disclosures of which each holds the digest of the one before: of a claim, or of an element. */
async function discloseNested(depth: number, name: string | null): Promise<string> {
  const disclosures: string[] = [];
  const refer = (digest: string): object => (name ? { _sd: [digest] } : [{ '...': digest }]);
  let inner: object = {};
  for (let level = name ? 0 : 1; level < depth; level++) {
    const disclosure = asSegment(name ? claim(name, inner) : [salt, inner]);
    disclosures.push(disclosure);
    inner = refer(digestOf(disclosure));
  }
  return outcome(await process(name ? inner : { a: inner }, disclosures));
}

const name = asSegment(claim('name', 'Jan'));

describe('disclosures', () => {
  it('come to stand where their digests stood', async () => {
    const element = asSegment([salt, 'second']);
    const payload = {
      plain: 1,
      _sd: [digestOf(name)],
      inner: { _sd: [] },
      list: ['first', { '...': digestOf(element) }, { '...': digestOf('hidden') }],
      _sd_alg: 'sha-256',
    };
    const processed = unwrap(await process(payload, [name, element]));
    expect(JSON.parse(JSON.stringify(processed.payload))).toEqual({
      plain: 1,
      inner: {},
      list: ['first', 'second'],
      name: 'Jan',
    });
    // A visible claim with parts to show or hide counts as disclosed too.
    expect([...processed.disclosed].sort()).toEqual(['inner', 'list', 'name']);
  });

  it('may hold further digests', async () => {
    const outer = asSegment(claim('outer', { _sd: [digestOf(name)] }));
    const processed = unwrap(await process({ _sd: [digestOf(outer)] }, [name, outer]));
    expect(JSON.parse(JSON.stringify(processed.payload))).toEqual({ outer: { name: 'Jan' } });
  });

  it('count as disclosed by what stands at the top, whatever they are named further in', async () => {
    const iss = asSegment(claim('iss', 'x'));
    const visible = unwrap(process({ a: { b: { _sd: [digestOf(iss)] } } }, [iss]));
    expect([...visible.disclosed]).toEqual(['a']);
    const outer = asSegment(claim('c', { d: { _sd: [digestOf(iss)] } }));
    const hidden = unwrap(process({ _sd: [digestOf(outer)] }, [iss, outer]));
    expect([...hidden.disclosed]).toEqual(['c']);
  });

  it('need no digest to be disclosed: decoys are dropped', async () => {
    const payload = { _sd: [digestOf('decoy'), digestOf(name)] };
    const processed = unwrap(await process(payload, [name]));
    expect(Object.keys(processed.payload)).toEqual(['name']);
  });

  it('give null-prototype objects', async () => {
    const processed = unwrap(await process({ a: {} }, []));
    expect(Object.getPrototypeOf(processed.payload)).toBeNull();
    expect(Object.getPrototypeOf(processed.payload.a)).toBeNull();
  });
});

describe('a presentation', () => {
  const rules: Record<string, () => Promise<string>> = {
    'rejects an unreferenced disclosure': async () =>
      outcome(await process({ _sd: [digestOf('decoy')] }, [name])),
    'rejects a disclosure without any _sd': async () => outcome(await process({}, [name])),
    'rejects a disclosure sent twice': async () =>
      outcome(await process({ _sd: [digestOf(name)] }, [name, name])),
    'rejects a digest that stands twice in one _sd': async () =>
      outcome(await process({ _sd: [digestOf(name), digestOf(name)] }, [name])),
    'rejects a digest that stands twice in different places': async () =>
      outcome(await process({ _sd: [digestOf(name)], a: { _sd: [digestOf(name)] } }, [name])),
    'rejects a decoy digest that stands twice': async () =>
      outcome(await process({ _sd: ['a', 'a'] }, [])),
    'rejects a digest in an array and in _sd': async () =>
      outcome(await process({ _sd: [digestOf(name)], a: [{ '...': digestOf(name) }] }, [name])),
    'rejects two disclosures of one name': () => disclose([claim('a', 1), [`${salt}A`, 'a', 1]]),
    'rejects a disclosure named as a visible claim': () => disclose([claim('a', 1)], { a: 1 }),
    'rejects a disclosure named as _sd_alg where that is set': () =>
      disclose([claim('_sd_alg', 'sha-256')], { _sd_alg: 'sha-256' }),
    'rejects a disclosure named _sd': () => disclose([claim('_sd', [])]),
    'rejects a disclosure named ...': () => disclose([claim('...', 'a')]),
    'rejects a disclosure named __proto__': () => disclose([claim('__proto__', { a: 1 })]),
    'rejects a disclosure named constructor': () => disclose([claim('constructor', 1)]),
    'rejects a disclosure whose name is no text': () => disclose([claim(1, 1)]),
    'rejects a disclosure whose salt is no text': () => disclose([[1, 'a', 1]]),
    'rejects two elements where three belong': () => disclose([[salt, 'a']]),
    'rejects four elements': () => disclose([[salt, 'a', 1, 1]]),
    'rejects a disclosure that is an object': () => disclose([{ a: 1 }]),
    'rejects a disclosure that is no JSON': () => disclose(['[']),
    'rejects duplicate names inside a disclosure': () =>
      disclose([`["${salt}","a",{"b":1,"b":2}]`]),
    'rejects hostile names inside a disclosure': () =>
      disclose([`["${salt}","a",{"__proto__":1}]`]),
    'rejects a disclosure that is not Base64url': async () =>
      outcome(await process({ _sd: [digestOf('=')] }, ['='])),
    'rejects an empty disclosure': async () =>
      outcome(await process({ _sd: [digestOf('')] }, [''])),
    'rejects three elements where an array element belongs': async () =>
      outcome(await process({ a: [{ '...': digestOf(name) }] }, [name])),
    'rejects an array digest with other members': async () =>
      outcome(await process({ a: [{ '...': 'x', b: 1 }] }, [])),
    'rejects an array digest that is no text': async () =>
      outcome(await process({ a: [{ '...': 1 }] }, [])),
    'rejects _sd that is no array': async () => outcome(await process({ _sd: 'a' }, [])),
    'rejects _sd that is null': async () => outcome(await process({ _sd: null }, [])),
    'rejects digests that are no text': async () => outcome(await process({ _sd: [1] }, [])),
    'rejects ... as a claim of the payload': async () => outcome(await process({ '...': 'a' }, [])),
    'rejects _sd_alg below the top': async () =>
      outcome(await process({ a: { _sd_alg: 'sha-256' } }, [])),
    'rejects another hash': async () => outcome(await process({ _sd_alg: 'sha-512' }, [])),
    'rejects a hash in other case': async () => outcome(await process({ _sd_alg: 'SHA-256' }, [])),
    'rejects a hash that is null': async () => outcome(await process({ _sd_alg: null }, [])),
    'rejects _sd_alg inside a disclosed value': () => disclose([claim('a', { _sd_alg: 'x' })]),
    'rejects more than 64 disclosures': () =>
      disclose(Array.from({ length: 65 }, (_, index) => claim(`c${index}`, 1))),
    'rejects nesting deeper than any card': async () =>
      outcome(await process({ a: [[[[[[[[[1]]]]]]]]] }, [])),
  };
  for (const [rule, run] of Object.entries(rules))
    it(rule, async () => {
      expect(await run()).toBe('malformed');
    });

  const nestings: Record<string, (depth: number) => Promise<string>> = {
    objects: async (depth) =>
      outcome(
        await process(
          nested(depth, (a) => ({ a })),
          [],
        ),
      ),
    arrays: async (depth) => outcome(await process({ a: nested(depth - 1, (a) => [a], []) }, [])),
    'disclosed claims': (depth) => discloseNested(depth, 'a'),
    'disclosed elements': (depth) => discloseNested(depth, null),
  };
  for (const [what, run] of Object.entries(nestings))
    it(`may be nested eight deep and no deeper: ${what}`, async () => {
      expect(await run(8)).toBe('ok');
      expect(await run(9)).toBe('malformed');
    });

  it('is not taken for malformed where the check itself fails', () => {
    const payload = {
      get a(): never {
        throw new RangeError();
      },
    };
    expect(() => processDisclosures(payload, [])).toThrow(RangeError);
  });

  it('takes 64 disclosures', async () => {
    const contents = Array.from({ length: 64 }, (_, index) => claim(`c${index}`, 1));
    expect(await disclose(contents)).toBe('ok');
  });

  it('rejects a digest that stands twice, once inside a disclosure', async () => {
    const inner = asSegment(claim('a', { _sd: ['x'] }));
    expect(outcome(await process({ _sd: [digestOf(inner), 'x'] }, [inner]))).toBe('malformed');
  });
});
