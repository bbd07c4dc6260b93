/**
 * The about screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The about screen. */
export function AboutScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="about" title={texts.about.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
