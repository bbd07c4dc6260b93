/**
 * What both directions of packing share (PROTOCOL §3): the container's layout and its limits.
 *
 *     version (1 byte) · length of the deflate stream (LEB128) · deflate stream · raw bytes
 */

/** How every QR text of this profile begins; the digit is the text form's own version. */
export const textPrefix = 'MLEG1:';
export const anyTextPrefix = /^MLEG(\d{1,3}):/;

/** Characters of QR text: what a version 25-L code holds. */
export const longestText = 1853;

/** Bytes of skeleton and raw stream together. */
export const longestInflated = 8192;

/** Characters of SD-JWT(+KB) text: a few bytes of skeleton could otherwise stand for half a megabyte. */
export const longestSdJwt = 2 * longestInflated;

/** Whether a text is one that this format carries: the same question when packing and when unpacking. */
export const isPackable = (text: string): boolean =>
  text.length <= longestSdJwt && /^[\w-]*\.[\w-]*\.[\w-]*~[\w.~-]*$/.test(text);
