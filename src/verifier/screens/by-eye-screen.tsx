/**
 * The by-eye screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The by-eye screen. */
export function ByEyeScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="by-eye" title={texts.byEye.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
