/**
 * The record screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The record screen. */
export function RecordScreen({ actions }: AppProps & { readonly number: string }) {
  const texts = currentTexts();
  return (
    <Page name="record" title={texts.shift.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
