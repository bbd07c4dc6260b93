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
import { countStatuses } from '../../trust/count-statuses.ts';
import { decidesUntil, freshUntil, listsState } from '../../trust/freshness.ts';
import type { Generation } from '../../trust/generation.ts';
import { openFirstRoot } from '../../trust/root.ts';
import type { ListsDetails, ListsFailure, ListsSource, ListsView, SyncView } from './app-state.ts';
import { findChanges, type ListsChanges } from './lists-changes.ts';

/** Whom a link tells of what nobody asked for. */
export type LinkEvents = Pick<SyncLinkOptions, 'onProgress' | 'onSwapped' | 'onStorageLost'>;

export interface TrustModelDependencies {
  readonly firstRoot: string;
  openLink(events: LinkEvents): SyncLink;
  /** Told of lists that count from now on, and whether their manifest is a newer one. */
  onUpdated(update: Pick<Updated, 'isNew' | 'aheadOfServer'>): void;
  /** Told once what the device's clock said before. */
  onRestored(lastSeen: number | null): void;
}

export interface TrustModel {
  readonly generation: ReadonlySignal<Generation | null>;
  /** The app was built for a made-up world. */
  readonly specimen: ReadonlySignal<boolean>;
  readonly lists: ReadonlySignal<ListsView>;
  readonly sync: ReadonlySignal<SyncView>;
  /** Worked out only while somebody looks. */
  readonly details: ReadonlySignal<ListsDetails>;
  /** Opens what is stored, then synchronises by itself from now on. */
  start(): Promise<void>;
  syncNow(): void;
  importBundle(file: Blob): Promise<void>;
  /** The stored lists as one file; null without lists, or when it could not be made, which `sync` then says. */
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
  const before = signal<Generation | null>(null);
  const counts = computed(() =>
    generation.value ? countStatuses(generation.value.statusLists.values()) : null,
  );
  const changes = computed((): ListsChanges | null =>
    before.value && generation.value ? findChanges(before.value, generation.value) : null,
  );
  const bytesLeft = signal<number | null>(null);
  const details = computed(() => ({
    counts: counts.value,
    changes: changes.value,
    bytesLeft: bytesLeft.value,
  }));
  let history = noHistory;
  /** What is stored could not be read yet. */
  let isUnread = false;
  /** Jobs run one after another: none is dropped, and none disturbs another. */
  let lastJob: Promise<unknown> = Promise.resolve();
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const link = dependencies.openLink({
    onProgress: showProgress,
    onSwapped: (swapped) => swap({ ...swapped, isNew: true, aheadOfServer: null }),
    onStorageLost(isMended) {
      if (!isMended && sync.peek().name !== 'running') showFailure('storage-failed');
    },
  });

  function showProgress(progress: SyncProgress): void {
    clearTimeout(silenceTimer);
    if (sync.peek().name !== 'running') return;
    sync.value = { name: 'running', progress, isWaiting: false };
    if (progress.phase === 'checking') return;
    silenceTimer = setTimeout(() => {
      sync.value = { name: 'running', progress, isWaiting: true };
    }, silence);
  }

  function showFailure(failure: ListsFailure): void {
    sync.value = { name: 'failed', failure, at: Date.now(), source: 'network', restsUntil: null };
  }

  function enqueue<T>(job: () => Promise<T>): Promise<T> {
    const done = lastJob.then(job);
    lastJob = done.catch(() => undefined);
    return done;
  }

  function swap(updated: Updated): void {
    // The clock first: whoever looks at new lists looks at the clock, too.
    dependencies.onUpdated(updated);
    batch(() => {
      if (updated.isNew) before.value = generation.peek();
      phase.value = { name: 'open', wereLost: false, lists: updated };
      minuteNow.value = Date.now();
    });
  }

  /** A synchronisation or an import, from the first word on the screen to the last. */
  async function run(
    source: ListsSource,
    ask: (now: number) => Promise<Result<Updated, ListsFailure>>,
  ): Promise<boolean> {
    // A file is there already: only checking it takes time.
    const first: SyncProgress =
      source === 'file' ? { ...noProgress, phase: 'checking' } : noProgress;
    sync.value = { name: 'running', progress: first, isWaiting: false };
    showProgress(first);
    const unread = isUnread ? await restore() : null;
    const result = unread ?? (await ask(Date.now()));
    clearTimeout(silenceTimer);
    batch(() => {
      bytesLeft.value = result.ok ? null : (leftOf(sync.peek()) ?? bytesLeft.peek());
      if (result.ok) swap(result.value);
      const at = Date.now();
      sync.value = result.ok
        ? { name: 'done', at, isNew: result.value.isNew, source }
        : { name: 'failed', failure: result.failure, at, source, restsUntil: null };
    });
    return result.ok;
  }

  async function syncBy(trigger: SyncTrigger): Promise<void> {
    const isBusy = phase.peek().name === 'opening' || sync.peek().name === 'running';
    if (isBusy || !isDue(history, trigger, Date.now())) return;
    const isDone = await enqueue(() => run('network', (now) => link.sync(now)));
    history = noteOutcome(history, isDone ? 'done' : 'failed', Date.now(), Math.random());
    clearTimeout(retryTimer);
    if (isDone) return;
    retryLater(history.notBefore - Date.now());
    const failed = sync.peek();
    if (failed.name === 'failed' && history.isResting)
      sync.value = { ...failed, restsUntil: history.notBefore };
  }

  function retryLater(milliseconds: number): void {
    retryTimer = setTimeout(() => {
      // An import under way is no reason to forget it.
      if (sync.peek().name === 'running') retryLater(minute);
      else void syncBy('retry');
    }, milliseconds);
  }

  /** Opens what is stored, or gives why it cannot be read. */
  async function restore(): Promise<Result<never, ListsFailure> | null> {
    const restored = await link.restore();
    isUnread = !restored.ok;
    if (restored.ok) dependencies.onRestored(restored.value.lastSeen);
    batch(() => {
      const { lists, wereLost } = restored.ok ? restored.value : { lists: null, wereLost: false };
      phase.value = { name: 'open', wereLost, lists };
      minuteNow.value = Date.now();
      if (!restored.ok && sync.peek().name !== 'running') showFailure(restored.failure);
    });
    return restored.ok ? null : restored;
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
    details,
    async start() {
      const root = await openFirstRoot(dependencies.firstRoot);
      specimen.value = root.ok && root.value.specimen;
      await restore();
      keepFresh();
    },
    syncNow: () => void syncBy('hand'),
    async importBundle(file) {
      await enqueue(() => run('file', (now) => link.importBundle(file, now)));
    },
    async exportBundle() {
      const exported = await enqueue(() => link.exportBundle());
      if (!exported.ok && exported.failure !== 'lists-missing') showFailure(exported.failure);
      return exported.ok ? exported.value : null;
    },
    noteTime: (at) => link.noteTime(at),
  };
}

/** What a synchronisation had still to fetch when it ended; null where it did not come to fetching. */
function leftOf(sync: SyncView): number | null {
  if (sync.name !== 'running' || sync.progress.phase !== 'fetching') return null;
  const { bytesTotal, bytesDone } = sync.progress;
  return bytesTotal > bytesDone ? bytesTotal - bytesDone : null;
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
