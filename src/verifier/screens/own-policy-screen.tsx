/**
 * The own-policy screen.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { Page } from '../ui/page.tsx';

/** The own-policy screen. */
export function OwnPolicyScreen({ actions }: AppProps & { readonly id: string | null }) {
  const texts = currentTexts();
  return (
    <Page name="own-policy" title={texts.policies.title} back={() => actions.open('menu')}>
      <p>…</p>
    </Page>
  );
}
