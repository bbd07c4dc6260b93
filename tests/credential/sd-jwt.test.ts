/** RFC 9901 §4: where an SD-JWT's parts are, what one disclosure says, and the words of a card. */
import { describe, expect, it } from 'vitest';
import {
  digestOf,
  readDisclosure,
  rememberDigests,
  splitSdJwt,
} from '../../src/credential/sd-jwt.ts';
import { defaultDisclosures, disclosableClaims } from '../../src/credential/vocabulary.ts';
import { asSegment, type RawJson } from '../fixtures/raw-jws.ts';

describe('the parts of an SD-JWT', () => {
  it('lie between its tildes', () => {
    expect(splitSdJwt('jwt~one~two~')).toEqual({
      issuerJwt: 'jwt',
      disclosures: ['one', 'two'],
      sdJwt: 'jwt~one~two~',
      keyBindingJwt: null,
    });
    expect(splitSdJwt('jwt~one~binding')).toEqual({
      issuerJwt: 'jwt',
      disclosures: ['one'],
      sdJwt: 'jwt~one~',
      keyBindingJwt: 'binding',
    });
  });

  it('may be empty, each of them', () => {
    const empty = { issuerJwt: '', disclosures: [], sdJwt: '~', keyBindingJwt: null };
    expect(splitSdJwt('~')).toEqual(empty);
    expect(splitSdJwt('~binding')).toEqual({ ...empty, keyBindingJwt: 'binding' });
    expect(splitSdJwt('~~')).toEqual({ ...empty, disclosures: [''], sdJwt: '~~' });
  });

  it('are none where there is no tilde', () => {
    for (const text of ['', 'a.b.c']) expect(splitSdJwt(text)).toBeNull();
  });
});

describe('a disclosure of a claim', () => {
  it('has a salt, a name and any value', () => {
    for (const value of ['x', 1, 0, '', false, null, [], { a: 1 }]) {
      const text = asSegment(['salt', 'name', value]);
      expect(readDisclosure(text)).toEqual({ name: 'name', value });
    }
  });

  it('is none of an element, and the other way round', () => {
    const [claim, element] = [asSegment(['salt', 'name', 1]), asSegment(['salt', 'name'])];
    expect(readDisclosure(element, 2)).toEqual({ name: null, value: 'name' });
    expect(readDisclosure(claim, 2)).toBeNull();
    expect(readDisclosure(element, 3)).toBeNull();
    expect(readDisclosure(asSegment([1, 'name']), 2)).toBeNull();
    expect(readDisclosure(asSegment(['salt']), 2)).toBeNull();
  });

  const others: Record<string, RawJson> = {
    'has fewer elements': ['salt', 'name'],
    'has more elements': ['salt', 'name', 1, 1],
    'is an object': { 0: 'salt', 1: 'name', 2: 1, length: 3 },
    'is a text': '"abc"',
    'is null': 'null',
    'is no JSON': '["salt","name",1',
    'names a member twice': '["salt","name",{"a":1,"a":2}]',
    'has a salt that is no text': [1, 'name', 1],
    'has a name that is no text': ['salt', 1, 1],
    'has neither salt nor name': [null, null, 1],
  };
  for (const [what, content] of Object.entries(others))
    it(`is null where it ${what}`, () => {
      expect(readDisclosure(asSegment(content))).toBeNull();
    });

  it('is null where it is no Base64url of UTF-8', () => {
    for (const text of ['', '=', 'AB', '_w', `${asSegment(['salt', 'name', 1])}=`])
      expect(readDisclosure(text)).toBeNull();
  });
});

describe('a digest', () => {
  it('is SHA-256 in Base64url (RFC 9901 §4.2.3)', () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    expect(digestOf(disclosure)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
  });

  it('is the same when it is remembered, for each text its own', () => {
    const remember = rememberDigests();
    for (const text of ['a', 'b', 'a', '', 'b', '']) expect(remember(text)).toBe(digestOf(text));
  });
});

describe('a card', () => {
  it('shows name, birth date and picture by default, and hides its number', () => {
    expect(defaultDisclosures).toEqual(['given_name', 'family_name', 'birthdate', 'picture']);
    expect(disclosableClaims.filter((name) => !defaultDisclosures.includes(name))).toEqual([
      'document_number',
    ]);
  });
});
