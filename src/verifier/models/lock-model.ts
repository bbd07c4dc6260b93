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
  /** Takes over what another tab of this app has made of the PIN. */
  refresh(): void;
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
  /** The PIN's hash as this tab knows it. */
  let knownPin: string | undefined;
  const first = read();
  knownPin = first?.pin.hash;
  const state = signal<LockState>(lockedBy(first));
  const attended = signal(false);
  let closing: ReturnType<typeof setTimeout> | undefined;
  /** Counts closings: what was tried before one opens nothing after it. */
  let closings = 0;

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
    knownPin = record.pin.hash;
    memory.write(JSON.stringify(record));
  }

  function closeLater(): void {
    clearTimeout(closing);
    closing = setTimeout(close, staysOpen);
  }

  function open(record: LockRecord, turn: number): void {
    keep({ ...record, wrong: 0, wait: null });
    if (turn !== closings) {
      state.value = lockedBy(read());
      return;
    }
    state.value = { name: 'open' };
    closeLater();
  }

  function close(): void {
    closings += 1;
    clearTimeout(closing);
    attended.value = false;
    if (state.peek().name === 'open') state.value = lockedBy(read());
  }

  /** Takes over what another tab has made of the PIN. */
  function refresh(): void {
    const record = read();
    const isSame = record?.pin.hash === knownPin;
    knownPin = record?.pin.hash;
    if (isSame) return;
    closings += 1;
    clearTimeout(closing);
    state.value = lockedBy(record);
  }

  /** Whether there is a PIN that nobody has given here. */
  function isForeign(): boolean {
    refresh();
    return state.peek().name === 'locked';
  }

  return {
    state,
    attended,
    async tryPin(pin) {
      const turn = closings;
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
        open(record, turn);
        return ok(null);
      }
      state.value = lockedBy(read());
      return fail('pin-wrong');
    },
    async tryRecovery(code) {
      const turn = closings;
      const record = read();
      const { isSecret, readRecoveryCode } = await loadSecrets();
      const plain = readRecoveryCode(code);
      if (!record || plain === null || !(await isSecret(plain, record.recovery)))
        return fail('recovery-wrong');
      open(record, turn);
      return ok(null);
    },
    async setPin(pin) {
      const secrets = await loadSecrets();
      const turn = closings;
      if (!secrets.isPin(pin)) return fail('pin-unfit');
      if (isForeign()) return fail('locked');
      const code = secrets.makeRecoveryCode();
      const [kept, recovery] = await Promise.all([
        secrets.keepSecret(pin),
        secrets.keepSecret(code),
      ]);
      // Another tab may have set one while this one was hashed.
      if (isForeign()) return fail('locked');
      open({ pin: kept, recovery, wrong: 0, wait: null }, turn);
      return ok(secrets.writeRecoveryCode(code));
    },
    removePin() {
      refresh();
      if (state.peek().name !== 'open') return;
      clearTimeout(closing);
      memory.clear();
      knownPin = undefined;
      state.value = { name: 'none' };
    },
    refresh,
    attend() {
      attended.value = true;
      closeLater();
    },
    close,
  };
}
