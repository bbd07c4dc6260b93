/**
 * A made-up national operator: one issuer for as many schools as a country of Poland's size has
 * universities, with names of usual lengths that nobody bears.
 */
import type { Dice } from '../../../src/issuer/specimens.ts';
import type { WorldIssuer } from '../../../src/issuer/world-state.ts';

/** About as many as there are universities in Poland. */
const schoolCount = 350;
const mostSchoolIds = 100_000;

const kinds = ['Akademia', 'Politechnika', 'Uniwersytet', 'Wyższa Szkoła', 'Uczelnia'] as const;
const subjects = ['Ekonomii', 'Sztuki', 'Medycyny', 'Rolnictwa', 'Pedagogiki', 'Prawa'] as const;
const patrons = ['Okaza', 'Wzorca', 'Przykładu', 'Specimena', 'Próby', 'Niebyłego'] as const;
const towns = ['Okazowie', 'Wzorcowie', 'Przykładowie', 'Zmyślinie', 'Próbowicach'] as const;

/** Draws the operator; its lists are numbered from 1 below its own address. */
export function drawOperator(dice: Dice): WorldIssuer {
  const iss = 'https://legitymacje.operator-okazowy.example';
  const ids = new Set<number>();
  while (ids.size < schoolCount) ids.add(dice(mostSchoolIds));
  return {
    iss,
    name: 'Okazowy Operator Krajowy',
    issuanceKid: 'okaz-2026',
    statusKid: 'okaz-2026-status',
    statusUri: `${iss}/status/1`,
    schools: [...ids].map((id) => ({
      id: `OKAZ-${id}`,
      name: drawSchoolName(dice),
      vct: ['urn:mlegitymacja:student:1'],
    })),
  };
}

function drawSchoolName(dice: Dice): string {
  const draw = (words: readonly string[]): string => words[dice(words.length)] ?? '';
  return `${draw(kinds)} ${draw(subjects)} im. ${draw(patrons)} w ${draw(towns)}`;
}
