/**
 * One dispute record: its number as it is written on the paper, everything that the decision can be
 * reconstructed from, as words and as a QR code, and until when this device keeps it. Nothing in it
 * is of the holder.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import type { AppProps } from '../models/app-state.ts';
import type { KeptRecord } from '../models/kept-shift.ts';
import { writeRecordNumber } from '../models/record-number.ts';
import { writeRecord } from '../models/record-text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Page } from '../ui/page.tsx';
import { QrPicture } from '../ui/qr-picture.tsx';

interface RecordScreenProps extends AppProps {
  readonly number: string;
}

/** The record screen. */
export function RecordScreen({ number, shift, policies, actions }: RecordScreenProps) {
  const texts = currentTexts();
  const record = shift.records.value.find((each) => each.number === number);
  const names = new Map(policies.value.map(({ id, name }) => [id, name[texts.language]]));
  const facts = record ? describeRecord(record, names, texts) : [];
  return (
    <Page
      name="record"
      title={texts.record.title}
      back={() => actions.open('scan')}
      backLabel={texts.back}
      deeds={
        record && (
          <CopyButton
            text={writeOut(record, facts)}
            label={texts.record.copy}
            copied={texts.record.copied}
            byHand={texts.about.copyByHand}
          />
        )
      }
    >
      {record ? (
        <>
          <p class="record-number" data-record={number}>
            {writeRecordNumber(number)}
          </p>
          <p>{texts.record.note}</p>
          <p class="strong">{texts.record.keptUntil(texts.formats.time(record.until))}</p>
          <dl class="figures">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <div class="record-qr">
            <QrPicture text={writeRecord(record)} label={texts.record.picture} />
          </div>
          <p class="small">{writeRecord(record)}</p>
        </>
      ) : (
        <p class="note">{texts.record.gone}</p>
      )}
      <div class="file-actions">
        <button class="button" type="button" onClick={() => actions.open('shift')}>
          {texts.record.all}
        </button>
      </div>
    </Page>
  );
}

type Fact = readonly [term: string, value: string];

function describeRecord(
  record: KeptRecord,
  names: ReadonlyMap<string, string>,
  { record: words, shift, reasons, formats }: Texts,
): readonly Fact[] {
  const moment = (at: number): string => `${formats.date(at)}, ${formats.second(at)}`;
  const policies = record.policies.map(
    ({ id, version }) => `${names.get(id) ?? id}, ${words.version(version)}`,
  );
  return [
    [words.checkedAt, moment(record.at)],
    [words.outcome, shift.outcomes[record.outcome]],
    [words.reason, `${reasons[record.reason].line} (${record.reason})`],
    [words.entitlement, record.entitlement ?? words.none],
    [words.policies, policies.join(' · ') || words.none],
    [words.generation, record.generation === null ? words.none : String(record.generation)],
    [
      words.listsAsOf,
      record.listsAsOf === null ? words.none : moment(Date.parse(record.listsAsOf)),
    ],
    [words.build, moment(record.build * 1000)],
  ];
}

/** For an e-mail: what a person reads, and below it what a program reads. */
function writeOut(record: KeptRecord, facts: readonly Fact[]): string {
  const { number } = currentTexts().record;
  const head: Fact = [number, writeRecordNumber(record.number)];
  const lines = [head, ...facts].map(([term, value]) => `${term}: ${value}`);
  return [...lines, writeRecord(record)].join('\n');
}
