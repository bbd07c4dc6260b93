/**
 * The card page's entry: joins the model to network, key store and clock, follows the address's
 * hash, and beats once a second, at once when the page comes back into view.
 */
import { render } from 'preact';
import './card.css';
import { type CardModel, makeCardModel } from './card-model.ts';
import { CardScreen } from './card-screen.tsx';
import { obtainHolderKey } from './holder-key.ts';
import { untilNextSecond } from './rotation.ts';
import { fetchText } from './specimens.ts';
import { ChooserScreen, FailureScreen } from './start-screens.tsx';

function CardPage({ model }: { readonly model: CardModel }) {
  const state = model.state.value;
  switch (state.kind) {
    case 'loading':
      return <main class="sheet" data-screen="loading" aria-busy="true" />;
    case 'choosing':
      return <ChooserScreen ids={state.ids} />;
    case 'card':
      return <CardScreen key={state.specimen.id} shown={state} now={model.now} />;
    case 'failed':
      return <FailureScreen failure={state.failure} />;
  }
}

function beat(model: CardModel): void {
  void model.tick();
  setTimeout(() => beat(model), untilNextSecond(Date.now()));
}

const model = makeCardModel({ fetchText, obtainKey: obtainHolderKey, now: () => Date.now() });
const openFromHash = (): void => {
  window.scrollTo(0, 0);
  void model.open(location.hash.slice(1));
};
window.addEventListener('hashchange', openFromHash);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void model.tick();
});
openFromHash();
beat(model);
const root = document.getElementById('app');
if (root) render(<CardPage model={model} />, root);
