/** Figures as Poles write them, and what a code is said to hide. */
import { describe, expect, it } from 'vitest';
import {
  describeHidden,
  formatAge,
  formatClock,
  formatDay,
  titleOf,
} from '../../src/holder/texts.ts';

describe('texts', () => {
  it('count years in Polish', () => {
    expect([1, 21, 22, 25].map(formatAge)).toEqual(['1 rok', '21 lat', '22 lata', '25 lat']);
  });

  it('tell the hour of Warsaw, in winter and in summer', () => {
    expect(formatClock(Date.UTC(2026, 0, 1, 11, 5, 9))).toBe('12:05:09');
    expect(formatClock(Date.UTC(2026, 6, 1, 23, 5, 9))).toBe('01:05:09');
  });

  it('write days the Polish way, and a dash for none', () => {
    expect(formatDay('2027-03-31')).toBe('31.03.2027');
    expect(formatDay(null)).toBe('–');
  });

  it('name what a code keeps to itself', () => {
    const all = ['given_name', 'family_name', 'birthdate', 'document_number', 'picture'];
    expect(describeHidden(all)).toBe('');
    expect(describeHidden(['given_name', 'family_name', 'birthdate'])).toBe('numeru, zdjęcia');
  });

  it('fall back on the id of a specimen they do not know', () => {
    expect(titleOf('valid')).toBe('Ważna');
    expect(titleOf('a-new-one')).toBe('a-new-one');
  });
});
