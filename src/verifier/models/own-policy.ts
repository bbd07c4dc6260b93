/**
 * A discount of the venue's own, from what somebody typed into a form to the policy that checks are
 * judged by, and back. Every problem has a name. Pure; keeping it is left to the settings.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { oldestAge } from '../../trust/device-settings.ts';
import type { AgeLimit, Policy } from '../../trust/policies.ts';

/** The documents that a discount may ask for. */
export type DocumentChoice = 'student' | 'pupil' | 'any';

/** The `vct` values behind each choice. */
const documentsOf: Readonly<Record<DocumentChoice, Policy['documents']>> = {
  student: ['urn:mlegitymacja:student:1'],
  pupil: ['urn:mlegitymacja:pupil:1'],
  any: 'any',
};

/** What stands in the form; ages as typed, empty for none. */
export interface PolicyDraft {
  readonly name: string;
  readonly gives: string;
  readonly documents: DocumentChoice;
  readonly minimumAge: string;
  readonly maximumAge: string;
  readonly inclusive: boolean;
  readonly portrait: boolean;
}

/** What is wrong with a draft. */
export type DraftProblem =
  | 'name-missing'
  | 'name-taken'
  | 'gives-missing'
  | 'minimum-age-unfit'
  | 'maximum-age-unfit'
  | 'ages-crossed';

/** What a draft says, once it fits. */
export type PolicyTerms = Pick<
  Policy,
  'name' | 'gives' | 'documents' | 'minimumAge' | 'maximumAge' | 'portrait'
>;

/** An empty form. A verdict without a portrait proves little: it is asked for unless somebody says otherwise. */
export const emptyDraft: PolicyDraft = {
  name: '',
  gives: '',
  documents: 'student',
  minimumAge: '',
  maximumAge: '',
  inclusive: false,
  portrait: true,
};

/** The form of a policy, its texts in one language. */
export const draftOf = (policy: Policy, language: keyof Policy['name']): PolicyDraft => ({
  name: policy.name[language],
  gives: policy.gives[language],
  documents: documentChoiceOf(policy),
  minimumAge: policy.minimumAge === null ? '' : String(policy.minimumAge),
  maximumAge: policy.maximumAge === null ? '' : String(policy.maximumAge.years),
  inclusive: policy.maximumAge?.inclusive ?? false,
  portrait: policy.portrait === 'required',
});

/** What a draft says; `others` are the discounts that its name must not be mixed up with. */
export function readDraft(
  draft: PolicyDraft,
  others: readonly Policy[],
): Result<PolicyTerms, readonly DraftProblem[]> {
  const name = tidy(draft.name);
  const gives = tidy(draft.gives);
  const ages = readAges(draft);
  const problems: DraftProblem[] = [];
  if (name === '') problems.push('name-missing');
  if (others.some((other) => Object.values(other.name).some((taken) => isSame(taken, name))))
    problems.push('name-taken');
  if (gives === '') problems.push('gives-missing');
  if (readAge(draft.minimumAge) === 'unfit') problems.push('minimum-age-unfit');
  if (readAge(draft.maximumAge) === 'unfit') problems.push('maximum-age-unfit');
  if (ages?.maximumAge && (ages.minimumAge ?? 0) >= endOf(ages.maximumAge))
    problems.push('ages-crossed');
  if (!ages || problems.length > 0) return fail(problems);
  return ok({
    name: inEachLanguage(name),
    gives: inEachLanguage(gives),
    documents: documentsOf[draft.documents],
    ...ages,
    portrait: draft.portrait ? 'required' : 'optional',
  });
}

/** The limits as typed; null while one of them is no age. */
export function readAges(
  draft: PolicyDraft,
): Pick<PolicyTerms, 'minimumAge' | 'maximumAge'> | null {
  const minimumAge = readAge(draft.minimumAge);
  const years = readAge(draft.maximumAge);
  if (minimumAge === 'unfit' || years === 'unfit') return null;
  return {
    minimumAge,
    maximumAge: years === null ? null : { years, inclusive: draft.inclusive },
  };
}

/** Full years as typed, from 1; null for an empty field. */
export function readAge(typed: string): number | null | 'unfit' {
  const text = typed.trim();
  if (text === '') return null;
  const age = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return age >= 1 && age <= oldestAge ? age : 'unfit';
}

/** The policy of these terms: a new one, or the next version of `before`. */
export const makeOwnPolicy = (terms: PolicyTerms, id: string, before: Policy | null): Policy => ({
  ...terms,
  id,
  version: (before?.version ?? 0) + 1,
  basis: '',
  statutory: false,
  unreviewed: false,
});

/** An id that no signed policy has. */
export const makeOwnId = (random: Uint8Array): string =>
  `venue-${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The age with whose birthday the discount ends. */
export const endOf = ({ years, inclusive }: AgeLimit): number => years + (inclusive ? 1 : 0);

function documentChoiceOf({ documents }: Policy): DocumentChoice {
  if (documents === 'any' || documents.length !== 1) return 'any';
  return documents[0] === documentsOf.pupil[0] ? 'pupil' : 'student';
}

/** As somebody means it: no spaces around, none twice, and nothing that is not seen. */
const tidy = (typed: string): string =>
  typed.normalize('NFC').replace(/\p{C}/gu, '').replace(/\s+/gu, ' ').trim();

const isSame = (one: string, other: string): boolean =>
  one.toLocaleLowerCase('pl') === other.toLocaleLowerCase('pl');

const inEachLanguage = (text: string): Policy['name'] => ({ pl: text, en: text, uk: text });
