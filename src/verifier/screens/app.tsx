/**
 * The verifier's view. One video element stays mounted under every screen, so that the camera's one
 * stream lives on; the screen in front is laid over it. Verdicts are announced by a live region
 * that outlives them. All behaviour is in the actions that come in.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { AppProps } from '../models/app-state.ts';
import { ScanScreen } from './scan-screen.tsx';

/** The screens that are loaded after the camera. */
export type OtherScreens = Pick<typeof import('./other-screens.tsx'), 'OtherScreen' | 'announce'>;

interface AppViewProps extends AppProps {
  /** Null until they are loaded: the scan screen stays in front. */
  readonly others: ReadonlySignal<OtherScreens | null>;
}

/** The whole page. */
export function App({ others, ...props }: AppViewProps) {
  const loaded = others.value;
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a video without controls takes no focus */}
      <video
        class="camera"
        // A kiosk has a camera of its own: another element, another stream.
        key={props.settings.value.kiosk ? 'kiosk' : 'hand'}
        ref={props.actions.attachVideo}
        muted
        autoplay
        playsInline
        aria-hidden="true"
      />
      <p class="visually-hidden" aria-live="assertive">
        {loaded?.announce(props)}
      </p>
      {loaded && props.screen.value.name !== 'scan' ? (
        <loaded.OtherScreen {...props} />
      ) : (
        <ScanScreen {...props} />
      )}
    </>
  );
}
