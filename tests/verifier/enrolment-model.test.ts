/** An operator's link on a device: offered, applied once the person agrees, and never an older one. */
import { signal } from '@preact/signals';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeEnrolment } from '../../src/issuer/enrolment.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { openFirstRoot } from '../../src/trust/root.ts';
import type { ListsView } from '../../src/verifier/models/app-state.ts';
import { createEnrolmentModel } from '../../src/verifier/models/enrolment-model.ts';
import { findRootInForce } from '../../src/verifier/models/root-in-force.ts';
import {
  createSettings,
  firstSettings,
  type SettingsModel,
} from '../../src/verifier/models/settings.ts';
import { madeAt, makeTestWorld, type TestWorld, unwrap } from '../fixtures/test-world.ts';

let world: TestWorld;
let generation: Generation;
beforeAll(async () => {
  world = await makeTestWorld();
  generation = await world.open();
});
afterAll(() => world.remove());

let settings: SettingsModel;
let kept: string | null;
let now: number;
const memory = {
  read: () => kept,
  write(choice: string) {
    kept = choice;
  },
  clear: () => undefined,
};
const start = () =>
  createEnrolmentModel({
    settings,
    memory,
    judgeBy: async () => ({ root: generation.root, now }),
  });
beforeEach(() => {
  kept = null;
  now = madeAt + 60;
  settings = createSettings({ read: () => null, write: () => undefined, clear: () => undefined });
});

const link = async (set: object, iat = madeAt): Promise<string> =>
  `#enrol=${unwrap(await makeEnrolment(world.directory, { ...set }, iat, iat + 86_400))}`;

describe('an operator’s link', () => {
  it('changes nothing before the person agrees', async () => {
    const model = start();
    await model.take(await link({ kiosk: true }));
    expect(model.view.value.name).toBe('offered');
    expect([settings.value.value, kept]).toEqual([firstSettings, null]);
  });

  it('sets what it names and nothing else', async () => {
    const model = start();
    await model.take(await link({ kiosk: true, returnAfter: 5, isFixed: true }));
    model.apply();
    expect(settings.value.value).toEqual({
      ...firstSettings,
      kiosk: true,
      returnAfter: 5,
      fixed: ['returnAfter', 'kiosk'],
    });
    expect(model.view.value.name).toBe('none');
  });

  it('that fixes the discounts fixes what the venue’s own ones mean', async () => {
    const model = start();
    await model.take(await link({ policies: ['city-student-50'], isFixed: true }));
    model.apply();
    expect(settings.value.value.fixed).toEqual(['policies', 'ownPolicies']);
  });

  it('frees what an earlier one had fixed', async () => {
    const model = start();
    await model.take(await link({ kiosk: true, isFixed: true }));
    model.apply();
    await model.take(await link({}, madeAt + 1));
    model.apply();
    expect(settings.value.value).toMatchObject({ kiosk: true, fixed: [] });
  });

  it('is refused once a newer one was applied, also on a device that was opened again', async () => {
    const model = start();
    const older = await link({ kiosk: true }, madeAt - 1);
    await model.take(await link({ kiosk: false }));
    model.apply();
    const again = start();
    await again.take(older);
    expect(again.view.value).toEqual({ name: 'refused', failure: 'enrolment-superseded' });
    again.apply();
    expect(settings.value.value.kiosk).toBe(false);
  });

  it('that was refused or not asked for leaves an applied one’s time alone', async () => {
    const model = start();
    await model.take(await link({}, madeAt + 30));
    await model.take('#enrol=a.b.c');
    model.apply();
    expect(kept).toBeNull();
  });

  it.each(['', '#enrol=', 'https://okaz.example/'])(
    'is malformed where it is none: "%s"',
    async (text) => {
      const model = start();
      await model.take(text);
      expect(model.view.value).toEqual({ name: 'refused', failure: 'enrolment-malformed' });
    },
  );

  it('gives way to a newer one while it is still being read', async () => {
    const answers: (() => void)[] = [];
    const judgeBy = async () => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return { root: generation.root, now };
    };
    const model = createEnrolmentModel({ settings, memory, judgeBy });
    const older = model.take(await link({ kiosk: true }));
    const newer = model.take(await link({ kiosk: false }));
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    await newer;
    answers[0]?.();
    await older;
    expect(model.view.value).toMatchObject({ opened: { enrolment: { kiosk: false } } });
  });

  it('that cannot be checked is named so', async () => {
    const model = createEnrolmentModel({
      settings,
      memory,
      judgeBy: () => Promise.reject(new Error('no root')),
    });
    await model.take(await link({}));
    expect(model.view.value).toEqual({ name: 'refused', failure: 'enrolment-unchecked' });
  });
});

describe('a code that the camera sees', () => {
  it('is new once, and again when it was out of view', () => {
    const model = start();
    const times = [0, 1000, 3000, 5400, 8000];
    expect(times.map((at) => model.isNewInView('#enrol=a', at))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(model.isNewInView('#enrol=b', 8001)).toBe(true);
  });
});

describe('the root in force', () => {
  const lists = signal<ListsView>({ state: 'opening' } as ListsView);

  it('is that of the lists, once they are open', async () => {
    lists.value = { state: 'opening' } as ListsView;
    const held = signal<Generation | null>(null);
    const found = findRootInForce({ lists, generation: held }, world.firstRoot);
    await new Promise((resolve) => setTimeout(resolve));
    held.value = generation;
    lists.value = { state: 'fresh' } as ListsView;
    expect((await found).root).toBe(generation.root);
  });

  it('is the built-in one without lists', async () => {
    lists.value = { state: 'missing' } as ListsView;
    const trust = { lists, generation: signal<Generation | null>(null) };
    const { root } = await findRootInForce(trust, world.firstRoot);
    expect(root).toEqual(unwrap(await openFirstRoot(world.firstRoot)));
  });

  it('comes with the lists’ time where the clock is behind it', async () => {
    lists.value = { state: 'fresh' } as ListsView;
    const iat = Math.floor(Date.now() / 1000) + 1_000_000;
    const ahead = { ...generation, manifest: { ...generation.manifest, iat } };
    const found = await findRootInForce({ lists, generation: signal(ahead) }, world.firstRoot);
    expect(found.now).toBe(iat);
  });
});
