/** Says what this browser lacks and what to do about each; nothing else of the app runs then. */
import { firstTexts } from '../i18n/current-texts.ts';
import type { MissingCapability } from '../models/app-state.ts';

/** The screen of a browser that cannot run the app. */
export function UnsupportedScreen({ missing }: { readonly missing: readonly MissingCapability[] }) {
  const { unsupported, missingCapabilities } = firstTexts();
  return (
    <main class="screen page" data-screen="unsupported-browser">
      <div class="page-sheet">
        <h1 class="title">{unsupported.title}</h1>
        <p>{unsupported.lead}</p>
        <ul class="missing">
          {missing.map((capability) => (
            <li key={capability} class="note" data-missing={capability}>
              <p class="strong">{missingCapabilities[capability].sentence}</p>
              <p>{missingCapabilities[capability].nextStep}</p>
              <p class="small">{capability}</p>
            </li>
          ))}
        </ul>
        <p>{unsupported.remedy}</p>
      </div>
    </main>
  );
}
