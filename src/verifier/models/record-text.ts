/**
 * A dispute record as one line of text, for a QR code or an e-mail:
 *
 *   MLEGREC1:<number>:<time>:<outcome>:<reason>:<entitlement>:<policies>:<lists>:<lists' time>:<build>
 *
 * All in capitals, so that a QR code carries it in few modules; `-` for what there is none of.
 *
 * - number: as on the paper, `K7QF-2M9X` · times: UTC to the second, `20261123T081207Z`
 * - outcome: GRANTED, DENIED, REJECTED, UNDECIDED, UNREADABLE, OTHER-PERSON
 * - reason, entitlement: the codes of the reason table; an entitlement's colon is written as `/`
 * - policies: `ID.VERSION`, the leading one first, joined by `+`
 * - lists: the number of the lists' generation · build: seconds since 1970 of the app that decided
 *
 * Nothing in it is of a card or a holder. A change of the fields is another number after MLEGREC.
 */
import type { CheckRecord } from './kept-shift.ts';
import { writeRecordNumber } from './record-number.ts';

/** Writes the line. */
export function writeRecord(record: CheckRecord): string {
  const { policies, entitlement, generation, listsAsOf } = record;
  const fields = [
    'MLEGREC1',
    writeRecordNumber(record.number),
    writeTime(record.at),
    record.outcome,
    record.reason,
    entitlement?.replace(':', '/') ?? '-',
    policies.map(({ id, version }) => `${id}.${version}`).join('+') || '-',
    generation ?? '-',
    listsAsOf === null ? '-' : writeTime(Date.parse(listsAsOf)),
    record.build,
  ];
  return fields.join(':').toUpperCase();
}

const writeTime = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
