/**
 * The checks of a shift, a bar for each hour, stacked by outcome. Outcomes are told apart by pattern as
 * well as by colour; the swatch beside each name in the totals is the key. Whoever does not see it gets
 * the same as a table.
 */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import { type Outcome, outcomes } from '../models/kept-shift.ts';
import type { ShiftTable } from '../models/shift-table.ts';

/** One tile of each pattern, 12 units wide and high; none for what is plainly filled. */
const tiles: Readonly<Record<Outcome, JSX.Element | null>> = {
  granted: null,
  denied: <path d="M0 3h12M0 9h12" />,
  rejected: <path d="M0 0 12 12M12 0 0 12" />,
  undecided: <path d="M2 3h3M8 9h3" />,
  unreadable: <path d="M-3 9 9-3M3 15 15 3" />,
  'other-person': <path d="M3 0v12M9 0v12" />,
};

interface BarProps {
  readonly parts: readonly {
    readonly outcome: Outcome;
    readonly from: number;
    readonly to: number;
  }[];
}

/** Parts from 0 to 1 of the width, whatever it is: percentages keep the patterns undistorted. */
function Bar({ parts }: BarProps) {
  const id = useId();
  return (
    <svg class="shift-bar" aria-hidden="true" focusable="false">
      {parts.map(({ outcome }) => (
        <pattern
          key={outcome}
          id={`${id}${outcome}`}
          data-outcome={outcome}
          width="12"
          height="12"
          patternUnits="userSpaceOnUse"
        >
          <rect width="12" height="12" />
          {tiles[outcome]}
        </pattern>
      ))}
      {parts.map(({ outcome, from, to }) => (
        <rect
          key={outcome}
          class="shift-bar-part"
          x={`${from * 100}%`}
          width={`${(to - from) * 100}%`}
          height="100%"
          fill={`url(#${id}${outcome})`}
        />
      ))}
    </svg>
  );
}

/** What an outcome looks like in the chart. */
export const OutcomeSwatch = ({ outcome }: { readonly outcome: Outcome }) => (
  <span class="shift-swatch">
    <Bar parts={[{ outcome, from: 0, to: 1 }]} />
  </span>
);

interface ShiftChartProps {
  readonly table: ShiftTable;
  readonly labelledBy: string;
}

/** The chart and its table. */
export function ShiftChart({ table, labelledBy }: ShiftChartProps) {
  const { formats } = currentTexts();
  return (
    <>
      <div class="shift-chart" aria-hidden="true">
        {table.hours.map(({ from, counts, sum }) => (
          <div key={from} class="shift-hour">
            <span>{formats.time(from)}</span>
            <Bar parts={stack(counts, table.most)} />
            <span class="strong">{formats.count(sum)}</span>
          </div>
        ))}
      </div>
      <div class="visually-hidden">
        <HourTable table={table} labelledBy={labelledBy} />
      </div>
    </>
  );
}

function HourTable({ table, labelledBy }: ShiftChartProps) {
  const { shift, formats } = currentTexts();
  return (
    <table aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{shift.hour}</th>
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col">
              {shift.outcomes[outcome]}
            </th>
          ))}
          <th scope="col">{shift.sum}</th>
        </tr>
      </thead>
      <tbody>
        {table.hours.map(({ from, counts, sum }) => (
          <tr key={from}>
            <th scope="row">{formats.time(from)}</th>
            {outcomes.map((outcome) => (
              <td key={outcome}>{formats.count(counts[outcome])}</td>
            ))}
            <td>{formats.count(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stack(counts: Readonly<Record<Outcome, number>>, most: number): BarProps['parts'] {
  let done = 0;
  return outcomes.flatMap((outcome) => {
    const from = done / most;
    done += counts[outcome];
    return counts[outcome] > 0 ? [{ outcome, from, to: done / most }] : [];
  });
}
