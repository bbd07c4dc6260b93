/** The supervisor's PIN: what opens the lock, what makes everybody wait, and when it closes again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChoiceMemory } from '../../src/verifier/choice-memory.ts';
import { createLockModel, type LockModel } from '../../src/verifier/models/lock-model.ts';
import { noteWrong, readLockRecord } from '../../src/verifier/models/lock-record.ts';
import * as secrets from '../../src/verifier/models/lock-secrets.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

const noon = Date.parse('2026-11-23T12:00:00Z');
const pin = '482615';

function rememberInMemory(): ChoiceMemory & { kept: string | null } {
  const memory = {
    kept: null as string | null,
    read: () => memory.kept,
    write(choice: string) {
      memory.kept = choice;
    },
    clear() {
      memory.kept = null;
    },
  };
  return memory;
}

/** Secrets that are kept as they are: the real ones take their time on purpose. */
const quickSecrets: typeof secrets = {
  ...secrets,
  keepSecret: async (secret) => ({ salt: '', hash: secret, rounds: 600_000 }),
  isSecret: async (secret, { hash }) => secret === hash,
};

let now: number;
let memory: ReturnType<typeof rememberInMemory>;
const start = (loadSecrets = async () => quickSecrets): LockModel =>
  createLockModel({ memory, now: () => now, loadSecrets });

beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ['setTimeout', 'clearTimeout'] });
  now = noon;
  memory = rememberInMemory();
});
afterEach(() => void vi.useRealTimers());

/** A locked device, and the recovery code that was shown. */
async function startLocked(): Promise<{ readonly lock: LockModel; readonly code: string }> {
  const lock = start();
  const code = unwrap(await lock.setPin(pin));
  lock.close();
  return { lock, code };
}

async function failTimes(lock: LockModel, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await lock.tryPin('0000');
}

describe('without a PIN', () => {
  it('there is no lock', () => {
    expect(start().state.value).toEqual({ name: 'none' });
  });

  it.each(['', '123', '1234567890123', '12a4', '１２３４', '12 34'])(
    'what is no PIN is not set: "%s"',
    async (text) => {
      const lock = start();
      expect(outcome(await lock.setPin(text))).toBe('pin-unfit');
      expect([lock.state.value.name, memory.kept]).toEqual(['none', null]);
    },
  );

  it('staff at a kiosk is staff for five minutes, or until the lock is closed', () => {
    const lock = start();
    lock.attend();
    vi.advanceTimersByTime(299_999);
    expect(lock.attended.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect(lock.attended.value).toBe(false);
    lock.attend();
    lock.close();
    expect(lock.attended.value).toBe(false);
  });
});

describe('a PIN', () => {
  it('leaves the lock open when it is set, and opens it from then on', async () => {
    const lock = start();
    unwrap(await lock.setPin(pin));
    expect(lock.state.value.name).toBe('open');
    lock.close();
    expect(lock.state.value).toEqual({ name: 'locked', waitsUntil: null });
    expect(outcome(await lock.tryPin(pin))).toBe('ok');
    expect(lock.state.value.name).toBe('open');
  });

  it('is kept as a slow salted hash, and so is the recovery code', async () => {
    const lock = start(async () => secrets);
    const code = unwrap(await lock.setPin(pin));
    const kept = memory.kept ?? '';
    expect(kept).not.toContain(pin);
    expect(kept).not.toContain(code.replaceAll('-', ''));
    const record = readLockRecord(kept);
    for (const secret of [record?.pin, record?.recovery]) {
      expect(secret?.rounds).toBe(600_000);
      expect(Buffer.from(secret?.salt ?? '', 'base64url')).toHaveLength(16);
      expect(Buffer.from(secret?.hash ?? '', 'base64url')).toHaveLength(32);
    }
    unwrap(await lock.setPin(pin));
    const again = readLockRecord(memory.kept);
    expect(again?.pin.salt).not.toBe(record?.pin.salt);
    expect(again?.pin.hash).not.toBe(record?.pin.hash);
    lock.close();
    expect(outcome(await lock.tryPin('482614'))).toBe('pin-wrong');
    expect(outcome(await lock.tryPin(pin))).toBe('ok');
  });

  it('locks a device that is opened again', async () => {
    await startLocked();
    expect(start().state.value).toEqual({ name: 'locked', waitsUntil: null });
  });

  it('opens for five minutes', async () => {
    const { lock } = await startLocked();
    await lock.tryPin(pin);
    vi.advanceTimersByTime(299_999);
    expect(lock.state.value.name).toBe('open');
    vi.advanceTimersByTime(1);
    expect(lock.state.value.name).toBe('locked');
  });

  it('is changed and removed only while the lock is open', async () => {
    const { lock } = await startLocked();
    expect(outcome(await lock.setPin('1111'))).toBe('locked');
    lock.removePin();
    expect(lock.state.value.name).toBe('locked');
    await lock.tryPin(pin);
    unwrap(await lock.setPin('1111'));
    lock.close();
    expect(outcome(await lock.tryPin(pin))).toBe('pin-wrong');
    expect(outcome(await lock.tryPin('1111'))).toBe('ok');
    lock.removePin();
    expect([lock.state.value.name, memory.kept]).toEqual(['none', null]);
  });
});

describe('wrong PINs', () => {
  it('cost nothing twice, and half a minute from the third on', async () => {
    const { lock } = await startLocked();
    await failTimes(lock, 2);
    expect(lock.state.value).toEqual({ name: 'locked', waitsUntil: null });
    await failTimes(lock, 1);
    expect(lock.state.value).toEqual({ name: 'locked', waitsUntil: noon + 30_000 });
  });

  it('let even the right one wait', async () => {
    const { lock } = await startLocked();
    await failTimes(lock, 3);
    now += 29_999;
    expect(outcome(await lock.tryPin(pin))).toBe('pin-waits');
    now += 1;
    expect(outcome(await lock.tryPin(pin))).toBe('ok');
  });

  it('are forgotten after a right one', async () => {
    const { lock } = await startLocked();
    await failTimes(lock, 2);
    await lock.tryPin(pin);
    lock.close();
    await failTimes(lock, 2);
    expect(lock.state.value).toEqual({ name: 'locked', waitsUntil: null });
  });

  it('count when the page is closed before the answer', async () => {
    const { lock } = await startLocked();
    for (let time = 0; time < 3; time++) void lock.tryPin('0000');
    expect(start().state.value).toEqual({ name: 'locked', waitsUntil: noon + 30_000 });
  });

  it('let a device that is opened again wait as long', async () => {
    const { lock } = await startLocked();
    await failTimes(lock, 3);
    now += 10_000;
    expect(outcome(await start().tryPin(pin))).toBe('pin-waits');
  });

  it('wait twice as long each time, up to an hour', () => {
    const secret = { salt: '', hash: '', rounds: 600_000 };
    let record = noteWrong({ pin: secret, recovery: secret, wrong: 1, wait: null }, noon);
    const waits: (number | undefined)[] = [];
    for (let time = 0; time < 9; time++) {
      record = noteWrong(record, noon);
      waits.push(record.wait?.lasts);
    }
    const seconds = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];
    expect(waits).toEqual(seconds.map((each) => each * 1000));
  });

  it('wait the whole time anew under a clock that was set back, and no longer', async () => {
    const { lock } = await startLocked();
    await failTimes(lock, 3);
    now = noon - 86_400_000;
    expect(start().state.value).toEqual({ name: 'locked', waitsUntil: now + 30_000 });
    now += 29_999;
    expect(outcome(await lock.tryPin(pin))).toBe('pin-waits');
    now += 1;
    expect(outcome(await lock.tryPin(pin))).toBe('ok');
  });
});

describe('the recovery code', () => {
  it('opens, however it is typed, and whatever wait is on', async () => {
    const { lock, code } = await startLocked();
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    await failTimes(lock, 3);
    expect(outcome(await lock.tryRecovery(code.toLowerCase().replaceAll('-', ' ')))).toBe('ok');
    expect(lock.state.value.name).toBe('open');
    lock.close();
    expect(lock.state.value).toEqual({ name: 'locked', waitsUntil: null });
  });

  it.each(['', '0000-0000-0000-0000', '482615'])('is no other text: "%s"', async (text) => {
    const { lock } = await startLocked();
    expect(outcome(await lock.tryRecovery(text))).toBe('recovery-wrong');
    expect(lock.state.value.name).toBe('locked');
  });

  it('ends with the PIN that it was made for', async () => {
    const { lock, code } = await startLocked();
    await lock.tryPin(pin);
    await lock.setPin('1111');
    lock.close();
    expect(outcome(await lock.tryRecovery(code))).toBe('recovery-wrong');
  });
});

describe('a record', () => {
  const secret = { salt: 'AAAA', hash: 'AAAA', rounds: 600_000 };
  const whole = { pin: secret, recovery: secret, wrong: 0, wait: null };

  it('is read as it was kept', () => {
    expect(readLockRecord(JSON.stringify(whole))).toEqual(whole);
  });

  it.each([
    ['none', null],
    ['no JSON', '{'],
    ['half a record', JSON.stringify({ pin: secret })],
    ['a hash of few rounds', JSON.stringify({ ...whole, pin: { ...secret, rounds: 1 } })],
    ['a hash that is never done', JSON.stringify({ ...whole, pin: { ...secret, rounds: 1e9 } })],
    ['a wait without beginning', JSON.stringify({ ...whole, wait: { lasts: 1 } })],
  ])('is as none: %s', (_, text) => {
    expect(readLockRecord(text)).toBeNull();
  });

  it('never lets anybody wait longer than an hour', () => {
    const text = JSON.stringify({ ...whole, wait: { since: 0, lasts: 1e12 } });
    expect(readLockRecord(text)?.wait?.lasts).toBe(3_600_000);
  });
});

describe('in two tabs', () => {
  it('a PIN set in one locks the other, which cannot set its own over it', async () => {
    const stale = start();
    unwrap(await start().setPin(pin));
    const before = memory.kept;
    expect(outcome(await stale.setPin('1111'))).toBe('locked');
    expect(memory.kept).toBe(before);
    expect(stale.state.value.name).toBe('locked');
  });

  it('what another tab did is taken over when the browser tells of it', async () => {
    const stale = start();
    unwrap(await start().setPin(pin));
    stale.refresh();
    expect(stale.state.value.name).toBe('locked');
    memory.clear();
    stale.refresh();
    expect(stale.state.value.name).toBe('none');
  });
});

describe('closed while a secret is hashed', () => {
  const slowly = (gate: Promise<void>) => async (): Promise<typeof secrets> => ({
    ...quickSecrets,
    async isSecret(secret, kept) {
      await gate;
      return quickSecrets.isSecret(secret, kept);
    },
  });

  it.each(['tryPin', 'tryRecovery'] as const)('%s opens nothing any more', async (way) => {
    const { code } = await startLocked();
    let go = (): void => undefined;
    const lock = start(
      slowly(
        new Promise((resolve) => {
          go = resolve;
        }),
      ),
    );
    const tried = lock[way](way === 'tryPin' ? pin : code);
    lock.close();
    go();
    await tried;
    expect(lock.state.value.name).toBe('locked');
  });
});
