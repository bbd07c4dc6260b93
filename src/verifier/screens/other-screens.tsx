/**
 * All screens but the one that scans, and what is said aloud of them. They are loaded together, when
 * the camera is there: it does not need them to start.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { InputsScreen } from './inputs-screen.tsx';
import { ListsScreen } from './lists-screen.tsx';
import { PoliciesScreen } from './policies-screen.tsx';
import { VerdictScreen } from './verdict-screen.tsx';

/** The screen in front, where it is not the one that scans. */
export function OtherScreen(props: AppProps) {
  const screen = props.screen.value;
  switch (screen.name) {
    case 'scan':
      return null;
    case 'verdict':
      return (
        <VerdictScreen
          // A new check is a new screen: focus, portrait and scroll position start anew.
          key={screen.at}
          verdict={screen.verdict}
          at={screen.at}
          policy={screen.policy}
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

/** What a screen reader says when a verdict comes to the front; nothing for other screens. */
export function announce({ screen, clock }: AppProps): string {
  if (screen.value.name !== 'verdict') return '';
  const { verdict, at, policy } = screen.value;
  const situation = { verdict, at, policy, portraitFailed: false, clock: clock.value };
  const { headline, line, lead } = describeVerdict(situation, currentTexts());
  return `${headline}. ${line}. ${lead}`;
}
