/**
 * Codes of other kinds that people hold up, told by how they begin, so that the inspector hears what
 * it is instead of "error". Nothing of them is read further.
 */
import type { OtherCodeHint } from './reasons.ts';

const beginnings: readonly (readonly [RegExp, OtherCodeHint])[] = [
  [/^HC1:/, 'eu-dcc'],
  [/^shc:\//i, 'smart-health-card'],
  [/^(?:#UT|OTI|VDV)/, 'rail-barcode'],
  [
    /^https?:\/\/(?:[\w-]+\.)*(?:europeanstudentcard\.eu|esc\.gg|pitt\.es)\//i,
    'european-student-card',
  ],
  [/^(?:https?:\/\/(?:[\w-]+\.)*mobywatel\.gov\.pl\/|mobywatel:)/i, 'mobywatel'],
  [/^https?:\/\//i, 'url'],
];

/** What another code probably is, where its beginning tells. */
export const recognizeOtherCode = (text: string): OtherCodeHint | null =>
  beginnings.find(([beginning]) => beginning.test(text))?.[1] ?? null;
