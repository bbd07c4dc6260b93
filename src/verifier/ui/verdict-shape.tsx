/**
 * The geometry of each verdict, so that it is told apart without colour and without reading: a
 * check in a circle, a bar in a circle, a cross in an octagon, a question mark in a triangle, a
 * broken code. Colour comes from the text around it.
 */
import type { JSX } from 'preact';
import type { VerdictLook } from '../models/verdict-look.ts';

const drawings: Readonly<Record<VerdictLook, JSX.Element>> = {
  granted: (
    <>
      <circle cx="36" cy="36" r="32" />
      <path d="M20 37 31 48 52 24" />
    </>
  ),
  denied: (
    <>
      <circle cx="36" cy="36" r="32" />
      <path d="M18 36h36" />
    </>
  ),
  rejected: (
    <>
      <path d="M23 4h26l19 19v26L49 68H23L4 49V23z" />
      <path d="M24 24l24 24M48 24 24 48" />
    </>
  ),
  undecided: (
    <>
      <path d="M36 6 69 66H3z" />
      <path d="M28 35c0-11 16-11 16 0 0 7-8 6-8 13M36 53v6" />
    </>
  ),
  unreadable: (
    <>
      <path d="M5 5h22v22H5zM45 5h22v22H45zM5 45h22v22H5z" />
      <path d="M42 68 68 42" />
    </>
  ),
};

/** The shape of one verdict. */
export const VerdictShape = ({ look }: { readonly look: VerdictLook }) => (
  <svg class="shape" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
    {drawings[look]}
  </svg>
);
