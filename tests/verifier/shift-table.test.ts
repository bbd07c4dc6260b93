/** A shift as a table and as a file for a spreadsheet: hours of Warsaw, none left out. */
import { describe, expect, it } from 'vitest';
import { makeFormats } from '../../src/verifier/i18n/formats.ts';
import type { Shift } from '../../src/verifier/models/kept-shift.ts';
import { tabulate, writeCsv } from '../../src/verifier/models/shift-table.ts';
import { textsOf } from '../fixtures/texts.ts';

const at = (iso: string): number => Date.parse(iso);
const shift: Shift = {
  startedAt: at('2026-11-24T08:20:00Z'),
  endedAt: at('2026-11-24T11:00:00Z'),
  hours: [
    { from: at('2026-11-24T08:00:00Z'), counts: { granted: 3, rejected: 1 } },
    { from: at('2026-11-24T10:00:00Z'), counts: { 'other-person': 2 } },
  ],
};
const csvOf = (table: ReturnType<typeof tabulate>, words = textsOf.pl.shift): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table, words, makeFormats('pl')));

describe('the table of a shift', () => {
  it('has every hour, the idle ones too, and none after its end', () => {
    const { hours, total, most } = tabulate(shift, Number.NaN);
    expect(hours.map(({ sum }) => sum)).toEqual([4, 0, 2]);
    expect(total).toEqual({
      counts: {
        granted: 3,
        denied: 0,
        rejected: 1,
        undecided: 0,
        unreadable: 0,
        'other-person': 2,
      },
      sum: 6,
    });
    expect(most).toBe(4);
  });

  it('goes on to the present hour while the shift runs', () => {
    const running = { ...shift, endedAt: null };
    expect(tabulate(running, at('2026-11-24T13:05:00Z')).hours).toHaveLength(6);
  });

  it('has one empty hour at the beginning', () => {
    const begun = { ...shift, endedAt: null, hours: [] };
    const { hours, total, most } = tabulate(begun, begun.startedAt);
    expect([hours.length, total.sum, most]).toEqual([1, 0, 0]);
  });

  it('is a file with a byte order mark, semicolons and hours of Warsaw', () => {
    expect(csvOf(tabulate(shift, 0))).toBe(
      '\uFEFFDzień;Godzina;Ulga;Bez ulgi;Nieważna;Brak pewności;Nie odczytano;Inna osoba;Razem\r\n' +
        '2026-11-24;09:00;3;0;1;0;0;0;4\r\n' +
        '2026-11-24;10:00;0;0;0;0;0;0;0\r\n' +
        '2026-11-24;11:00;0;0;0;0;0;2;2\r\n',
    );
  });

  it('crosses midnight in Warsaw and counts the doubled hour of autumn twice', () => {
    const night: Shift = {
      startedAt: at('2026-10-24T21:30:00Z'),
      endedAt: at('2026-10-25T02:30:00Z'),
      hours: [],
    };
    const hours = csvOf(tabulate(night, 0)).split('\r\n').slice(1, -1);
    expect(hours.map((line) => line.slice(0, 16))).toEqual([
      '2026-10-24;23:00',
      '2026-10-25;00:00',
      '2026-10-25;01:00',
      '2026-10-25;02:00',
      '2026-10-25;02:00',
      '2026-10-25;03:00',
    ]);
  });

  it('quotes what would break a line (RFC 4180 §2)', () => {
    const words = { ...textsOf.pl.shift, day: 'Dzień; "rano"' };
    expect(csvOf(tabulate(shift, 0), words)).toContain('"Dzień; ""rano""";Godzina');
  });
});
