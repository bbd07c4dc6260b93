/**
 * How the app gets onto the device, and why: this device's way first and in pictures, the others below
 * it. Where the browser can ask the person itself, one button has it do so.
 */
import { InstallDrawing } from '../drawings/install-drawing.tsx';
import { currentTexts } from '../i18n/current-texts.ts';
import { installSteps } from '../i18n/texts/install.ts';
import type { AppProps } from '../models/app-state.ts';
import type { Platform } from '../models/install-model.ts';
import { Page } from '../ui/page.tsx';

/** The install screen. */
export function InstallScreen({ install, actions }: AppProps) {
  const texts = currentTexts().install;
  const state = install.state.value;
  const others = (Object.keys(installSteps) as Platform[]).filter(
    (platform) => platform !== install.platform,
  );
  return (
    <Page
      name="install"
      title={texts.title}
      attributes={{ 'data-install': state, 'data-platform': install.platform }}
      deeds={
        state === 'askable' && (
          <button class="button button-main" type="button" onClick={install.ask}>
            {texts.ask}
          </button>
        )
      }
      back={() => actions.open('menu')}
    >
      {state === 'installed' ? (
        <div class="note" role="status">
          <p class="strong">{texts.installed}</p>
          <p>{texts.installedNote}</p>
        </div>
      ) : (
        <ul class="reasons">
          {texts.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {state !== 'installed' && (
        <section class="way">
          <h2 class="subtitle">{texts.platforms[install.platform]}</h2>
          <Steps platform={install.platform} />
        </section>
      )}
      <section class="way">
        <h2 class="subtitle">{texts.others}</h2>
        {others.map((platform) => (
          <details key={platform} class="fold">
            <summary>{texts.platforms[platform]}</summary>
            <Steps platform={platform} />
          </details>
        ))}
      </section>
    </Page>
  );
}

function Steps({ platform }: { readonly platform: Platform }) {
  const { steps } = currentTexts().install;
  return (
    <ol class="install-steps">
      {installSteps[platform].map((step, at) => (
        <li key={step}>
          <p>
            <span class="install-number">{at + 1}</span>
            {steps[step]}
          </p>
          <InstallDrawing step={step} />
        </li>
      ))}
    </ol>
  );
}
