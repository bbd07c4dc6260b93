/**
 * The shift: when it began, how many checks came to what and in which hour, the table to take away, and
 * the records that are still kept. Counting is left to the model.
 */
import { warsawDay } from '../../credential/calendar.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { type KeptRecord, outcomes, type Shift } from '../models/kept-shift.ts';
import { writeRecordNumber } from '../models/record-number.ts';
import { mayResume } from '../models/shift-model.ts';
import { tabulate, writeCsv } from '../models/shift-table.ts';
import { Page } from '../ui/page.tsx';
import { OutcomeSwatch, ShiftChart } from '../ui/shift-chart.tsx';

/** The shift screen. */
export function ShiftScreen({ shift: model, chosenPolicies, actions }: AppProps) {
  const texts = currentTexts();
  const running = model.shift.value;
  const shown = running ?? model.lastShift.value;
  const under = chosenPolicies.value.map(({ name }) => name[texts.language]).join(' + ');
  const mayGoOn = !running && shown !== null && mayResume(shown, Date.now());
  return (
    <Page
      name="shift"
      title={texts.shift.title}
      back={() => actions.open('menu')}
      attributes={{ 'data-shift': running ? 'running' : shown ? 'ended' : 'none' }}
      deeds={
        <button
          class="button button-main"
          type="button"
          disabled={!running && under === ''}
          onClick={running ? actions.endShift : actions.beginShift}
        >
          {running ? texts.shift.end : shown ? texts.shift.beginNext : texts.shift.begin}
        </button>
      }
    >
      <p role="status">{describeShift(shown)}</p>
      {!running && (
        <p class="strong">{under === '' ? texts.policies.empty : texts.shift.under(under)}</p>
      )}
      {mayGoOn && (
        <div class="file-actions">
          <button class="button" type="button" onClick={actions.resumeShift}>
            {texts.shift.resume}
          </button>
        </div>
      )}
      {shown && <Counts shift={shown} actions={actions} />}
      <Records records={model.records.value} actions={actions} />
    </Page>
  );
}

function describeShift(shift: Shift | null): string {
  const { shift: words, formats } = currentTexts();
  if (!shift) return words.none;
  const from = formats.moment(shift.startedAt);
  return shift.endedAt === null
    ? words.since(from)
    : words.until(from, formats.moment(shift.endedAt));
}

function Counts({ shift, actions }: Pick<AppProps, 'actions'> & { readonly shift: Shift }) {
  const texts = currentTexts();
  const { shift: words, formats } = texts;
  const table = tabulate(shift, Date.now());
  const save = (): void => {
    const headings = { ...words, outcomes: words.outcomes };
    const name = words.fileName(warsawDay(shift.startedAt));
    actions.offerFile(name, writeCsv(table, headings, formats), 'text/csv;charset=utf-8');
  };
  return (
    <>
      <section class="shift-part">
        <h2 class="subtitle" data-checks={table.total.sum}>
          {words.checks(table.total.sum)}
        </h2>
        <dl class="figures">
          {outcomes.map((outcome) => (
            <div key={outcome}>
              <dt class="shift-outcome">
                <OutcomeSwatch outcome={outcome} />
                {words.outcomes[outcome]}
              </dt>
              <dd data-outcome={outcome}>{formats.count(table.total.counts[outcome])}</dd>
            </div>
          ))}
        </dl>
      </section>
      {table.total.sum > 0 && (
        <section class="shift-part">
          <h2 class="subtitle" id="shift-by-hour">
            {words.byHour}
          </h2>
          <ShiftChart table={table} labelledBy="shift-by-hour" />
          <button class="button" type="button" onClick={save}>
            {words.saveTable}
          </button>
        </section>
      )}
    </>
  );
}

interface RecordsProps extends Pick<AppProps, 'actions'> {
  readonly records: readonly KeptRecord[];
}

function Records({ records, actions }: RecordsProps) {
  const { shift, formats } = currentTexts();
  return (
    <section class="shift-part">
      <h2 class="subtitle">{shift.records}</h2>
      <p>
        {shift.recordsNote} {records.length === 0 && shift.noRecords}
      </p>
      {records.length > 0 && (
        <ul class="record-list">
          {records.map(({ number, at, outcome }) => (
            <li key={number}>
              <button
                class="record-item"
                type="button"
                data-record={number}
                onClick={() => actions.openRecord(number)}
              >
                <span class="strong">{writeRecordNumber(number)}</span>
                <span>{formats.time(at)}</span>
                <span class="shift-outcome">
                  <OutcomeSwatch outcome={outcome} />
                  {shift.outcomes[outcome]}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
