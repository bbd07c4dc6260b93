/** Which language is spoken, when some of its texts come late or not at all. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const english = '../../src/verifier/i18n/en';

async function load() {
  return import('../../src/verifier/i18n/current-texts.ts');
}

/** Keeps English back until the returned function is called. */
function holdEnglish(): () => void {
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  vi.doMock(`${english}/first.ts`, async (original) => {
    await late;
    return original();
  });
  return arrive;
}

beforeEach(() => {
  vi.resetModules();
  vi.doUnmock(`${english}/first.ts`);
  vi.doUnmock(`${english}/rest.ts`);
});

describe('the language in use', () => {
  it('is Polish until another is spoken', async () => {
    const { firstTexts, speak } = await load();
    expect(firstTexts().language).toBe('pl');
    await speak('uk');
    expect(firstTexts().language).toBe('uk');
  });

  it('is that of all texts, whichever part came last', async () => {
    const { currentTexts, loadRestTexts, speak } = await load();
    await speak('en');
    await loadRestTexts();
    expect(currentTexts()).toMatchObject({ language: 'en', menu: { shift: 'Shift and records' } });
    await speak('uk');
    expect(currentTexts()).toMatchObject({ language: 'uk', menu: { shift: 'Зміна і записи' } });
  });

  it('is that of all texts when the other screens come in the midst of a change', async () => {
    const arrive = holdEnglish();
    const { currentTexts, loadRestTexts, speak } = await load();
    const spoken = speak('en');
    await loadRestTexts();
    arrive();
    await spoken;
    expect(currentTexts()).toMatchObject({ language: 'en', menu: { shift: 'Shift and records' } });
  });

  it('is the one asked for last, when an earlier one comes late', async () => {
    const arrive = holdEnglish();
    const { firstTexts, speak } = await load();
    const first = speak('en');
    await speak('uk');
    arrive();
    await first;
    expect(firstTexts().language).toBe('uk');
  });

  it('stays when the other one cannot be had', async () => {
    vi.doMock(`${english}/first.ts`, () => {
      throw new TypeError('not fetched');
    });
    const { firstTexts, speak } = await load();
    await expect(speak('en')).rejects.toThrow();
    expect(firstTexts().language).toBe('pl');
  });

  it('is Polish throughout where the later texts of the other cannot be had', async () => {
    vi.doMock(`${english}/rest.ts`, () => {
      throw new TypeError('not fetched');
    });
    const { currentTexts, loadRestTexts, speak } = await load();
    await speak('en');
    await loadRestTexts();
    expect(currentTexts().language).toBe('pl');
    expect(currentTexts().menu.shift).toBe('Zmiana i zapisy');
  });
});
