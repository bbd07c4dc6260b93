/**
 * The first choice on a new device: the app's languages, each by its own name, above everything else
 * on the scan screen. Small, since it comes with the page.
 */
import { firstTexts } from '../i18n/current-texts.ts';
import { languageNames, languages } from '../i18n/language.ts';
import type { AppProps } from '../models/app-state.ts';

/** Nothing once a language was chosen, or a card checked without. */
export const LanguageStrip = ({ languageOffer, actions }: AppProps) =>
  languageOffer.value ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent or filled in.
    <div class="language-strip" role="group" aria-label="Język · Language · Мова">
      {languages.map((language) => (
        <button
          key={language}
          class="language-choice"
          type="button"
          lang={language}
          aria-pressed={language === firstTexts().language}
          onClick={() => actions.chooseLanguage(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  ) : null;
