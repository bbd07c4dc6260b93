/**
 * The settings screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The settings screen. */
export function SettingsScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="settings" title={texts.settings.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
