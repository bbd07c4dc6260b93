/**
 * A field for a PIN: digits that nobody reads over a shoulder, and that no browser offers to keep.
 */
import type { RefObject } from 'preact';

interface PinFieldProps {
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The field with its label. */
export const PinField = ({ label, field }: PinFieldProps) => (
  <label class="field">
    <span>{label}</span>
    <input ref={field} type="password" inputMode="numeric" maxLength={12} autocomplete="off" />
  </label>
);
