/**
 * What can be set on this device, in plain groups. Who may come here is asked before (gate-screen.tsx);
 * what the operator has fixed shows, and cannot be changed. Discounts have screens of their own.
 */
import { returnTimes } from '../../trust/device-settings.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { isFixed } from '../models/fixed-settings.ts';
import { FixedNote } from '../ui/fixed-note.tsx';
import { Page } from '../ui/page.tsx';
import { EnrolmentWay } from './settings-enrolment.tsx';
import { PinWay } from './settings-pin.tsx';
import { ResetWay } from './settings-reset.tsx';

/** The settings screen. */
export function SettingsScreen(props: AppProps) {
  const { actions } = props;
  const texts = currentTexts();
  return (
    <Page name="settings" title={texts.settings.title} back={() => actions.open('menu')}>
      <Signals {...props} />
      <Return {...props} />
      <section class="way">
        <h2 class="subtitle">{texts.settings.policies}</h2>
        <p>{texts.settings.policiesNote}</p>
        <FixedNote {...props} name="policies" />
        <button class="button" type="button" onClick={() => actions.open('policies')}>
          {texts.settings.openPolicies}
        </button>
      </section>
      <Kiosk {...props} />
      <PinWay {...props} />
      <EnrolmentWay {...props} />
      <ResetWay {...props} />
    </Page>
  );
}

/** The three states of the sound; a device is left to decide by its kind until somebody says otherwise. */
const sounds = [
  ['soundAuto', null],
  ['soundOn', true],
  ['soundOff', false],
] as const;

function Signals({ settings, actions }: AppProps) {
  const texts = currentTexts().settings;
  const { sound, vibration } = settings.value;
  return (
    <section class="way">
      <h2 class="subtitle">{texts.signals}</h2>
      <fieldset class="choices">
        <legend>{texts.sound}</legend>
        {sounds.map(([label, value]) => (
          <label key={label} class="choice">
            <input
              type="radio"
              name="sound"
              checked={sound === value}
              onChange={() => actions.changeSettings({ sound: value })}
            />
            {texts[label]}
          </label>
        ))}
      </fieldset>
      <label class="choice">
        <input
          type="checkbox"
          checked={vibration}
          onChange={({ currentTarget }) =>
            actions.changeSettings({ vibration: currentTarget.checked })
          }
        />
        {texts.vibration}
      </label>
    </section>
  );
}

function Return(props: AppProps) {
  const { settings, lock, actions } = props;
  const texts = currentTexts().settings;
  return (
    <section class="way">
      <fieldset class="choices" disabled={isFixed(settings.value, 'returnAfter', lock.state.value)}>
        <legend class="subtitle">{texts.returnAfter}</legend>
        {returnTimes.map((seconds) => (
          <label key={seconds} class="choice">
            <input
              type="radio"
              name="return-after"
              checked={settings.value.returnAfter === seconds}
              onChange={() => actions.changeSettings({ returnAfter: seconds })}
            />
            {texts.seconds(seconds)}
          </label>
        ))}
      </fieldset>
      <FixedNote {...props} name="returnAfter" />
    </section>
  );
}

function Kiosk(props: AppProps) {
  const { settings, lock, actions } = props;
  const texts = currentTexts().settings;
  const state = lock.state.value;
  return (
    <section class="way">
      <h2 class="subtitle">{texts.kiosk}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.value.kiosk}
          disabled={isFixed(settings.value, 'kiosk', state)}
          onChange={({ currentTarget }) => {
            // Whoever switches it on is staff, and is not asked on the spot.
            if (currentTarget.checked) lock.attend();
            actions.changeSettings({ kiosk: currentTarget.checked });
          }}
        />
        {texts.kioskOn}
      </label>
      <p>
        {texts.kioskNote}
        {state.name === 'none' && ` ${texts.kioskWithoutPin}`}
      </p>
      <FixedNote {...props} name="kiosk" />
    </section>
  );
}
