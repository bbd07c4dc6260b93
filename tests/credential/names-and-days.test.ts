/** Names fit for a screen, and the law's calendar: days in Warsaw, ages in full years. */
import { describe, expect, it } from 'vitest';
import { readDay, writeDay } from '../../src/base/day.ts';
import { ageOn, dayBefore, dayOfAge, warsawDay } from '../../src/credential/calendar.ts';
import { displayName, isPlainName } from '../../src/credential/display-name.ts';

describe('a name on the screen', () => {
  const plain = ['Żaneta', 'Okaz-Wzór', "O'Neill", 'Nguyễn Thị', 'Ганна', '李', 'Zoe\u0301'];
  for (const name of plain)
    it(`shows ${name} as it was signed`, () => {
      expect(displayName(name)).toEqual({ name, stripped: false });
      expect(isPlainName(name)).toBe(true);
    });

  const tricks: Record<string, [string, string]> = {
    'a right-to-left override': ['Jan\u202eKowalski', 'JanKowalski'],
    'bidi isolates': ['\u2066Jan\u2069', 'Jan'],
    'zero-width characters': ['J\u200ba\u200dn\ufeff', 'Jan'],
    'line ends and other controls': ['Jan\n\u0000Okaz\u0085', 'JanOkaz'],
    'line separators': ['Jan\u2028Okaz', 'JanOkaz'],
    'private use characters': ['Jan\ue000', 'Jan'],
    'lone surrogates': ['Jan\ud800', 'Jan'],
    'unassigned characters': ['Jan\u0378', 'Jan'],
    'letters without a shape': ['\u115fJ\u1160a\u3164n\uffa0', 'Jan'],
    'patterns without a dot, and joiners': ['J\u2800a\u034fn', 'Jan'],
    'tag characters': ['Jan\u{e0041}', 'Jan'],
    'space around and twice': ['  Jan   Okaz ', 'Jan Okaz'],
    'no-break space': ['Jan\u00a0\u2003Okaz', 'Jan Okaz'],
    'heaps of combining marks': [`a${'\u0301'.repeat(40)}`, 'a\u0301\u0301'],
    'more than 60 characters': ['a'.repeat(200), `${'a'.repeat(59)}…`],
  };
  for (const [what, [signed, shown]] of Object.entries(tricks))
    it(`is stripped of ${what}, and says so`, () => {
      expect(displayName(signed)).toEqual({ name: shown, stripped: true });
      expect(isPlainName(signed)).toBe(false);
    });

  it('may have 60 characters', () => {
    const name = 'a'.repeat(60);
    expect(displayName(name)).toEqual({ name, stripped: false });
    expect(isPlainName(name)).toBe(true);
    expect(isPlainName(`${name}a`)).toBe(false);
  });

  it('is cut without a space or half a character before its mark', () => {
    expect(displayName(`${'a'.repeat(58)} ${'b'.repeat(9)}`).name).toBe(`${'a'.repeat(58)}…`);
    expect(displayName(`${'a'.repeat(58)}🎓bbb`).name).toBe(`${'a'.repeat(58)}…`);
    expect(displayName(`${'a'.repeat(57)}🎓bbb`).name).toBe(`${'a'.repeat(57)}🎓…`);
  });

  it('is never cut within a character', () => {
    for (let start = 50; start < 64; start++)
      expect(displayName('a'.repeat(start) + '🎓'.repeat(20)).name).not.toMatch(/\p{Cs}/u);
  });

  it('is refused by the issuer when it is empty', () => {
    expect(isPlainName('')).toBe(false);
  });
});

describe('a day', () => {
  it('is a day of the calendar in one form', () => {
    expect(readDay('1970-01-02')).toBe(86_400_000);
    expect(writeDay(86_400_000)).toBe('1970-01-02');
    expect(readDay('2024-02-29')).not.toBeNull();
    const refused = [
      ...['2023-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00'],
      ...['2026-1-1', '26-01-01', '+002026-01-01', '2026-01-01 ', '2026-01-01\n', '', null, 5],
    ];
    for (const text of refused) expect(readDay(text)).toBeNull();
  });

  it('has one before it', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
    expect(dayBefore('2027-01-01')).toBe('2026-12-31');
  });
});

describe('the day in Warsaw', () => {
  const days: [string, string][] = [
    ['2026-01-15T22:59:59Z', '2026-01-15'],
    ['2026-01-15T23:00:00Z', '2026-01-16'],
    ['2026-07-15T21:59:59Z', '2026-07-15'],
    ['2026-07-15T22:00:00Z', '2026-07-16'],
    // Clocks go forward on 29 March and back on 25 October 2026.
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ];
  for (const [instant, day] of days)
    it(`is ${day} at ${instant}`, () => {
      expect(warsawDay(Date.parse(instant))).toBe(day);
    });
});

describe('an age', () => {
  const ages: [string, string, number][] = [
    ['2000-11-23', '2026-11-22', 25],
    ['2000-11-23', '2026-11-23', 26],
    ['2000-11-23', '2026-11-24', 26],
    ['2000-12-31', '2026-01-01', 25],
    ['2000-02-29', '2026-02-27', 25],
    ['2000-02-29', '2026-02-28', 26],
    ['2000-02-29', '2028-02-28', 27],
    ['2000-02-29', '2028-02-29', 28],
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-24', '2026-11-23', -1],
  ];
  for (const [born, day, age] of ages)
    it(`of someone born on ${born} is ${age} on ${day}`, () => {
      expect(ageOn(day, born)).toBe(age);
    });

  it('is reached as the birthday begins, on 28 February where there is no 29th', () => {
    expect(dayOfAge('2000-11-23', 26)).toBe('2026-11-23');
    expect(dayOfAge('2000-02-29', 26)).toBe('2026-02-28');
    expect(dayOfAge('2000-02-29', 28)).toBe('2028-02-29');
    expect(dayOfAge('0950-02-28', 26)).toBe('0976-02-28');
  });
});
