/** Rules of src/base/strict-json.ts and json-reader.ts. */
import { describe, expect, it } from 'vitest';
import {
  asBoolean,
  asCount,
  asInstant,
  asObject,
  asText,
  orNull,
  readJson,
} from '../../src/base/json-reader.ts';
import { parseStrictJson, parseStrictJsonObject } from '../../src/base/strict-json.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('strict JSON', () => {
  const refused = {
    'a name that stands twice': '{"a":1,"a":1}',
    'a name that stands twice, once escaped': '{"a":1,"\\u0061":2}',
    'a name that stands twice with another between': '{"a":1,"b":{"a":1},"a":2}',
    'a name that stands twice deep inside': '[{"x":{"a":[],"a":{}}}]',
    'two empty names': '{"":1,"":2}',
    'the name __proto__': '{"__proto__":{}}',
    'the name __proto__, escaped': '{"\\u005f_proto__":{}}',
    'the name constructor': '{"a":{"constructor":1}}',
    'the name prototype': '[{"prototype":1}]',
    'more than 32 levels': nested(33),
    'a hundred thousand levels': nested(100_000),
    'text behind the value': '{} {}',
    'a trailing comma': '{"a":1,}',
    'a byte order mark': '\ufeff{}',
    'no value': '',
    'a comment': '{/**/}',
    NaN: 'NaN',
  };
  for (const [what, text] of Object.entries(refused))
    it(`refuses ${what}`, () => {
      expect(parseStrictJson(text)).toEqual({ ok: false, failure: 'invalid-json' });
    });

  const taken = [
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":{"b":1},"c":{"b":1}}',
    '[{"a":1},{"a":2}]',
    '["a","a","__proto__"]',
    '{"x":"__proto__","y":"constructor"}',
    '{"a":["b","b",{"b":1}],"b":"a"}',
    ' { "a" : [ 1 , -0.5e3 , true , null ] } ',
    '{"a\\"":1,"a":2,"\\\\":3}',
    nested(32),
    '"text"',
  ];
  for (const text of taken)
    it(`reads ${text.slice(0, 40)} as JSON.parse does`, () => {
      const parsed = parseStrictJson(text);
      expect(JSON.stringify(parsed.ok && parsed.value)).toBe(JSON.stringify(JSON.parse(text)));
    });

  it('gives objects without a prototype at every level', () => {
    const parsed = parseStrictJson('[{"a":{}}]');
    const [outer] = (parsed.ok ? parsed.value : []) as [{ a: object }];
    expect(Object.getPrototypeOf(outer)).toBeNull();
    expect(Object.getPrototypeOf(outer.a)).toBeNull();
    expect('toString' in outer).toBe(false);
  });

  it('reads strings as long as the largest file of a feed', () => {
    expect(parseStrictJson(`"${'a'.repeat(4_194_304)}"`).ok).toBe(true);
  });

  it('refuses as an object what is none', () => {
    for (const text of ['[]', 'null', '"a"', '1'])
      expect(parseStrictJsonObject(text).ok).toBe(false);
  });
});

describe('reading members', () => {
  it('gives null when a member does not fit', () => {
    expect(readJson(() => asText(1))).toBeNull();
    expect(readJson(() => asBoolean('true'))).toBeNull();
    expect(readJson(() => asObject([]))).toBeNull();
    expect(readJson(() => asObject(undefined))).toBeNull();
  });

  it('lets bugs through', () => {
    const bug = (): never => {
      throw new TypeError('bug');
    };
    expect(() => readJson(bug)).toThrow(TypeError);
  });

  it('counts whole numbers from 0 that JSON carries exactly', () => {
    expect(readJson(() => asCount(0))).toBe(0);
    for (const value of [-1, 0.5, 2 ** 53, '1', null, undefined])
      expect(readJson(() => asCount(value))).toBeNull();
  });

  it('keeps null and reads all else', () => {
    expect(orNull(null, asText)).toBeNull();
    expect(orNull('a', asText)).toBe('a');
  });

  it('reads instants with Z or an offset as seconds', () => {
    const noon = Date.parse('2026-11-23T12:00:00Z') / 1000;
    for (const text of [
      '2026-11-23T12:00:00Z',
      '2026-11-23T13:00:00+01:00',
      '2026-11-23T12:00:00.9Z',
    ])
      expect(readJson(() => asInstant(text))).toBe(noon);
  });

  it('refuses instants without an offset, and days that do not exist', () => {
    for (const text of ['2026-11-23T12:00:00', '2026-11-23', '2026-13-01T00:00:00Z', 'now', 7])
      expect(readJson(() => asInstant(text))).toBeNull();
  });
});
