/**
 * The shift screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The shift screen. */
export function ShiftScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="shift" title={texts.shift.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
