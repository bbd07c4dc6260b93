declare module '@digitalbazaar/base45' {
  /** Base45 text (RFC 9285). Ignores `byteOffset`: give it bytes that begin their buffer. */
  export function encode(input: Uint8Array): string;
  /** Bytes of Base45 text; throws RangeError. */
  export function decode(input: string): Uint8Array;
}
