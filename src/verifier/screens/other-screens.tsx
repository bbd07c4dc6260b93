/**
 * All screens but the one that scans, and what is said aloud of them. They are loaded together, when
 * the camera is there: it does not need them to start.
 */
import type { JSX } from 'preact';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps, PageName } from '../models/app-state.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { AboutScreen } from './about-screen.tsx';
import { ByEyeScreen } from './by-eye-screen.tsx';
import { InputsScreen } from './inputs-screen.tsx';
import { InstallScreen } from './install-screen.tsx';
import { ListsScreen } from './lists-screen.tsx';
import { MenuScreen } from './menu-screen.tsx';
import { OwnPolicyScreen } from './own-policy-screen.tsx';
import { PassengerScreen } from './passenger-screen.tsx';
import { PoliciesScreen } from './policies-screen.tsx';
import { RecordScreen } from './record-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';
import { ShiftScreen } from './shift-screen.tsx';
import { TrainingScreen } from './training-screen.tsx';
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
          view={screen}
          held={props.held}
          clock={props.clock.value}
          actions={props.actions}
        />
      );
    case 'passenger':
      return <PassengerScreen {...props} view={screen.verdict} />;
    case 'record':
      return <RecordScreen {...props} number={screen.number} />;
    case 'own-policy':
      return <OwnPolicyScreen {...props} id={screen.id} />;
    default: {
      const Page = pages[screen.name];
      return <Page {...props} />;
    }
  }
}

/** The screens that need nothing but their name. */
const pages: Readonly<Record<Exclude<PageName, 'scan'>, (props: AppProps) => JSX.Element>> = {
  menu: MenuScreen,
  lists: ListsScreen,
  policies: PoliciesScreen,
  inputs: InputsScreen,
  shift: ShiftScreen,
  'by-eye': ByEyeScreen,
  training: TrainingScreen,
  settings: SettingsScreen,
  install: InstallScreen,
  about: AboutScreen,
};

/** What a screen reader says when a verdict comes to the front; nothing for other screens. */
export function announce({ screen, clock }: AppProps): string {
  if (screen.value.name !== 'verdict') return '';
  const { verdict, at, policies } = screen.value;
  const policy = policies[0] ?? null;
  const situation = { verdict, at, policy, portraitFailed: false, clock: clock.value };
  const { headline, line, lead } = describeVerdict(situation, currentTexts());
  return `${headline}. ${line}. ${lead}`;
}
