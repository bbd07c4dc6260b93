/**
 * No screen has a fault that axe can find, by day, by night and in high contrast, in any language, and
 * none has two primary actions. The suite takes half of the screens by day and by
 * night, each in one of the languages; the long run takes every screen in all of them.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { languages } from '../../src/verifier/i18n/language.ts';
import { worldFolder } from './support/app-server.ts';
import { everyScreen, type ScreenState } from './support/every-screen.ts';
import { expect, test } from './support/lists-test.ts';
import type { Situation } from './support/situations.ts';
import { visitScreens } from './support/visit-screens.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Themes differ in their colours alone. */
const otherThemes = [
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const;

async function findFaults(page: Page, isLong: boolean): Promise<readonly string[]> {
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  const found = [...nameFaults(await axe().withTags(rules).analyze())];
  for (const theme of isLong ? otherThemes : otherThemes.slice(0, 1)) {
    await page.emulateMedia(theme);
    found.push(...nameFaults(await axe().withRules('color-contrast').analyze()));
  }
  const mainOnes = await page.locator('.button-main:visible').count();
  return mainOnes > 1 ? [...found, `${mainOnes} primary actions`] : found;
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const nameFaults = ({ violations }: AxeResults): readonly string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));

const usual: ReadonlySet<Situation> = new Set(['synced', 'camera-missing']);
const situations = [...new Set(everyScreen.map(({ situation }) => situation))];

for (const [place, language] of languages.entries()) {
  // A device in another situation takes its time: one language has all that is seen on it.
  const isTurnOf = ({ situation }: ScreenState, index: number): boolean =>
    (usual.has(situation) ? index : situations.indexOf(situation)) % languages.length === place;
  const sets = [
    {
      which: 'some of the screens',
      states: everyScreen
        .filter(({ isVariant }) => !isVariant)
        .filter(isTurnOf)
        .filter((_, index) => index % 4 === 0),
      tag: [],
    },
    { which: 'every screen', states: everyScreen, tag: '@long' },
  ];
  for (const { which, states, tag } of sets)
    test(`axe finds no fault on ${which} in ${language}`, { tag }, async ({
      sharedBrowser,
      lists,
    }) => {
      test.setTimeout(600_000);
      const faults: Record<string, readonly string[]> = {};
      for await (const { state, visit } of visitScreens(
        { browser: sharedBrowser, url: lists.url, world: worldFolder, language },
        states,
      )) {
        const found = await findFaults(visit.page, tag === '@long');
        if (found.length > 0) faults[state.name] = found;
      }
      expect(faults).toEqual({});
    });
}
