/** A record as one line: what is in it, in which order, and that a QR code carries it well. */
import { expect, it } from 'vitest';
import type { CheckRecord } from '../../src/verifier/models/kept-shift.ts';
import { writeRecord } from '../../src/verifier/models/record-text.ts';

const record: CheckRecord = {
  number: 'K7QF2M9X',
  at: Date.parse('2026-11-24T08:12:07.345Z'),
  outcome: 'denied',
  reason: 'valid',
  entitlement: 'denied:over-age',
  policies: [
    { id: 'rail-student-51', version: 3 },
    { id: 'city-student-50', version: 1 },
  ],
  generation: 412,
  listsAsOf: '2026-11-24T06:00:00Z',
  build: 1_795_000_000,
};

it('writes every field of the format in its order', () => {
  expect(writeRecord(record)).toBe(
    'MLEGREC1:K7QF-2M9X:20261124T081207Z:DENIED:VALID:DENIED/OVER-AGE' +
      ':RAIL-STUDENT-51.3+CITY-STUDENT-50.1:412:20261124T060000Z:1795000000',
  );
});

it('writes a dash for what there is none of', () => {
  const bare: CheckRecord = {
    ...record,
    outcome: 'unreadable',
    reason: 'no-decode',
    entitlement: null,
    policies: [],
    generation: null,
    listsAsOf: null,
  };
  expect(writeRecord(bare)).toBe(
    'MLEGREC1:K7QF-2M9X:20261124T081207Z:UNREADABLE:NO-DECODE:-:-:-:-:1795000000',
  );
});

it('keeps to the characters that a QR code carries in few modules', () => {
  expect(writeRecord(record)).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
});
