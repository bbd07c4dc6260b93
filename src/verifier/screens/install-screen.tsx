/**
 * The install screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The install screen. */
export function InstallScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="install" title={texts.install.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
