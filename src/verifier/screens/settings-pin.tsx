/**
 * On the settings screen: the supervisor's PIN, set, changed or done away with, and the recovery code that
 * is shown once. Says openly how little a PIN protects. Asking for it is gate-screen.tsx's.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { PinField } from '../ui/pin-field.tsx';

/** What the group shows: its buttons, the form, or the code that belongs to the new PIN. */
type Step =
  | { readonly name: 'resting' }
  | { readonly name: 'typing' }
  | { readonly name: 'set'; readonly recoveryCode: string };

const resting: Step = { name: 'resting' };

/** The PIN's group. */
export function PinWay({ settings, lock }: AppProps) {
  const { pin } = currentTexts();
  const [step, setStep] = useState<Step>(resting);
  const isSet = lock.state.value.name !== 'none';
  // A PIN of whoever comes along would open what the operator has fixed.
  const isBarred = !isSet && settings.value.fixed.length > 0;
  return (
    <section class="way" data-pin={isSet ? 'set' : 'none'}>
      <h2 class="subtitle">{pin.title}</h2>
      <p>{pin.note}</p>
      {isBarred && <p class="note strong">{pin.notNow}</p>}
      {step.name === 'resting' && !isBarred && (
        <div class="pair">
          <button class="button" type="button" onClick={() => setStep({ name: 'typing' })}>
            {isSet ? pin.change : pin.set}
          </button>
          {isSet && (
            <>
              <button class="button" type="button" onClick={lock.removePin}>
                {pin.remove}
              </button>
              <button class="button" type="button" onClick={lock.close}>
                {pin.lock}
              </button>
            </>
          )}
        </div>
      )}
      {step.name === 'typing' && (
        <NewPin
          lock={lock}
          leave={() => setStep(resting)}
          done={(recoveryCode) => setStep({ name: 'set', recoveryCode })}
        />
      )}
      {step.name === 'set' && (
        <RecoveryCode code={step.recoveryCode} kept={() => setStep(resting)} />
      )}
    </section>
  );
}

interface NewPinProps extends Pick<AppProps, 'lock'> {
  leave(): void;
  done(recoveryCode: string): void;
}

function NewPin({ lock, leave, done }: NewPinProps) {
  const { pin, gate } = currentTexts();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);

  async function save(): Promise<void> {
    const typed = first.current?.value ?? '';
    if (typed !== second.current?.value) {
      setTrouble(pin.unlike);
      return;
    }
    setSaving(true);
    const set = await lock.setPin(typed);
    setSaving(false);
    if (set.ok) done(set.value);
    else setTrouble(gate.failures[set.failure]);
  }

  return (
    <form
      class="way-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) void save();
      }}
    >
      <PinField label={pin.field} field={first} />
      <PinField label={pin.repeat} field={second} />
      <p role="status">{trouble ?? pin.digits}</p>
      <div class="pair">
        <button class="button" type="button" onClick={leave}>
          {pin.cancel}
        </button>
        <button class="button" type="submit" disabled={isSaving}>
          {isSaving ? pin.saving : pin.save}
        </button>
      </div>
    </form>
  );
}

function RecoveryCode({ code, kept }: { readonly code: string; kept(): void }) {
  const { pin } = currentTexts();
  const shown = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => shown.current?.focus(), []);
  return (
    <>
      <div class="note">
        <p class="strong">{pin.recovery}</p>
        <p class="recovery-code" ref={shown} tabIndex={-1}>
          {code}
        </p>
        <p>{pin.recoveryNote}</p>
      </div>
      <button class="button" type="button" onClick={kept}>
        {pin.recoveryKept}
      </button>
    </>
  );
}
