/**
 * What the page shows when no card is open: the list of specimens to choose from, or what stands in
 * the way. The chosen one goes into the address, so that a page can be opened straight on a card.
 */
import type { CardFailure } from './card-model.ts';
import { failureTexts, titleOf } from './texts.ts';

/** Where the list of specimens is: the page's address with an empty hash. */
export const chooserAddress = '#';

/** The list of specimens. */
export function ChooserScreen({ ids }: { readonly ids: readonly string[] }) {
  return (
    <main class="sheet" data-screen="chooser">
      <h1 class="title">Legitymacje okazowe</h1>
      <p>Wybierz, co pokazać do sprawdzenia. Żadna z tych osób nie istnieje.</p>
      <ul class="choices">
        {ids.map((id) => (
          <li key={id}>
            <a class="choice" href={`#${id}`}>
              <span class="strong">{titleOf(id)}</span>
              <span class="small">{id}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** What went wrong and what to do. */
export function FailureScreen({ failure }: { readonly failure: CardFailure }) {
  const { title, nextStep } = failureTexts[failure];
  return (
    <main class="sheet" data-screen="failure" data-failure={failure}>
      <h1 class="title">{title}</h1>
      <p>{nextStep}</p>
      <p class="small">{failure}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Spróbuj ponownie
      </button>
      <a class="button" href={chooserAddress}>
        Wszystkie okazy
      </a>
    </main>
  );
}
