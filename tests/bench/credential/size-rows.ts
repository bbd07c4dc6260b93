/**
 * How large codes are (PROTOCOL §3): a thousand cards with and without portrait against the budgets,
 * beside the same presentations as others would pack them.
 */
import { decode as decodeBase45 } from '@digitalbazaar/base45';
import { encode as encodeQr } from 'uqr';
import { textPrefix } from '../../../src/credential/container.ts';
import { pack } from '../../../src/credential/pack.ts';
import { compare, type Reference, type Row } from '../report.ts';
import {
  type PackedSize,
  sizeOfAlphanumeric,
  sizeOfHealthCard,
  sizeOfPlainDeflate,
} from './other-packings.ts';
import { cardCount, type Portrayal, presentThousandCards } from './thousand-cards.ts';

/** QR versions that the median card and the worst may take; null where only the hard limit holds. */
interface Budget {
  readonly median: number | null;
  readonly worst: number | null;
}

const hardLimit = 25;
const budgets: ReadonlyMap<Portrayal, Budget> = new Map([
  ['without portrait', { median: 16, worst: 18 }],
  ['portrait hidden', { median: null, worst: null }],
  ['with portrait', { median: 22, worst: 24 }],
  ['largest portrait', { median: null, worst: null }],
]);

/** What no QR code at level L holds. */
const largestCode = { name: 'V40 holds', value: 4296 };
const largestNumericCode = { name: 'V40 holds', value: 7089 };

/** Rows for each portrayal in turn. */
export async function* sizeRows(): AsyncGenerator<readonly Row[]> {
  for (const [portrayal, budget] of budgets) {
    const shown = await presentThousandCards(portrayal);
    yield [...ownRows(portrayal, budget, shown), ...otherRows(portrayal, shown)];
  }
}

function ownRows(portrayal: Portrayal, budget: Budget, shown: readonly string[]): readonly Row[] {
  const texts = shown.map((sdJwt) => packed(sdJwt)).filter((text) => text !== null);
  const rows: Row[] = [];
  if (texts.length < cardCount) {
    const refused = cardCount - texts.length;
    const all = { name: 'made', value: cardCount };
    rows.push(compare(`${portrayal}: refused as too large`, refused, 'cards', all, 0));
  }
  for (const [which, text] of Object.entries(pick(texts, (one) => one.length))) {
    const asked = which === 'median' ? budget.median : budget.worst;
    const reference =
      asked === null ? { name: 'hard limit', value: hardLimit } : { name: 'budget', value: asked };
    const bytes = decodeBase45(text.slice(textPrefix.length)).length;
    rows.push(
      compare(`${portrayal}: ${which} card`, drawnVersion(text), 'QR version', reference, 1),
      compare(`${portrayal}: ${which} card, text`, text.length, 'characters'),
      compare(`${portrayal}: ${which} card, container`, bytes, 'B'),
    );
  }
  return rows;
}

function packed(sdJwt: string): string | null {
  const text = pack(sdJwt);
  if (text.ok) return text.value;
  if (text.failure === 'too-large') return null;
  throw new Error(text.failure);
}

/** The version that the holder's page would draw, which must be the one that counting gives. */
function drawnVersion(text: string): number {
  const { version } = encodeQr(text, { ecc: 'L', boostEcc: false });
  if (version !== sizeOfAlphanumeric(text.length).version)
    throw new Error(`drawn as V${version}: not in alphanumeric mode`);
  return version;
}

function otherRows(portrayal: Portrayal, shown: readonly string[]): readonly Row[] {
  const ways = [
    ['deflate and Base45', sizeOfPlainDeflate, largestCode],
    ['SMART Health Card digits', sizeOfHealthCard, largestNumericCode],
  ] as const;
  return ways.flatMap(([way, sizeOfOther, largest]) => {
    const sizes = pick(shown.map(sizeOfOther), ({ characters }) => characters);
    return Object.entries(sizes).map(([which, size]) =>
      otherRow(`${portrayal}: ${which} card as ${way}`, size, largest),
    );
  });
}

const otherRow = (name: string, { version, characters }: PackedSize, largest: Reference): Row =>
  version === null
    ? compare(name, characters, 'characters', largest)
    : compare(name, version, 'QR version', { name: 'hard limit', value: hardLimit });

/** The middle one and the largest. */
function pick<T>(all: readonly T[], sizeOf: (one: T) => number): { median: T; worst: T } {
  const sorted = [...all].sort((a, b) => sizeOf(a) - sizeOf(b));
  const median = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted.at(-1);
  if (median === undefined || worst === undefined) throw new Error('nothing to pick from');
  return { median, worst };
}
