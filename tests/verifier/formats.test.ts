/** Figures in Polish and by Warsaw's calendar, whatever the device's own time zone. */
import { describe, expect, it } from 'vitest';
import { daysBetween, makeFormats } from '../../src/verifier/i18n/formats.ts';

const formats = makeFormats('pl');
const plain = (text: string) => text.replace(/\s/gu, ' ');
const at = (iso: string) => Date.parse(iso);

describe('formats', () => {
  it('declines years', () => {
    const ages = [1, 2, 21, 22, 23, 26, 112].map((age) => plain(formats.years(age)));
    expect(ages).toEqual(['1 rok', '2 lata', '21 lat', '22 lata', '23 lata', '26 lat', '112 lat']);
  });

  it('writes calendar days without moving them', () => {
    expect(formats.day('2027-03-31')).toBe('31.03.2027');
    expect(formats.day('2026-10-25')).toBe('25.10.2026');
  });

  it('writes instants in Warsaw time, in summer and in winter', () => {
    expect(formats.time(at('2026-07-01T22:30:00Z'))).toBe('00:30');
    expect(formats.date(at('2026-07-01T22:30:00Z'))).toBe('02.07.2026');
    expect(formats.time(at('2026-12-01T22:30:00Z'))).toBe('23:30');
  });

  it('writes instants to the second, and tenths of a magnification', () => {
    expect(formats.second(at('2026-12-01T22:30:05Z'))).toBe('23:30:05');
    expect([1, 2.54].map(formats.times)).toEqual(['1×', '2,5×']);
  });

  it('write days before months and hours to 24 in every language', () => {
    const late = at('2026-11-27T21:05:07Z');
    const said = (language: string) => {
      const { date, day, time, second } = makeFormats(language);
      return [date(late), day('2026-11-27'), time(late), second(late)];
    };
    const numeric = ['27.11.2026', '27.11.2026', '22:05', '22:05:07'];
    expect(said('pl')).toEqual(numeric);
    expect(said('uk')).toEqual(numeric);
    expect(said('en')).toEqual(['27/11/2026', '27/11/2026', '22:05', '22:05:07']);
  });

  it('break a day in words only after its name', () => {
    const day = at('2026-11-27T08:12:00Z');
    const moments = ['pl', 'en', 'uk'].map((language) => makeFormats(language).moment(day));
    expect(moments).toEqual([
      'piątek, 27\u00a0listopada, 09:12',
      'Friday 27\u00a0November, 09:12',
      'пʼятниця, 27\u00a0листопада, 09:12',
    ]);
  });

  it('count begun kilobytes, and sign differences', () => {
    expect([1, 91_001].map(formats.kilobytes)).toEqual(['1\u00a0kB', '92\u00a0kB']);
    expect(makeFormats('uk').kilobytes(91_001)).toBe('92\u00a0кБ');
    for (const language of ['pl', 'en', 'uk'])
      expect([12, 0, -3].map(makeFormats(language).change)).toEqual(['+12', '0', '−3']);
  });

  it('names the coarsest whole unit', () => {
    const spans = [-5, -60, -3_500, -7_300, 130].map((span) => plain(formats.relative(span)));
    expect(spans).toEqual([
      '5 sekund temu',
      '1 minutę temu',
      '58 minut temu',
      '2 godziny temu',
      'za 2 minuty',
    ]);
  });

  it('counts days by Warsaw midnights, across a change of clocks too', () => {
    expect(daysBetween(at('2026-11-22T22:59:00Z'), at('2026-11-22T23:01:00Z'))).toBe(1);
    expect(daysBetween(at('2026-10-24T12:00:00Z'), at('2026-10-26T12:00:00Z'))).toBe(2);
    expect(daysBetween(at('2026-11-23T00:00:00Z'), at('2026-11-23T22:00:00Z'))).toBe(0);
  });
});
