/**
 * The supervisor's PIN before the settings: a deterrent, not a safe, since whoever holds the device can
 * clear its storage. Wrong attempts are counted before they are looked at, so that closing the page in
 * between wins nothing; other tabs' attempts count, too. What stands behind the lock is guard.ts's.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { fail, ok, type Result } from '../../base/result.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import { type LockRecord, noteWrong, readLockRecord, settleWait } from './lock-record.ts';

/** `waitsUntil`: no attempt counts before, milliseconds since 1970. */
export type LockState =
  | { readonly name: 'none' }
  | { readonly name: 'locked'; readonly waitsUntil: number | null }
  | { readonly name: 'open' };

/** Why a PIN or a recovery code opens nothing, or is not taken. */
export type LockFailure = 'pin-unfit' | 'pin-wrong' | 'pin-waits' | 'recovery-wrong' | 'locked';

export interface LockModel {
  readonly state: ReadonlySignal<LockState>;
  /** Without a PIN: somebody has said that staff is at the kiosk. */
  readonly attended: ReadonlySignal<boolean>;
  tryPin(pin: string): Promise<Result<null, LockFailure>>;
  /** Opens without the PIN, whatever wait is on. */
  tryRecovery(code: string): Promise<Result<null, LockFailure>>;
  /** Sets a PIN, or another one while open; gives the recovery code, written for people. */
  setPin(pin: string): Promise<Result<string, LockFailure>>;
  /** Does away with the PIN; only while open. */
  removePin(): void;
  attend(): void;
  close(): void;
}

/** Milliseconds after which an open lock closes by itself. */
const staysOpen = 300_000;

/** What the model needs. */
export interface LockDependencies {
  readonly memory: ChoiceMemory;
  now(): number;
  /** Hashing, loaded when a PIN is set or tried. */
  loadSecrets(): Promise<typeof import('./lock-secrets.ts')>;
}

/** Makes it from what was kept. */
export function createLockModel({ memory, now, loadSecrets }: LockDependencies): LockModel {
  const state = signal<LockState>(lockedBy(read()));
  const attended = signal(false);
  let closing: ReturnType<typeof setTimeout> | undefined;

  function read(): LockRecord | null {
    const record = readLockRecord(memory.read());
    const settled = record && settleWait(record, now());
    // A wait that began anew must not begin anew each time.
    if (settled && settled !== record) keep(settled);
    return settled;
  }

  /** Without a PIN a lock is neither open nor closed. */
  function lockedBy(record: LockRecord | null): LockState {
    if (!record) return { name: 'none' };
    const { wait } = record;
    return { name: 'locked', waitsUntil: wait && wait.since + wait.lasts };
  }

  function keep(record: LockRecord): void {
    memory.write(JSON.stringify(record));
  }

  function closeLater(): void {
    clearTimeout(closing);
    closing = setTimeout(close, staysOpen);
  }

  function open(record: LockRecord): void {
    keep({ ...record, wrong: 0, wait: null });
    state.value = { name: 'open' };
    closeLater();
  }

  function close(): void {
    clearTimeout(closing);
    attended.value = false;
    if (state.peek().name === 'open') state.value = lockedBy(read());
  }

  return {
    state,
    attended,
    async tryPin(pin) {
      const record = read();
      if (!record) return fail('pin-wrong');
      if (record.wait) {
        state.value = lockedBy(record);
        return fail('pin-waits');
      }
      const counted = noteWrong(record, now());
      keep(counted);
      const { isSecret } = await loadSecrets();
      if (await isSecret(pin, record.pin)) {
        open(record);
        return ok(null);
      }
      state.value = lockedBy(read());
      return fail('pin-wrong');
    },
    async tryRecovery(code) {
      const record = read();
      const { isSecret, readRecoveryCode } = await loadSecrets();
      const plain = readRecoveryCode(code);
      if (!record || plain === null || !(await isSecret(plain, record.recovery)))
        return fail('recovery-wrong');
      open(record);
      return ok(null);
    },
    async setPin(pin) {
      const secrets = await loadSecrets();
      if (!secrets.isPin(pin)) return fail('pin-unfit');
      if (state.peek().name === 'locked') return fail('locked');
      const code = secrets.makeRecoveryCode();
      const [kept, recovery] = await Promise.all([
        secrets.keepSecret(pin),
        secrets.keepSecret(code),
      ]);
      open({ pin: kept, recovery, wrong: 0, wait: null });
      return ok(secrets.writeRecoveryCode(code));
    },
    removePin() {
      if (state.peek().name !== 'open') return;
      clearTimeout(closing);
      memory.clear();
      state.value = { name: 'none' };
    },
    attend() {
      attended.value = true;
      closeLater();
    },
    close,
  };
}
