/**
 * The way to the state's own online check of documents in mObywatel: how it goes and, with a network,
 * the link. It opens apart from this app and learns nothing from it. A kiosk has no way out.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';

const verifierUrl = 'https://weryfikator.mobywatel.gov.pl/';

/** How the official check goes, and the link to it. */
export function OfficialCheck({ online, settings }: Pick<AppProps, 'online' | 'settings'>) {
  const { official } = currentTexts().byEye;
  if (settings.value.kiosk) return null;
  return (
    <section class="way">
      <h2 class="subtitle">{official.title}</h2>
      <ol class="eye-ways">
        {official.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {online.value ? (
        <>
          <a class="button eye-link" href={verifierUrl} target="_blank" rel="noreferrer">
            {official.open}
          </a>
          <p class="small">{official.newWindow}</p>
        </>
      ) : (
        <p class="note strong">{official.offline}</p>
      )}
    </section>
  );
}
