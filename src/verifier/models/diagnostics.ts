/**
 * What support needs to know of this device and this app, as facts that the screen says in the
 * person's language and a report says in stable codes. Nothing of any holder, no record's contents, no
 * name of a discount. What only the browser knows is read by device-facts.ts.
 */
import type { AppProps } from './app-state.ts';
import type { DeviceFacts, WorkerState } from './device-facts.ts';
import type { InstallState } from './install-model.ts';

/** A state that the texts have a word for; all other codes are shown as they are. */
export type FactWord =
  | AppProps['lists']['value']['state']
  | AppProps['clock']['value']['name']
  | Exclude<AppProps['camera']['value']['name'], 'failed'>
  | Exclude<AppProps['sync']['value']['name'], 'failed'>
  | WorkerState
  | InstallState;

/** One fact: a state, yes or no, an instant in milliseconds since 1970, or a text as it is. */
export type Fact =
  | { readonly kind: 'word'; readonly word: FactWord }
  | { readonly kind: 'answer'; readonly is: boolean | null }
  | { readonly kind: 'instant'; readonly at: number | null }
  | { readonly kind: 'text'; readonly text: string };

/** The facts, in the order in which they are shown. */
export const factNames = [
  'version',
  'built',
  'lists',
  'generation',
  'as-of',
  'decides-until',
  'synced',
  'sync',
  'persistent',
  'storage',
  'clock',
  'camera',
  'engine',
  'abilities',
  'service-worker',
  'update-waits',
  'installed',
  'online',
  'own-policies',
  'kiosk',
  'fixed',
  'language',
  'languages',
  'screen',
  'browser',
] as const;

/** What a fact is about. */
export type FactName = (typeof factNames)[number];

/** All facts. */
export type Facts = Readonly<Record<FactName, Fact>>;

const word = (of: FactWord): Fact => ({ kind: 'word', word: of });
const answer = (is: boolean | null): Fact => ({ kind: 'answer', is });
const instant = (at: number | null): Fact => ({ kind: 'instant', at });
const text = (of: string | number | null | undefined): Fact => ({
  kind: 'text',
  text: String(of ?? '–'),
});

/** What the app tells of itself. */
type Told = Pick<
  AppProps,
  | 'build'
  | 'lists'
  | 'sync'
  | 'isPersistent'
  | 'clock'
  | 'camera'
  | 'updateReady'
  | 'install'
  | 'online'
  | 'settings'
>;

/** Collects the facts; `device` is null until the browser has answered. */
export function collectFacts(app: Told, device: DeviceFacts | null): Facts {
  const lists = app.lists.value;
  const sync = app.sync.value;
  const camera = app.camera.value;
  const clock = app.clock.value;
  const settings = app.settings.value;
  const live = camera.name === 'live' ? camera : null;
  return {
    version: text(app.build.version),
    built: instant(app.build.time * 1000),
    lists: word(lists.state),
    generation: text(lists.generation),
    'as-of': instant(lists.asOf),
    'decides-until': instant(lists.decidesUntil),
    synced: instant(lists.syncedAt),
    sync: sync.name === 'failed' ? text(sync.failure) : word(sync.name),
    persistent: answer(app.isPersistent.value),
    storage: text(device?.storage),
    clock: word(clock.name),
    camera: camera.name === 'failed' ? text(camera.failure) : word(camera.name),
    engine: text(live?.engine),
    abilities: text(live && listAbilities(live.abilities)),
    'service-worker': device ? word(device.worker) : text(null),
    'update-waits': answer(app.updateReady.value),
    installed: word(app.install.state.value),
    online: answer(app.online.value),
    'own-policies': text(settings.ownPolicies.length),
    kiosk: answer(settings.kiosk),
    fixed: text(settings.fixed.join(', ') || null),
    language: text(settings.language),
    languages: text(device?.languages),
    screen: text(device?.screen),
    browser: text(device?.browser),
  };
}

type Abilities = Extract<Told['camera']['value'], { readonly name: 'live' }>['abilities'];

function listAbilities({ torch, zoom, canSwitch }: Abilities): string | null {
  const can = [
    torch === null ? [] : ['torch'],
    zoom === null ? [] : [`zoom ${zoom.min}–${zoom.max}`],
    canSwitch ? ['switch'] : [],
  ].flat();
  return can.length > 0 ? can.join(', ') : null;
}

/** The report for support: a line for each fact, the same in every language. */
export const writeReport = (facts: Facts): string =>
  factNames.map((name) => `${name}: ${writeFact(facts[name])}`).join('\n');

function writeFact(fact: Fact): string {
  switch (fact.kind) {
    case 'word':
      return fact.word;
    case 'answer':
      return fact.is === null ? 'unknown' : fact.is ? 'yes' : 'no';
    case 'instant':
      return fact.at === null ? '–' : new Date(fact.at).toISOString();
    case 'text':
      return fact.text;
  }
}
