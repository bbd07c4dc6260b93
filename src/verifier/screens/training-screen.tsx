/**
 * The training screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The training screen. */
export function TrainingScreen({ actions }: AppProps) {
  const texts = currentTexts();
  return (
    <Page name="training" title={texts.training.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
