/**
 * What a bench says: rows, printed as a table for people or as JSON lines for machines. A row is a value
 * beside what it is compared with; speed and memory mean nothing without that, since machines differ.
 * Measuring is each bench's own; what the exit code says is main.ts's.
 */

/** What a value is compared with. */
export interface Reference {
  readonly name: string;
  readonly value: number;
}

/** One figure of a bench. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: Reference | null;
  /** Value to reference; of times the median of the batches' ratios. */
  readonly ratio: number | null;
  /** The highest ratio that is good enough; null where nothing is asked. */
  readonly target: number | null;
}

/** A row whose ratio is that of its two values. */
export const compare = (
  name: string,
  value: number,
  unit: string,
  reference: Reference | null = null,
  target: number | null = null,
): Row => {
  const ratio = reference && reference.value !== 0 ? value / reference.value : null;
  return { name, value, unit, reference, ratio, target };
};

/** Whether a row asks for a ratio that it does not reach. */
export const isMissed = ({ ratio, target }: Row): boolean =>
  target !== null && (ratio === null || !(ratio <= target));

/** One JSON object a line. */
export const asJsonLines = (rows: readonly Row[]): string =>
  rows
    .map(({ name, value, unit, reference, ratio }) => {
      const rounded = ratio === null ? null : Number(ratio.toFixed(4));
      const comparedWith = reference && nameReference(reference, unit);
      return `${JSON.stringify({ name, value, unit, reference: comparedWith, ratio: rounded })}\n`;
    })
    .join('');

/** Columns of one width each. */
export function asTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    withUnit(row.value, row.unit),
    row.reference ? nameReference(row.reference, row.unit) : '',
    row.ratio === null ? '' : `× ${row.ratio.toFixed(2)}`,
    row.target === null ? '' : `≤ ${row.target} ${isMissed(row) ? 'MISSED' : 'kept'}`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

const nameReference = ({ name, value }: Reference, unit: string): string =>
  `${name}: ${withUnit(value, unit)}`;

/** Versions of QR codes are named, not counted. */
const withUnit = (value: number, unit: string): string =>
  unit === 'QR version' ? `V${value}` : `${Number(value.toPrecision(4))} ${unit}`;
