/**
 * The worked example of src/credential/README.md, read from the page itself: whoever writes an issuer
 * or a wallet from it can rely on every byte.
 */
import { readFileSync } from 'node:fs';
import { decode as decodeBase45 } from '@digitalbazaar/base45';
import { encode as encodeQr } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64url, fromBinary, toBinary } from '../../src/base/bytes.ts';
import { inflateRaw } from '../../src/base/inflate.ts';
import { readPublicJwk } from '../../src/base/public-key.ts';
import { sha256Hex } from '../../src/base/sha256.ts';
import { dictionary } from '../../src/credential/dictionary.ts';
import { pack } from '../../src/credential/pack.ts';
import { digestOf, splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { unpack } from '../../src/credential/unpack.ts';
import { readPresentation, verifyPresentation } from '../../src/credential/verify.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { unwrap } from '../fixtures/test-world.ts';

const page = readFileSync(new URL('../../src/credential/README.md', import.meta.url), 'utf8');

/** A fenced block by what its fence says. */
function block(name: string): string {
  const found = new RegExp(`^\`\`\`${name}\\n(.*?)\\n\`\`\`$`, 'ms').exec(page)?.[1];
  if (found === undefined) throw new Error(`no block ${name}`);
  return found;
}

/** Rows of the table whose header begins so, as cells without code marks. */
function table(header: string): readonly (readonly string[])[] {
  const [, body = ''] = page.split(`| ${header}`);
  const rows = /\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(body)?.[1] ?? '';
  return rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

const compact = (json: string): string => JSON.stringify(JSON.parse(json));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const withoutLineEnds = (text: string): string => text.replaceAll('\n', '');

let code: string;
let sdJwt: string;
let parts: readonly string[];
beforeAll(() => {
  code = withoutLineEnds(block('qr'));
  sdJwt = unwrap(unpack(code));
  parts = sdJwt.split(/[.~]/);
});

/** Rows of bytes: they follow each other, cover everything, and begin as they say. */
function expectRows(rows: readonly (readonly string[])[], bytes: Uint8Array): void {
  let at = 0;
  for (const [from, length, what, beginning = ''] of rows) {
    expect(Number(from), what).toBe(at);
    const own = hex(bytes.subarray(at, at + Number(length)));
    expect(
      beginning.endsWith('…') ? own.startsWith(beginning.slice(0, -1)) : own === beginning,
      what,
    ).toBe(true);
    at += Number(length);
  }
  expect(at).toBe(bytes.length);
}

describe('the worked example', () => {
  it('unpacks to the very texts that were signed', () => {
    expect(parts).toHaveLength(9);
    expect(parts[0]).toBe(asSegment(block('json header')));
    expect(parts[1]).toBe(asSegment(compact(block('json payload'))));
    expect(parts.slice(3, 6)).toEqual(block('json disclosures').split('\n').map(asSegment));
    expect(parts[6]).toBe(asSegment(block('json binding-header')));
    expect(parts[7]).toBe(asSegment(block('json binding')));
    expect(page).toContain(`These are ${sdJwt.length.toLocaleString('en')} characters`);
  });

  it('holds under the keys that it prints', async () => {
    const [issuer, holder] = ['json issuer', 'json holder'].map((name) =>
      readPublicJwk(JSON.parse(block(name))),
    );
    const presentation = unwrap(readPresentation(unwrap(unpack(code))));
    if (!issuer) throw new Error('no key');
    const { claims, binding } = await verifyPresentation(presentation, issuer);
    expect(unwrap(claims).holderKey).toEqual(holder);
    const { iat } = unwrap(binding);
    expect(page).toContain(`shown at ${new Date(iat * 1000).toISOString().replace('.000', '')}`);
  });

  it('hides its number behind the third digest', () => {
    const payload = JSON.parse(block('json payload')) as { _sd: readonly string[] };
    const shown = splitSdJwt(sdJwt)?.disclosures.map(digestOf) ?? [];
    expect(payload._sd.map((digest) => shown.includes(digest))).toEqual([true, true, false, true]);
    expect([...payload._sd].sort()).toEqual(payload._sd);
  });

  it('has this skeleton', () => {
    const { text } = skeletonBytes(sdJwt);
    const written = toBinary(text).replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the tokens
      /[\0-\x1f]/g,
      (token) => `‹${hex(fromBinary(token))}›`,
    );
    const shown = Buffer.from(written.replaceAll('‹', '<').replaceAll('›', '>'), 'latin1');
    const printed = withoutLineEnds(block('skeleton')).replaceAll('‹', '<').replaceAll('›', '>');
    expect(shown.toString('utf8')).toBe(printed);
    expect(page).toContain(`Their **skeleton** is ${text.length} bytes`);
  });

  it('has these raw bytes, in this order', () => {
    const { raw } = skeletonBytes(sdJwt);
    const rows = table('from | bytes | what | begins with |');
    expectRows(rows, raw);
    const holder = JSON.parse(block('json holder')) as { x: string };
    expect(raw.slice(0, 32)).toEqual(decodeBase64url(holder.x));
    expect(raw.slice(-64)).toEqual(decodeBase64url(parts[8] ?? ''));
    expect(page).toContain(`lie ${raw.length} **raw bytes**`);
  });

  it('has this container', () => {
    const container = decodeBase45(code.slice('MLEG1:'.length));
    const rows = table('from | bytes | what | hex |');
    expectRows(rows, container);
    const [from = 0, length = 0] = rows[2]?.map(Number) ?? [];
    const { text, raw } = skeletonBytes(sdJwt);
    const stream = container.slice(from, from + length);
    expect(unwrap(inflateRaw(stream, 8192, dictionary))).toEqual(text);
    expect(container.slice(from + length)).toEqual(raw);
    expect(page).toContain(`The **container** is ${container.length} bytes`);
  });

  it('is what our own packing gives, and fits the version that it names', () => {
    expect(unwrap(pack(sdJwt))).toBe(code);
    const { version } = encodeQr(code, { ecc: 'L' });
    expect(page).toContain(`**QR text**, ${code.length} characters, version ${version} at level L`);
  });
});

describe('the table of other tokens', () => {
  const rows = table('text | skeleton | raw |');
  it('shows each of them', () => {
    expect(rows).toHaveLength(7);
  });
  for (const [text = '', skeleton = '', raw = ''] of rows)
    it(`is right of ${text}`, () => {
      const sdJwt = text.replaceAll(/\[[^\]]*\]/g, (json) => asSegment(json));
      const written = skeletonBytes(sdJwt);
      const bytes = skeleton.replaceAll(/‹(..)›/g, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      );
      expect(toBinary(written.text)).toBe(bytes);
      expect(hex(written.raw)).toBe(raw);
      expect(unwrap(unpack(unwrap(pack(sdJwt))))).toBe(sdJwt);
    });
});

describe('the printed dictionary', () => {
  it('is the one that is used', async () => {
    expect(withoutLineEnds(block('base64'))).toBe(Buffer.from(dictionary).toString('base64'));
    const size = `${dictionary.length.toLocaleString('en')} bytes, SHA-256 \`${await sha256Hex(dictionary)}\``;
    expect(page).toContain(size);
  });
});
