/** What dropped files are, by their first bytes before their type. */
import { describe, expect, it } from 'vitest';
import { tellFileKind } from '../../src/verifier/file-kind.ts';

const fileOf = (letters: string, type = ''): Blob =>
  new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], { type });

describe('the kind of a file', () => {
  it.each([
    ['a zip', fileOf('PK\x03\x04okaz'), 'lists'],
    ['a zip that calls itself a picture', fileOf('PK\x03\x04okaz', 'image/png'), 'lists'],
    ['a PNG without a type', fileOf('\x89PNG\r\n\x1a\nokaz'), 'picture'],
    [
      'a JPEG that calls itself a zip',
      fileOf('\xff\xd8\xff\xe0okaz', 'application/zip'),
      'picture',
    ],
    ['a WebP', fileOf('RIFF\x0a\x00\x00\x00WEBP'), 'picture'],
    ['an AVIF', fileOf('\0\0\0\x20ftypavif'), 'picture'],
    ['a HEIC', fileOf('\0\0\0\x20ftypheic'), 'picture'],
    ['a picture of an unknown format', fileOf('okaz', 'image/x-okaz'), 'picture'],
    ['a spoilt zip', fileOf('okaz', 'application/zip'), 'lists'],
    ['an empty zip of Windows', fileOf('', 'application/x-zip-compressed'), 'lists'],
    ['a film', fileOf('\0\0\0\x20ftypisom', 'video/mp4'), 'unknown'],
    ['a text', fileOf('okaz', 'text/plain'), 'unknown'],
    ['nothing', fileOf(''), 'unknown'],
  ])('of %s is told', async (_, file, kind) => {
    expect(await tellFileKind(file)).toBe(kind);
  });
});
