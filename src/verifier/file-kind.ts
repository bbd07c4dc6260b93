/**
 * What a file is that somebody dropped: lists, a picture, or neither. Its first bytes decide where they
 * are known, for names and types are guesses of whoever sent it; otherwise its type does. Whether it
 * holds what it promises is found out by whoever reads it.
 */

/** What a file is for. */
export type FileKind = 'lists' | 'picture' | 'unknown';

/** Byte strings, as Latin letters, by which formats begin; dots stand for any byte. */
const beginnings: readonly (readonly [RegExp, FileKind])[] = [
  [/^PK/, 'lists'],
  [/^\x89PNG\r\n/, 'picture'],
  [/^\xff\xd8\xff/, 'picture'],
  [/^GIF8/, 'picture'],
  [/^RIFF.{4}WEBP/s, 'picture'],
  // AVIF and HEIF.
  [/^.{4}ftyp(?:avi[fs]|hei[cx]|mif1|msf1)/s, 'picture'],
];

const beginningLength = 12;

/** Tells the kind of a file by its beginning and its type. */
export async function tellFileKind(file: Blob): Promise<FileKind> {
  const bytes = new Uint8Array(await file.slice(0, beginningLength).arrayBuffer());
  const letters = String.fromCharCode(...bytes);
  const known = beginnings.find(([beginning]) => beginning.test(letters));
  if (known) return known[1];
  if (/^application\/(?:x-)?zip/.test(file.type)) return 'lists';
  return file.type.startsWith('image/') ? 'picture' : 'unknown';
}
