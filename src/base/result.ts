/**
 * Expected failures as values. A function that can fail in a way its caller must handle returns a
 * `Result`; exceptions are left to bugs and platform faults.
 */

export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** Wraps a value that was computed as wished. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps a named failure. */
export const fail = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});
