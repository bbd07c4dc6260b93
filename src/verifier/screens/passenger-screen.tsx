/**
 * The passenger screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps, VerdictView } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The passenger screen. */
export function PassengerScreen({ actions }: AppProps & { readonly view: VerdictView }) {
  const texts = currentTexts();
  return (
    <Page name="passenger" title={texts.shift.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
