/**
 * The page itself speaks the language in use: its `lang`, by which a screen reader chooses its voice,
 * and its title. The choice that was made on an earlier visit is taken up before anything is drawn.
 */
import { effect } from '@preact/signals';
import { firstTexts, speak } from './i18n/current-texts.ts';
import type { Language } from './i18n/language.ts';

/** Milliseconds for which the camera waits for texts: they lie on the device, but for a first visit. */
const patience = 1000;

/** Speaks the language chosen earlier; in Polish for as long as its texts do not come. */
export async function takeUpLanguage(language: Language): Promise<void> {
  followLanguage();
  if (language === firstTexts().language) return;
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, patience);
  });
  await Promise.race([speak(language).catch(() => undefined), late]);
}

/** Keeps the page's own language and title at the texts'. */
function followLanguage(): void {
  effect(() => {
    const { language, appTitle } = firstTexts();
    document.documentElement.lang = language;
    document.title = appTitle;
  });
}
