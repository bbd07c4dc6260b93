import { describe, expect, it } from 'vitest';
import { longestScan, unwrapText } from '../../src/scan/scanner-text.ts';

describe('the text of a scan', () => {
  it.each([
    ['is what was sent where nothing is set', 'MLEG1:OKAZ', '', '', 'MLEG1:OKAZ'],
    ['loses prefix and suffix', '<*MLEG1:OKAZ*>', '<*', '*>', 'MLEG1:OKAZ'],
    ['is taken from a scanner without the prefix', 'MLEG1:OKAZ*>', '<*', '*>', 'MLEG1:OKAZ'],
    ['is taken from a scanner without the suffix', '<*MLEG1:OKAZ', '<*', '*>', 'MLEG1:OKAZ'],
    ['loses a prefix once', '**MLEG1:OKAZ', '*', '', '*MLEG1:OKAZ'],
    [
      'loses control characters around what is added',
      '\u0002]QMLEG1:OKAZ#\u0003\t',
      ']Q',
      '#',
      'MLEG1:OKAZ',
    ],
    [
      'loses control characters within what is added',
      '#\u0002MLEG1:OKAZ\u0003#',
      '#',
      '#',
      'MLEG1:OKAZ',
    ],
    ['keeps a first letter that only looks like the prefix', 'MLEG1:OKAZ', 'M', '', 'MLEG1:OKAZ'],
    ['keeps it under Caps Lock, too', 'mleg1:okaz', 'm', '', 'mleg1:okaz'],
    ['loses a prefix that is its first letter', 'MMLEG1:OKAZ', 'M', '', 'MLEG1:OKAZ'],
    ['loses a prefix that is nearly its beginning', 'MLEG1MLEG1:OKAZ', 'MLEG1', '', 'MLEG1:OKAZ'],
    ['of another kind loses its prefix, too', '*OKAZ:1', '*', '', 'OKAZ:1'],
    ['keeps its spaces', ' MLEG1:OKAZ ', '', '', ' MLEG1:OKAZ '],
    ['of six characters is one', 'OKAZ:1', '', '', 'OKAZ:1'],
    ['of five characters is none', 'OKAZ1', '', '', null],
    ['is none where prefix and suffix are all there is', '<<<>>>', '<<<', '>>>', null],
    ['as long as the largest code is one', '7'.repeat(7089), '', '', '7'.repeat(7089)],
    ['longer than any code is none', '7'.repeat(longestScan + 1), '', '', null],
  ])('%s', (_rule, sent, prefix, suffix, text) => {
    expect(unwrapText(sent, { prefix, suffix }, (text) => /^MLEG1:/i.test(text))).toBe(text);
  });
});
