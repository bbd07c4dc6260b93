/**
 * The languages of the app. Polish is first wherever nobody has chosen: the cards, the law and the
 * inspectors are Polish, whatever language the browser was installed in.
 */
import type { LocalizedText } from '../../trust/policies.ts';

/** A BCP 47 tag; policies carry their texts in each. */
export type Language = keyof LocalizedText;

/** Each language by the name that its speakers look for, in the order of the menu. */
export const languageNames: Readonly<Record<Language, string>> = {
  pl: 'Polski',
  en: 'English',
  uk: 'Українська',
};

export const languages = Object.keys(languageNames) as readonly Language[];
