/**
 * What stands before the supervisor's screens: the PIN, the recovery code for who forgot it, and what is
 * left when both are lost; at a kiosk without a PIN, the question whether staff is there. A kiosk does not
 * stay here. What is asked before which screen is guard.ts's.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import type { LockFailure } from '../models/lock-model.ts';
import { Page } from '../ui/page.tsx';
import { PinField } from '../ui/pin-field.tsx';

/** Milliseconds after which a kiosk that nobody touches scans again. */
const kioskStays = 30_000;

interface GateScreenProps extends AppProps {
  readonly gate: 'pin' | 'confirmation';
}

/** The gate; what lies behind it comes to the front by itself. */
export function GateScreen({ gate, ...props }: GateScreenProps) {
  const { kiosk } = props.settings.value;
  const { scanAgain } = props.actions;
  useEffect(() => {
    if (!kiosk) return undefined;
    let timer = setTimeout(scanAgain, kioskStays);
    const stay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(scanAgain, kioskStays);
    };
    document.addEventListener('keydown', stay);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', stay);
    };
  }, [kiosk, scanAgain]);
  return gate === 'pin' ? <PinGate {...props} /> : <StaffGate {...props} />;
}

function StaffGate({ lock, actions }: AppProps) {
  const { gate, back } = currentTexts();
  return (
    <Page
      name="gate"
      title={gate.staffTitle}
      back={actions.scanAgain}
      backLabel={back}
      attributes={{ 'data-gate': 'confirmation' }}
      deeds={
        <button class="button button-main" type="button" onClick={lock.attend}>
          {gate.staff}
        </button>
      }
    >
      <p>{gate.staffLead}</p>
    </Page>
  );
}

function PinGate({ lock, actions }: AppProps) {
  const texts = currentTexts();
  const { gate } = texts;
  const [failure, setFailure] = useState<LockFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const pin = useRef<HTMLInputElement>(null);
  const recovery = useRef<HTMLInputElement>(null);
  const state = lock.state.value;
  const left = useTimeLeft(state.name === 'locked' ? state.waitsUntil : null);
  useLayoutEffect(() => pin.current?.focus(), []);

  async function attempt(field: HTMLInputElement | null, how: 'tryPin' | 'tryRecovery') {
    if (!field || isBusy) return;
    setBusy(true);
    const tried = await lock[how](field.value);
    // Behind an open gate this screen is gone.
    if (tried.ok) return;
    setBusy(false);
    setFailure(tried.failure);
    field.value = '';
    field.focus();
  }

  return (
    <Page
      name="gate"
      title={gate.title}
      back={actions.scanAgain}
      backLabel={texts.back}
      attributes={{ 'data-gate': 'pin', 'data-failure': failure ?? 'none' }}
      deeds={
        <button
          class="button button-main"
          type="submit"
          form="gate-form"
          disabled={isBusy || left > 0}
        >
          {isBusy ? gate.opening : gate.open}
        </button>
      }
    >
      <form
        id="gate-form"
        class="way-form"
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(pin.current, 'tryPin');
        }}
      >
        <p>{gate.lead}</p>
        <PinField label={gate.field} field={pin} />
        <div role="status">
          {failure !== null && <p class="note strong">{gate.failures[failure]}</p>}
        </div>
        {left > 0 && <p class="strong">{gate.waits(texts.formats.relative(left))}</p>}
      </form>
      <details class="way">
        <summary class="subtitle">{gate.forgotten}</summary>
        <form
          class="way-form"
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(recovery.current, 'tryRecovery');
          }}
        >
          <label class="field">
            <span>{gate.recovery}</span>
            <input
              ref={recovery}
              type="text"
              maxLength={24}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
            />
          </label>
          <button class="button" type="submit" disabled={isBusy}>
            {gate.openByRecovery}
          </button>
          <p>{gate.bothLost}</p>
        </form>
      </details>
    </Page>
  );
}

/** Whole seconds until an instant (milliseconds since 1970), counted down; 0 from then on. */
function useTimeLeft(until: number | null): number {
  const left = (): number =>
    until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left());
  useEffect(() => {
    setSeconds(left());
    if (until === null) return undefined;
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
