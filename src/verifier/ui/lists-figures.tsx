/**
 * The lists in figures: of when they are, until when they decide, what they hold, and how this device
 * keeps them and itself. What the newest of them changed is lists-changes-note.tsx's.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps, SyncView } from '../models/app-state.ts';
import { describeMoment } from '../models/verdict-copy.ts';

type Row = readonly [term: string, value: string];

/** The table; nothing while the device's storage is being read. `now` in milliseconds. */
export function ListsFigures({ now, ...props }: AppProps & { readonly now: number }) {
  const texts = currentTexts();
  const { lists: words, listsPage: more } = texts;
  const view = props.lists.value;
  const isPersistent = props.isPersistent.value;
  if (view.state === 'opening') return null;
  const moment = (at: number | null) => (at === null ? words.none : describeMoment(at, now, texts));
  const rows: readonly Row[] = [
    [words.asOf, moment(view.asOf)],
    // Without lists, the rest would be one "none" under another.
    ...(view.generation === null ? [] : contentRows(props, moment, texts)),
    [words.lastSync, describeSync(props.sync.value, view.syncedAt, now, texts)],
    [more.clock, more.clockStates[props.clock.value.name]],
    ...(isPersistent === null
      ? []
      : [[words.persistence, isPersistent ? words.persistent : words.notPersistent] as const]),
  ];
  return (
    <dl class="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function contentRows(
  { lists, listsDetails }: AppProps,
  moment: (at: number | null) => string,
  { lists: words, listsPage: more, formats }: Texts,
): readonly Row[] {
  const { freshUntil, decidesUntil, issuers, generation } = lists.value;
  const { counts } = listsDetails.value;
  return [
    [words.freshUntil, moment(freshUntil)],
    [words.decidesUntil, moment(decidesUntil)],
    [words.issuers, formats.count(issuers)],
    ...(counts === null
      ? []
      : ([
          [more.entries, more.entriesAtMost(counts.entries)],
          [more.revoked, formats.count(counts.revoked)],
          [more.suspended, formats.count(counts.suspended)],
        ] as const)),
    [words.generation, String(generation)],
  ];
}

function describeSync(sync: SyncView, syncedAt: number | null, now: number, texts: Texts): string {
  const { lists } = texts;
  if (sync.name === 'running') return lists.syncRunning;
  if (sync.name === 'failed') return lists.syncFailed(describeMoment(sync.at, now, texts));
  const at = sync.name === 'done' ? sync.at : syncedAt;
  if (at === null) return lists.syncIdle;
  const when = describeMoment(at, now, texts);
  const done =
    sync.name === 'done' && sync.source === 'file' ? lists.readDone(when) : lists.syncDone(when);
  return sync.name === 'done' && !sync.isNew ? `${done}, ${lists.upToDate}` : done;
}
