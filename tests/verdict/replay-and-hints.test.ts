/** The memory of shown codes, and hints at codes of other kinds. */
import { describe, expect, it } from 'vitest';
import { recognizeOtherCode } from '../../src/verdict/other-codes.ts';
import { outOfPicture, ReplayMemory } from '../../src/verdict/replay-memory.ts';
import { openHash } from '../fixtures/keyed-hash.ts';

describe('the replay memory', () => {
  it('takes a code that stays in the picture as one showing', () => {
    const memory = new ReplayMemory(openHash);
    for (let now = 0; now <= 20_000; now += outOfPicture)
      expect(memory.isReused('card', 'nonce', now)).toBe(false);
  });

  it('tells a code that had left the picture', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    expect(memory.isReused('card', 'nonce', outOfPicture + 1)).toBe(true);
  });

  it('tells one whose typing began before the last showing, and makes that one no older', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 20_000);
    expect(memory.isReused('card', 'nonce', 0)).toBe(true);
    expect(memory.isReused('card', 'nonce', 19_000)).toBe(false);
    expect(memory.isReused('card', 'nonce', 22_000)).toBe(false);
    expect(memory.isReused('card', 'nonce', 25_000)).toBe(true);
  });

  it('goes on telling it, however often it is shown', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    for (const now of [3000, 4000, 5000, 30_000])
      expect(memory.isReused('card', 'nonce', now)).toBe(true);
  });

  it('keeps cards and nonces apart', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    expect(memory.isReused('card', 'next', 9000)).toBe(false);
    expect(memory.isReused('other', 'nonce', 9000)).toBe(false);
  });

  it('counts a card that is kept in view as shown, whatever its code', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    for (const now of [2000, 4000, 6000]) memory.keepInPicture('card', now);
    expect(memory.isReused('card', 'nonce', 8000)).toBe(false);
  });

  it('does not bring a code back that had left', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    memory.keepInPicture('card', outOfPicture + 1);
    expect(memory.isReused('card', 'nonce', outOfPicture + 2)).toBe(true);
  });

  it('counts a code as in the picture for 2.5 s to the millisecond', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    memory.keepInPicture('card', 2500);
    expect(memory.isReused('card', 'nonce', 5000)).toBe(false);
    expect(memory.isReused('card', 'nonce', 7501)).toBe(true);
  });

  it('keeps another card’s code out of it', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    for (const now of [2000, 4000]) memory.keepInPicture('car', now);
    expect(memory.isReused('card', 'nonce', 5000)).toBe(true);
  });

  it('forgets codes that can be live no more', () => {
    const memory = new ReplayMemory(openHash);
    memory.isReused('card', 'nonce', 0);
    expect(memory.isReused('card', 'nonce', 120_000)).toBe(true);
    expect(memory.isReused('card', 'nonce', 120_001)).toBe(false);
  });

  it('holds 4,095 codes beside the one that is shown', () => {
    const isFirstKept = (codes: number): boolean => {
      const memory = new ReplayMemory(openHash);
      for (let index = 0; index < codes; index++) memory.isReused('card', `n${index}`, 0);
      return memory.isReused('card', 'n0', 9000);
    };
    expect(isFirstKept(4095)).toBe(true);
    expect(isFirstKept(4096)).toBe(false);
  });

  it('is bounded: the oldest go first', () => {
    const memory = new ReplayMemory(openHash);
    for (let index = 0; index < 5000; index++) memory.isReused('card', `n${index}`, 0);
    expect(memory.isReused('card', 'n4999', 9000)).toBe(true);
    expect(memory.isReused('card', 'n0', 9000)).toBe(false);
  });
});

describe('a code of another kind', () => {
  const hints: [string, string | null][] = [
    ['HC1:6BFOXN', 'eu-dcc'],
    ['shc:/5676290952', 'smart-health-card'],
    ['SHC:/5676290952', 'smart-health-card'],
    ['#UT01008000001', 'rail-barcode'],
    ['OTI0080', 'rail-barcode'],
    ['https://europeanstudentcard.eu/card/1', 'european-student-card'],
    ['https://router.europeanstudentcard.eu/esc/1', 'european-student-card'],
    ['http://pitt.es/1', 'european-student-card'],
    ['https://mobywatel.gov.pl/x', 'mobywatel'],
    ['https://www.mobywatel.gov.pl/x', 'mobywatel'],
    ['https://evil-mobywatel.gov.pl.example/x', 'url'],
    ['https://example.org/', 'url'],
    ['HTTP://EXAMPLE.ORG/', 'url'],
    ['http://mobywatel.gov.pl/x', 'mobywatel'],
    ['mobywatel:x', 'mobywatel'],
    ['hc1:6BF', null],
    [' HC1:6BF', null],
    ['see shc:/5676290952', null],
    ['NOTICE OTI VDV #UT', null],
    ['see https://europeanstudentcard.eu/card/1', null],
    ['see mobywatel:x', null],
    ['see https://example.org/', null],
    ['WIFI:S:x;;', null],
    ['ftp://example.org', null],
    ['', null],
  ];
  for (const [text, hint] of hints)
    it(`is ${hint ?? 'unknown'}: ${text}`, () => {
      expect(recognizeOtherCode(text)).toBe(hint);
    });
});
