/** From texts to verdicts: what the camera's many texts and one deliberate scan lead to. */
import { signal } from '@preact/signals';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Generation } from '../../src/trust/generation.ts';
import { describeCheck } from '../../src/verdict/describe.ts';
import { outOfPicture } from '../../src/verdict/replay-memory.ts';
import type {
  ListsView,
  Screen,
  SyncView,
  VerdictView,
} from '../../src/verifier/models/app-state.ts';
import {
  type CheckModel,
  createCheckModel,
  type Judged,
} from '../../src/verifier/models/check-model.ts';
import { createClockModel } from '../../src/verifier/models/clock-model.ts';
import { seenFor } from '../../src/verifier/models/seen-before.ts';
import type { TrustModel } from '../../src/verifier/models/trust-model.ts';
import { makeTestWorld, showCode, shownAt, type TestWorld } from '../fixtures/test-world.ts';

const otherCode = 'https://okaz.example/';
const scanScreen: Screen = { name: 'scan' };
const screenOf = (reason: 'revoked' | 'not-a-card'): VerdictView => ({
  name: 'verdict',
  verdict: describeCheck({ generation: null, specimen: true }, { reason }),
  at: 0,
  policies: [],
  number: 'OKAZ0000',
  seenAgo: null,
  look: 'unaided',
});

describe('checks', () => {
  let world: TestWorld;
  let opened: Generation;
  let code: string;
  let revoked: string;

  const screen = signal<Screen>(scanScreen);
  const generation = signal<Generation | null>(null);
  const lists = signal({ state: 'fresh', wereLost: false } as ListsView);
  const sync = signal<SyncView>({ name: 'idle' });
  let said: string[];
  let shown: Judged[];
  let model: CheckModel;

  beforeAll(async () => {
    world = await makeTestWorld();
    opened = await world.open();
    code = await showCode(world, 'valid');
    revoked = await showCode(world, 'revoked');
  });
  afterAll(() => world.remove());

  beforeEach(() => {
    vi.useFakeTimers({ now: shownAt * 1000, toFake: ['Date'] });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    said = [];
    shown = [];
    screen.value = scanScreen;
    generation.value = opened;
    lists.value = { ...lists.value, state: 'fresh' };
    sync.value = { name: 'idle' };
    model = createCheckModel({
      trust: { generation, lists, sync, specimen: signal(true) } as unknown as TrustModel,
      clock: createClockModel(() => ({ now: Date.now(), monotonic: 0 })),
      buildTime: 0,
      policies: signal(opened.policies.policies.slice(0, 1)),
      screen,
      held: signal(false),
      onVerdict(judged) {
        said.push(judged.verdict.reason);
        shown.push(judged);
        screen.value = { ...screenOf('revoked'), ...judged };
      },
      onFailed: () => said.push('check-failed'),
      onWaiting: () => said.push('awaiting-lists'),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('lets a card replace a code of another kind, and not the other way round', async () => {
    await model.look(otherCode);
    await model.look('HC1:OKAZ');
    await model.look(revoked);
    await model.look(otherCode);
    expect(said).toEqual(['not-a-card', 'revoked']);
  });

  it('ignores a judged card in the camera’s view, and not on purpose', async () => {
    await model.look(revoked);
    screen.value = scanScreen;
    await model.look(revoked);
    await model.checkText(revoked, Date.now());
    expect(said).toEqual(['revoked', 'revoked']);
  });

  it('shows a deliberate scan whatever is in front', async () => {
    screen.value = screenOf('revoked');
    await model.look(code);
    await model.checkText(code, Date.now());
    expect(said).toEqual(['valid']);
  });

  it('keeps the replay rule for a code that is scanned again', async () => {
    await model.checkText(code, Date.now());
    vi.setSystemTime(shownAt * 1000 + outOfPicture + 1);
    await model.checkText(code, Date.now());
    expect(said).toEqual(['valid', 'code-reused']);
  });

  it('shows the newest of two deliberate scans only', async () => {
    await Promise.all([
      model.checkText(otherCode, Date.now()),
      model.checkText(revoked, Date.now()),
    ]);
    expect(said).toEqual(['revoked']);
  });

  it('lets a deliberate scan overtake the camera', async () => {
    await Promise.all([model.look(code), model.checkText(revoked, Date.now())]);
    expect(said).toEqual(['revoked']);
  });

  it('begins no look of the camera while a deliberate scan is checked', async () => {
    await Promise.all([model.checkText(revoked, Date.now()), model.look(code)]);
    expect(said).toEqual(['revoked']);
    await model.look(code);
    expect(said).toEqual(['revoked']);
  });

  it('covers nothing that came to the front while the camera’s card was checked', async () => {
    const looking = model.look(code);
    screen.value = { name: 'policies' };
    await looking;
    expect(said).toEqual([]);
  });

  it.each([
    ['opening', { name: 'idle' }],
    ['missing', { name: 'idle' }],
  ] as const)('waits with a deliberate scan while lists are %s', async (state, syncView) => {
    lists.value = { ...lists.value, state };
    sync.value = syncView;
    const waiting = model.checkText(code, Date.now());
    await model.look(code);
    expect(said).toEqual(['awaiting-lists']);
    lists.value = { ...lists.value, state: 'fresh' };
    await waiting;
    expect(said).toEqual(['awaiting-lists', 'valid']);
  });

  it('waits no longer once the first lists failed to come', async () => {
    generation.value = null;
    lists.value = { ...lists.value, state: 'missing' };
    const waiting = model.checkText(code, Date.now());
    sync.value = { name: 'failed' } as SyncView;
    await waiting;
    expect(said).toEqual(['awaiting-lists', 'lists-missing']);
  });

  it('says once that the platform failed, and quotes nothing of the code', async () => {
    generation.value = new Proxy(opened, {
      get() {
        throw new Error(code);
      },
    });
    await model.look(code);
    await model.look(code);
    expect(said).toEqual(['check-failed']);
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain(code);
  });

  it('checks the card again with its next code after the platform failed', async () => {
    generation.value = new Proxy(opened, {
      get() {
        throw new Error('okaz');
      },
    });
    await model.look(code);
    generation.value = opened;
    await model.look(await showCode(world, 'valid'));
    expect(said).toEqual(['check-failed', 'valid']);
  });

  const holdFor = (milliseconds: number): unknown => vi.setSystemTime(Date.now() + milliseconds);

  it('shows a code that does not read once while it stays in view', () => {
    holdFor(3000);
    model.noteUndecodable(true);
    screen.value = { ...scanScreen };
    holdFor(3000);
    model.noteUndecodable(true);
    expect(said).toEqual(['no-decode']);
    model.noteUndecodable(false);
    screen.value = { ...scanScreen };
    holdFor(3000);
    model.noteUndecodable(true);
    expect(said).toEqual(['no-decode', 'no-decode']);
  });

  it('keeps a verdict in front of a code that does not read', () => {
    screen.value = screenOf('not-a-card');
    holdFor(3000);
    model.noteUndecodable(true);
    expect(said).toEqual([]);
    screen.value = { ...scanScreen };
    model.noteUndecodable(true);
    expect(said).toEqual([]);
    holdFor(3000);
    model.noteUndecodable(true);
    expect(said).toEqual(['no-decode']);
  });

  it('tells how long ago the same card was judged, for ten minutes, and leaves the verdict as it is', async () => {
    for (const pause of [0, 40_000, seenFor + 1]) {
      holdFor(pause);
      await model.checkText(await showCode(world, 'revoked', Date.now() / 1000), Date.now());
    }
    expect(shown.map(({ seenAgo }) => seenAgo)).toEqual([null, 40, null]);
    expect(said).toEqual(['revoked', 'revoked', 'revoked']);
  });

  it('counts a check that came to no decision as none', async () => {
    const old = await showCode(world, 'screenshot');
    await model.checkText(old, Date.now());
    await model.checkText(old, Date.now());
    await model.checkText(otherCode, Date.now());
    await model.checkText(otherCode, Date.now());
    expect(shown.map(({ seenAgo }) => seenAgo)).toEqual([null, null, null, null]);
  });

  it('hands the credential’s hash to nobody', async () => {
    await model.checkText(code, Date.now());
    expect(shown.map(({ verdict }) => verdict.credential)).toEqual([null]);
  });

  it('lets the code replace its own no-decode when it reads after all', async () => {
    holdFor(3000);
    model.noteUndecodable(true);
    await model.look(otherCode);
    expect(said).toEqual(['no-decode', 'not-a-card']);
  });
});
