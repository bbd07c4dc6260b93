/**
 * The language in use and its texts. Components ask here each time they render: a change of language
 * shows at once on whatever screen is in front. Polish comes with the page; the others, and what the
 * later screens say, are files of their own that the service worker keeps, so that switching needs no
 * network.
 */
import { computed, signal } from '@preact/signals';
import type { FirstTexts } from './first-texts.ts';
import type { Language } from './language.ts';
import { firstPl } from './pl/first.ts';
import type { RestTexts, Texts } from './texts.ts';

const firstOf: Readonly<Record<Language, () => Promise<FirstTexts>>> = {
  pl: async () => firstPl,
  en: async () => (await import('./en/first.ts')).firstEn,
  uk: async () => (await import('./uk/first.ts')).firstUk,
};

const restOf: Readonly<Record<Language, () => Promise<RestTexts>>> = {
  pl: async () => (await import('./pl/rest.ts')).restPl,
  en: async () => (await import('./en/rest.ts')).restEn,
  uk: async () => (await import('./uk/rest.ts')).restUk,
};

const spoken = signal<{ readonly first: FirstTexts; readonly rest: RestTexts | null }>({
  first: firstPl,
  rest: null,
});

const all = computed<Texts | null>(() => {
  const { first, rest } = spoken.value;
  return rest && { ...first, ...rest };
});

/** The texts that are there as soon as the app opens. */
export const firstTexts = (): FirstTexts => spoken.value.first;

/** All texts; only for what is loaded after `loadRestTexts`. */
export function currentTexts(): Texts {
  if (!all.value) throw new Error('texts are asked for before they are loaded');
  return all.value;
}

/** All texts of one language, for what is said in several at once. Rejects where they cannot be loaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  const [first, rest] = await Promise.all([firstOf[language](), restOf[language]()]);
  return { ...first, ...rest };
}

/** What was asked for last: one that takes long must not come after it. */
let wanted: Language = 'pl';

/** Speaks a language from now on. Rejects where its texts cannot be loaded; the one before stays. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const [first, rest] = await Promise.all([
    firstOf[language](),
    spoken.peek().rest ? restOf[language]() : null,
  ]);
  if (wanted !== language) return;
  // The other screens may have come meanwhile, in the language before.
  if (rest === null && spoken.peek().rest) await speak(language);
  else spoken.value = { first, rest };
}

/** Loads what the later screens say: in the language in use, or in Polish where that is not to be had. */
export async function loadRestTexts(): Promise<void> {
  const { first, rest } = spoken.peek();
  if (rest) return;
  const loaded = await restOf[first.language]().catch(() => null);
  // The language may have changed meanwhile.
  if (spoken.peek().first !== first) await loadRestTexts();
  else
    spoken.value = loaded ? { first, rest: loaded } : { first: firstPl, rest: await restOf.pl() };
}
