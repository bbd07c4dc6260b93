/**
 * The verifier's view. One video element stays mounted under every screen, so that the camera's one
 * stream lives on; the screen in front is laid over it. Verdicts are announced by a live region
 * that outlives them. All behaviour is in the actions that come in.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps, ClockView } from '../models/app-state.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { InputsScreen } from './inputs-screen.tsx';
import { ListsScreen } from './lists-screen.tsx';
import { PoliciesScreen } from './policies-screen.tsx';
import { ScanScreen } from './scan-screen.tsx';
import { VerdictScreen } from './verdict-screen.tsx';

/** The whole page. */
export function App(props: AppProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a video without controls takes no focus */}
      <video
        class="camera"
        ref={props.actions.attachVideo}
        muted
        autoplay
        playsInline
        aria-hidden="true"
      />
      <Announcement {...props} />
      <Front {...props} />
    </>
  );
}

function Front(props: AppProps) {
  const screen = props.screen.value;
  switch (screen.name) {
    case 'scan':
      return <ScanScreen {...props} />;
    case 'verdict':
      return (
        <VerdictScreen
          // A new check is a new screen: focus, portrait and scroll position start anew.
          key={screen.at}
          verdict={screen.verdict}
          at={screen.at}
          policy={props.chosenPolicy.value}
          held={props.held}
          clock={props.clock.value}
          actions={props.actions}
        />
      );
    case 'lists':
      return <ListsScreen {...props} />;
    case 'policies':
      return <PoliciesScreen {...props} />;
    case 'inputs':
      return <InputsScreen {...props} />;
  }
}

function Announcement({ screen, chosenPolicy, clock }: AppProps) {
  return (
    <p class="visually-hidden" aria-live="assertive">
      {announce(screen.value, chosenPolicy.value, clock.value)}
    </p>
  );
}

function announce(
  screen: AppProps['screen']['value'],
  policy: AppProps['chosenPolicy']['value'],
  clock: ClockView,
): string {
  if (screen.name !== 'verdict') return '';
  const { verdict, at } = screen;
  const situation = { verdict, at, policy, portraitFailed: false, clock };
  const { headline, line, lead } = describeVerdict(situation, currentTexts());
  return `${headline}. ${line}. ${lead}`;
}
