/**
 * Every screen of the app in every state worth looking at: one line each, with the way there that a
 * person takes. What is looked for on them is left to the tests, the gallery and the benches.
 */
import { type EyeKind, eyeKinds, eyeSteps } from '../../../src/verifier/models/by-eye-steps.ts';
import { mleg } from './app-server.ts';
import type { Situation } from './situations.ts';
import type { Visit } from './visit.ts';

type Way = (visit: Visit) => Promise<void>;

/** One screen in one state. */
export interface ScreenState {
  /** Unique; begins with the screen's own name. */
  readonly name: string;
  readonly situation: Situation;
  /** Differs from another state in its words or pictures alone. */
  readonly isVariant: boolean;
  /** Goes there from the scan screen. */
  readonly open: Way;
}

/** Nobody sees the camera behind another screen, and decoding its picture would slow all of them. */
const usual = (name: string): Situation => (name.startsWith('scan') ? 'synced' : 'camera-missing');

const state = (name: string, open: Way, situation = usual(name)): ScreenState => ({
  name,
  situation,
  isVariant: false,
  open,
});
const variant = (...[name, open, situation]: Parameters<typeof state>): ScreenState => ({
  ...state(name, open, situation),
  isVariant: true,
});

const stay: Way = async () => undefined;

/** One deed after another. */
const first =
  (...ways: readonly Way[]): Way =>
  async (visit) => {
    for (const way of ways) await way(visit);
  };

type Menu = Visit['texts']['menu'];
const menu =
  (label: (menu: Menu) => string): Way =>
  (visit) =>
    visit.openPage(label(visit.texts.menu));
const press =
  (label: (texts: Visit['texts']) => string): Way =>
  (visit) =>
    visit.press(label(visit.texts));
const card =
  (id: string): Way =>
  (visit) =>
    visit.showCard(id);
const scanOn = press(({ verdict }) => verdict.scanOn);
/** Presses what has no name of its own to be found by: the nth button of the screen's contents. */
const pressInside =
  (selector: string): Way =>
  ({ page }) =>
    page.locator(`main ${selector}`).first().click();

const three = ['rail-student-51', 'city-student-50', 'bus-pupil-49-monthly'];
const withPolicies: Way = (visit) => visit.reopen({ policies: three });
const kiosk: Way = (visit) => visit.reopen({ kiosk: true });
const held = press(({ deeds }) => deeds.hold);

const settings = menu((items) => items.settings);
const pin: Way = async (visit) => {
  await visit.press(visit.texts.pin.set);
  await visit.fill(visit.texts.pin.field, '27182818');
  await visit.fill(visit.texts.pin.repeat, '27182818');
};
const savePin = press((texts) => texts.pin.save);
const lock = first(
  settings,
  pin,
  savePin,
  press((texts) => texts.pin.recoveryKept),
  press((texts) => texts.pin.lock),
);

const shift = menu((items) => items.shift);
const busyShift = first(
  shift,
  press((texts) => texts.shift.begin),
  ...['revoked', 'valid', 'valid-over-26', 'screenshot'].map(card),
  scanOn,
  shift,
);

const byEye = menu((items) => items.byEye);
const eyeKind =
  (kind: EyeKind): Way =>
  (visit) =>
    visit.press(visit.texts.byEye.kinds[kind]);
const yes = press((texts) => texts.byEye.yes);
const no = press((texts) => texts.byEye.no);
const eyeStates = eyeKinds.flatMap((kind) =>
  eyeSteps[kind].map((step, at) => {
    const open = first(byEye, eyeKind(kind), ...Array<Way>(at).fill(yes));
    return kind === 'mobywatel' && at === 0
      ? state(`by-eye-${kind}-${step}`, open)
      : variant(`by-eye-${kind}-${step}`, open);
  }),
);

const training = menu((items) => items.training);
const begun = first(
  training,
  press((texts) => texts.training.begin),
);
const scanned = first(
  begun,
  press((texts) => texts.training.scan),
);
const asked = first(
  scanned,
  press((texts) => texts.training.goOn),
);
const answer = pressInside('button[data-deed]');
const answered = first(asked, answer);
const scored = first(
  begun,
  ...Array.from({ length: 8 }, (_, at) =>
    first(
      press((texts) => texts.training.scan),
      press((texts) => texts.training.goOn),
      answer,
      press((texts) => (at === 7 ? texts.training.toScore : texts.training.next)),
    ),
  ),
);

const policies = menu((items) => items.policies);
const newPolicy = first(
  policies,
  press((texts) => texts.policies.add),
);
const filledPolicy = first(newPolicy, async (visit) => {
  await visit.fill(visit.texts.ownPolicy.name, 'Muzeum Okazów');
  await visit.fill(visit.texts.ownPolicy.maximumAge, '26');
});

const enrol: Way = (visit) =>
  visit.paste(
    mleg('enrol', visit.world, '--app', visit.url, '--policy', 'rail-student-51', '--fixed'),
  );
const lists = menu((items) => items.lists);
const unfold: Way = async ({ page }) => {
  for (const fold of await page.locator('main summary').all()) await fold.click();
  await page.locator('[data-screen]').evaluate((screen) => screen.scrollTo(0, 0));
};
const noPicture: Way = (visit) =>
  visit.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'okaz.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });

/** All of them, those of one situation together. */
export const everyScreen: readonly ScreenState[] = [
  state('scan', stay),
  state('scan-first', (visit) => visit.reopenUnset()),
  state('scan-three-policies', withPolicies),
  state('scan-kiosk', kiosk),
  state('verdict-granted', first(card('valid'), held)),
  state('verdict-granted-three', first(withPolicies, card('valid'), held)),
  state('verdict-denied', card('valid-over-26')),
  variant('verdict-denied-pupil', card('pupil')),
  variant('verdict-denied-three', first(withPolicies, card('pupil'))),
  state('verdict-revoked', card('revoked')),
  state('verdict-seen-before', first(card('revoked'), scanOn, card('revoked'))),
  variant('verdict-expired', card('expired')),
  state('verdict-forged', card('forged')),
  variant('verdict-not-yet-valid', card('not-yet-valid')),
  variant('verdict-suspended', card('suspended')),
  variant('verdict-other-school', card('other-school')),
  variant('verdict-not-holder-bound', card('stripped-binding')),
  state('verdict-age-hidden', card('valid-age-hidden')),
  state('verdict-no-portrait', card('valid-no-portrait')),
  state(
    'verdict-compared',
    first(
      card('valid-no-portrait'),
      press(({ deeds }) => deeds.compared),
    ),
  ),
  state(
    'verdict-other-person',
    first(
      card('valid'),
      press(({ deeds }) => deeds['other-person']),
    ),
  ),
  variant('verdict-stale', card('screenshot')),
  variant('verdict-unknown-issuer', card('unknown-issuer')),
  variant('verdict-unknown-key', card('unknown-key')),
  state('verdict-not-a-card', (visit) => visit.showText('HC1:NOT-A-STUDENT-CARD')),
  state('verdict-kiosk', first(kiosk, card('revoked'))),
  state(
    'passenger',
    first(
      card('revoked'),
      press(({ deeds }) => deeds['show-passenger']),
    ),
  ),
  variant(
    'passenger-denied',
    first(
      card('valid-over-26'),
      press(({ deeds }) => deeds['show-passenger']),
    ),
  ),
  state(
    'menu',
    press(({ scan }) => scan.menu),
  ),
  state('lists', lists),
  state('policies', policies),
  state('policies-three', first(withPolicies, policies)),
  state('own-policy', newPolicy),
  variant('own-policy-filled', filledPolicy),
  state(
    'own-policy-refused',
    first(
      newPolicy,
      press((texts) => texts.ownPolicy.save),
    ),
  ),
  state(
    'inputs',
    menu((items) => items.inputs),
  ),
  state(
    'inputs-refused',
    first(
      menu((items) => items.inputs),
      noPicture,
    ),
  ),
  state('shift', shift),
  state('shift-busy', busyShift),
  state('record', first(busyShift, pressInside('[data-record]'))),
  state('by-eye', byEye),
  ...eyeStates,
  state('by-eye-end', first(byEye, eyeKind('mobywatel'), ...Array<Way>(6).fill(yes))),
  variant('by-eye-end-doubt', first(byEye, eyeKind('isic'), ...Array<Way>(3).fill(no))),
  state('training', training),
  state('training-situation', begun),
  state('training-verdict', scanned),
  state('training-deed', asked),
  state('training-why', answered),
  state('training-score', scored),
  state('settings', settings),
  state('settings-pin', first(settings, pin)),
  state(
    'settings-recovery',
    first(settings, pin, savePin, async ({ page }) => {
      await page.locator('.recovery-code').waitFor();
    }),
  ),
  state(
    'settings-reset',
    first(
      settings,
      press((texts) => texts.reset.ask),
    ),
  ),
  state('gate-pin', first(lock, unfold)),
  state('gate-staff', first(kiosk, pressInside('.scan-foot button'))),
  state(
    'enrolment',
    first(enrol, async ({ page }) => {
      await page.locator('[data-enrolment="offered"]').waitFor();
    }),
  ),
  state('enrolment-refused', (visit) => visit.paste('#enrol=b2s.b2s.b2s')),
  state(
    'install',
    first(
      menu((items) => items.install),
      unfold,
    ),
  ),
  state(
    'about',
    menu((items) => items.about),
    'synced',
  ),
  state('scan-offline', stay, 'offline'),
  state('lists-offline', lists, 'offline'),
  variant('by-eye-offline', byEye, 'offline'),
  state('scan-ageing', stay, 'ageing'),
  state('lists-ageing', lists, 'ageing'),
  state('scan-expired', stay, 'expired'),
  state('verdict-lists-expired', card('valid'), 'expired'),
  state('lists-expired', lists, 'expired'),
  state('scan-no-lists', stay, 'no-lists'),
  state('lists-missing', lists, 'no-lists'),
  state('policies-missing', policies, 'no-lists'),
  state('scan-clock-off', stay, 'clock-off'),
  state('scan-camera-refused', stay, 'camera-refused'),
  variant('scan-camera-missing', stay, 'camera-missing'),
  state('scan-camera-starting', stay, 'camera-starting'),
  state('unsupported', stay, 'no-database'),
];
