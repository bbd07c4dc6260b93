/**
 * All screens but the one that scans, and what is said aloud of them. They are loaded together, when
 * the camera is there: it does not need them to start.
 */
import type { JSX } from 'preact';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps, PageName } from '../models/app-state.ts';
import { gateOf } from '../models/guard.ts';
import { describeVerdict } from '../models/verdict-copy.ts';
import { AboutScreen } from './about-screen.tsx';
import { ByEyeScreen } from './by-eye-screen.tsx';
import { EnrolmentScreen } from './enrolment-screen.tsx';
import { GateScreen } from './gate-screen.tsx';
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
import { type ReasonTier, VerdictScreen } from './verdict-screen.tsx';

/** The screen in front, where it is not the one that scans. */
export function OtherScreen(props: AppProps) {
  const screen = props.screen.value;
  const gate = gateOf(screen.name, {
    kiosk: props.settings.value.kiosk,
    lock: props.lock.state.value,
    attended: props.lock.attended.value,
  });
  if (gate !== 'open') return <GateScreen {...props} gate={gate} />;
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
          tier={tierOf(props)}
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
  enrolment: EnrolmentScreen,
  install: InstallScreen,
  about: AboutScreen,
};

/** How much of a verdict is for whoever stands before the screen. */
function tierOf({ settings, lock }: AppProps): ReasonTier {
  if (settings.value.kiosk) return 'guest';
  return lock.state.value.name === 'open' ? 'supervisor' : 'inspector';
}

/** What a screen reader says when a verdict comes to the front; nothing for other screens. */
export function announce({ screen, clock, settings }: AppProps): string {
  const view = screen.value;
  if (view.name !== 'verdict') return '';
  const { headline, line, lead, seen } = describeVerdict(
    { view, clock: clock.value },
    currentTexts(),
  );
  if (settings.value.kiosk) return headline;
  return [headline, line, ...(seen === null ? [] : [seen]), lead].join('. ');
}
