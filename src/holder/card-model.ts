/**
 * What the card page knows and does: opens a specimen, holds its key, and signs a new code every
 * 15 s by the clock. Drawing is left to the screens; network, key and clock are passed in.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { fail, ok, type Result } from '../base/result.ts';
import { pack } from '../credential/pack.ts';
import { present } from '../credential/present.ts';
import { type OwnCard, readOwnCard } from '../credential/read-own-card.ts';
import type { HolderKeyFailure } from './holder-key.ts';
import { isOver } from './rotation.ts';
import {
  type FetchText,
  fetchSpecimen,
  fetchSpecimenIds,
  type HolderJwk,
  type Specimen,
  type SpecimenFailure,
} from './specimens.ts';

export type CardFailure =
  | SpecimenFailure
  | HolderKeyFailure
  | 'code-too-large'
  | 'unexpected-fault';

/** A code on show. */
export interface Code {
  /** What the QR says. */
  readonly text: string;
  /** The signing time inside the code, seconds since 1970. */
  readonly iat: number;
  /** When it was really signed, milliseconds since 1970. */
  readonly signedAt: number;
}

/** An open card with the code on show. */
export interface ShownCard {
  readonly kind: 'card';
  readonly specimen: Specimen;
  readonly card: OwnCard;
  readonly key: CryptoKey;
  readonly code: Code;
}

export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'choosing'; readonly ids: readonly string[] }
  | ShownCard
  | { readonly kind: 'failed'; readonly failure: CardFailure };

export interface CardDependencies {
  readonly fetchText: FetchText;
  obtainKey(id: string, jwk: HolderJwk): Promise<Result<CryptoKey, HolderKeyFailure>>;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface CardModel {
  readonly state: ReadonlySignal<CardState>;
  /** The clock on the screen, milliseconds since 1970. */
  readonly now: ReadonlySignal<number>;
  /** Opens a specimen, or the list of all for an empty id. */
  open(id: string): Promise<void>;
  /** Moves the clock on, and signs the next code when the shown one is over. */
  tick(): Promise<void>;
}

const nonceBytes = 16;

/** Makes the model of the card page. */
export function makeCardModel({ fetchText, obtainKey, now }: CardDependencies): CardModel {
  const state = signal<CardState>({ kind: 'loading' });
  const clock = signal(now());
  let isSigning = false;
  /** Whatever was begun for an earlier address is dropped when it ends. */
  let opening = 0;

  async function load(id: string): Promise<CardState> {
    if (id === '') {
      const ids = await fetchSpecimenIds(fetchText);
      return ids.ok ? { kind: 'choosing', ids: ids.value } : failed(ids.failure);
    }
    const fetched = await fetchSpecimen(fetchText, id);
    if (!fetched.ok) return failed(fetched.failure);
    const { specimen, jwk } = fetched.value;
    const card = readOwnCard(specimen.credential);
    if (!card) return failed('specimen-damaged');
    const obtained = await obtainKey(id, jwk);
    if (!obtained.ok) return failed(obtained.failure);
    const code = await signCode(specimen, obtained.value, now());
    if (!code.ok) return failed(code.failure);
    return { kind: 'card', specimen, card, key: obtained.value, code: code.value };
  }

  async function open(id: string): Promise<void> {
    opening += 1;
    const mine = opening;
    state.value = { kind: 'loading' };
    const loaded = await load(id).catch(asFault);
    if (mine === opening) state.value = loaded;
  }

  async function tick(): Promise<void> {
    clock.value = now();
    const shown = state.value;
    if (shown.kind !== 'card' || isSigning || !isOver(shown.code.signedAt, now())) return;
    isSigning = true;
    const mine = opening;
    const next = await signNext(shown, now()).catch(asFault);
    isSigning = false;
    if (mine === opening) state.value = next;
  }

  return { state, now: clock, open, tick };
}

const failed = (failure: CardFailure): CardState => ({ kind: 'failed', failure });

function asFault(error: unknown): CardState {
  console.error(error);
  return failed('unexpected-fault');
}

async function signNext(shown: ShownCard, at: number): Promise<CardState> {
  const code = await signCode(shown.specimen, shown.key, at);
  return code.ok ? { ...shown, code: code.value } : failed(code.failure);
}

async function signCode(
  { credential, disclose, keyBinding, iatOffset }: Specimen,
  key: CryptoKey,
  at: number,
): Promise<Result<Code, CardFailure>> {
  const iat = Math.floor(at / 1000) + iatOffset;
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const holderKey = keyBinding ? key : null;
  const text = pack(await present({ credential, disclose, holderKey, iat, nonce }));
  if (text.ok) return ok({ text: text.value, iat, signedAt: at });
  return fail(text.failure === 'too-large' ? 'code-too-large' : 'specimen-damaged');
}
