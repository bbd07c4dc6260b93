/**
 * What a fault of an SD-JWT is: a change at one place of its making. Everything around it is then signed
 * and hashed properly, so that nothing but the fault can be what is wrong.
 */
import type { Member, Written } from './written-json.ts';

/** A JWT about to be signed. */
export interface JwtDraft {
  header: readonly Member[];
  payload: readonly Member[];
  signer: 'own' | 'another';
  /** What becomes of the signed text. */
  finish: (jwt: string) => string;
}

/** What a change may use of the making around it. */
export interface Scene {
  /** Sends a disclosure along, and gives its digest. */
  readonly disclose: (name: string, value: Written) => string;
  /** A digest that was placed before, wherever that was. */
  readonly placed: () => string;
}

export type Fault =
  | { readonly on: 'disclosure'; readonly change: (parts: readonly Written[]) => Written }
  | { readonly on: 'disclosure-text'; readonly change: (text: string) => string }
  | {
      readonly on: 'object';
      readonly change: (members: readonly Member[], scene: Scene) => readonly Member[];
    }
  | {
      readonly on: 'array';
      readonly change: (elements: readonly Written[], scene: Scene) => readonly Written[];
    }
  | { readonly on: 'sent'; readonly change: (sent: readonly string[]) => readonly string[] }
  | {
      readonly on: 'issuer' | 'binding';
      readonly change: (jwt: JwtDraft, scene: Scene) => Partial<JwtDraft>;
    }
  | { readonly on: 'text'; readonly change: (text: string) => string };

/** Members with one replaced, added or (`undefined`) left out. */
export const withMember = (
  members: readonly Member[],
  name: string,
  value: Written | undefined,
): readonly Member[] => [
  ...members.filter(([other]) => other !== name),
  ...(value === undefined ? [] : [[name, value] as const]),
];

/** The digests of an object's members. */
export const digestsOf = (members: readonly Member[]): readonly Written[] => {
  const [, digests] = members.find(([name]) => name === '_sd') ?? [];
  return Array.isArray(digests) ? (digests as readonly Written[]) : [];
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The text with one character replaced by its neighbour in the alphabet. */
export const shift = (text: string, at: number): string => {
  const old = alphabet.indexOf(text.at(at) ?? 'A');
  const characters = [...text];
  characters.splice(at < 0 ? text.length + at : at, 1, alphabet[(old + 1) % 64] as string);
  return characters.join('');
};
