/**
 * The lists behind every check: restored at the start, then kept fresh by a worker. Checks go on under
 * the generation that is there, whatever happens to the next one.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../base/result.ts';
import type { OpenedLists, Updated } from '../../sync/messages.ts';
import { noProgress, type SyncProgress } from '../../sync/progress.ts';
import { isDue, noHistory, noteOutcome, type SyncTrigger } from '../../sync/schedule.ts';
import type { SyncLink, SyncLinkOptions } from '../../sync/sync-link.ts';
import { decidesUntil, freshUntil, listsState } from '../../trust/freshness.ts';
import type { Generation } from '../../trust/generation.ts';
import { openFirstRoot } from '../../trust/root.ts';
import type { ListsFailure, ListsView, SyncView } from './app-state.ts';

/** Whom a link tells of what nobody asked for. */
export type LinkEvents = Pick<SyncLinkOptions, 'onProgress' | 'onSwapped' | 'onStorageLost'>;

export interface TrustModelDependencies {
  readonly firstRoot: string;
  openLink(events: LinkEvents): SyncLink;
  /** Told of lists that count from now on, and whether their manifest is a newer one. */
  onUpdated(update: { readonly isNew: boolean; readonly serverTime: number | null }): void;
  /** Told once what the device's clock said before. */
  onRestored(lastSeen: number | null): void;
}

export interface TrustModel {
  readonly generation: ReadonlySignal<Generation | null>;
  /** The app was built for a made-up world. */
  readonly specimen: ReadonlySignal<boolean>;
  readonly lists: ReadonlySignal<ListsView>;
  readonly sync: ReadonlySignal<SyncView>;
  /** Opens what is stored, then synchronises by itself from now on. */
  start(): Promise<void>;
  syncNow(): void;
  importBundle(file: Blob): Promise<void>;
  /** The stored lists as one file; null when it could not be made, which `sync` then says. */
  exportBundle(): Promise<Uint8Array<ArrayBuffer> | null>;
  noteTime(at: number): void;
}

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds without a byte before a synchronisation is said to wait for its server. */
const silence = 1500;

type Phase =
  | { readonly name: 'opening' }
  | { readonly name: 'open'; readonly wereLost: boolean; readonly lists: OpenedLists | null };

/** Makes the model; nothing runs before `start`. */
export function createTrustModel(dependencies: TrustModelDependencies): TrustModel {
  const phase = signal<Phase>({ name: 'opening' });
  const specimen = signal(false);
  const sync = signal<SyncView>({ name: 'idle' });
  /** Lists age without any event. */
  const minuteNow = signal(Date.now());
  const generation = computed(() =>
    phase.value.name === 'open' ? (phase.value.lists?.generation ?? null) : null,
  );
  const lists = computed(() => viewLists(phase.value, specimen.value, minuteNow.value));
  let history = noHistory;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const link = dependencies.openLink({
    onProgress: showProgress,
    onSwapped: (swapped) => swap({ ...swapped, isNew: true, serverTime: null }),
    onStorageLost(isMended) {
      if (!isMended) fail('storage-failed');
    },
  });

  function showProgress(progress: SyncProgress): void {
    clearTimeout(silenceTimer);
    if (sync.peek().name !== 'running') return;
    sync.value = { name: 'running', progress, isWaiting: false };
    silenceTimer = setTimeout(() => {
      sync.value = { name: 'running', progress, isWaiting: true };
    }, silence);
  }

  function fail(failure: ListsFailure): void {
    sync.value = { name: 'failed', failure, at: Date.now(), restsUntil: null };
  }

  function swap(updated: Updated): void {
    batch(() => {
      phase.value = { name: 'open', wereLost: false, lists: updated };
      minuteNow.value = Date.now();
    });
    dependencies.onUpdated(updated);
  }

  /** One synchronisation or import at a time; `null` when another one runs. */
  async function run<F extends ListsFailure>(
    ask: (now: number) => Promise<Result<Updated, F>>,
  ): Promise<Result<Updated, F> | null> {
    if (sync.peek().name === 'running') return null;
    sync.value = { name: 'running', progress: noProgress, isWaiting: false };
    showProgress(noProgress);
    const result = await ask(Date.now());
    clearTimeout(silenceTimer);
    const at = Date.now();
    batch(() => {
      if (result.ok) swap(result.value);
      sync.value = result.ok
        ? { name: 'done', at, isNew: result.value.isNew }
        : { name: 'failed', failure: result.failure, at, restsUntil: null };
    });
    return result;
  }

  async function syncBy(trigger: SyncTrigger): Promise<void> {
    if (phase.peek().name === 'opening' || !isDue(history, trigger, Date.now())) return;
    const result = await run((now) => link.sync(now));
    if (!result) return;
    history = noteOutcome(history, result.ok ? 'done' : 'failed', Date.now(), Math.random());
    clearTimeout(retryTimer);
    if (result.ok) return;
    retryTimer = setTimeout(() => void syncBy('retry'), history.notBefore - Date.now());
    const failed = sync.peek();
    if (failed.name === 'failed' && history.isResting)
      sync.value = { ...failed, restsUntil: history.notBefore };
  }

  async function restore(): Promise<void> {
    const root = await openFirstRoot(dependencies.firstRoot);
    specimen.value = root.ok && root.value.specimen;
    const restored = await link.restore();
    batch(() => {
      phase.value = restored.ok
        ? { name: 'open', wereLost: restored.value.wereLost, lists: restored.value.lists }
        : { name: 'open', wereLost: false, lists: null };
      minuteNow.value = Date.now();
      if (!restored.ok) fail(restored.failure);
    });
    dependencies.onRestored(restored.ok ? restored.value.lastSeen : null);
  }

  function keepFresh(): void {
    setInterval(() => {
      minuteNow.value = Date.now();
    }, minute);
    setInterval(() => void syncBy('hourly'), hour);
    addEventListener('online', () => void syncBy('online'));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void syncBy('visible');
    });
    void syncBy('open');
  }

  return {
    generation,
    specimen,
    lists,
    sync,
    async start() {
      await restore();
      keepFresh();
    },
    syncNow: () => void syncBy('hand'),
    async importBundle(file) {
      await run((now) => link.importBundle(file, now));
    },
    async exportBundle() {
      const exported = await link.exportBundle();
      if (!exported.ok && exported.failure !== 'lists-missing') fail(exported.failure);
      return exported.ok ? exported.value : null;
    },
    noteTime: (at) => link.noteTime(at),
  };
}

function viewLists(phase: Phase, specimen: boolean, now: number): ListsView {
  const lists = phase.name === 'open' ? phase.lists : null;
  const generation = lists?.generation ?? null;
  return {
    state: phase.name === 'opening' ? 'opening' : listsState(generation, Math.floor(now / 1000)),
    wereLost: phase.name === 'open' && phase.wereLost,
    asOf: generation && generation.manifest.iat * 1000,
    freshUntil: generation && freshUntil(generation) * 1000,
    decidesUntil: generation && decidesUntil(generation) * 1000,
    syncedAt: lists?.syncedAt ?? null,
    generation: generation?.manifest.version ?? null,
    issuers: generation?.trustList.issuers.size ?? 0,
    specimen,
  };
}
