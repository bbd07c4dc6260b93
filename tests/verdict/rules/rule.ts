/** The form of the tables beside this file, and the few ways to break a plain card. */
import { digestOf } from '../../../src/credential/sd-jwt.ts';
import type { ReasonCode } from '../../../src/verdict/reasons.ts';
import type { Case } from '../../fixtures/checked-case.ts';
import {
  type CardKeys,
  claim,
  plainDisclosures,
  plainPayload,
} from '../../fixtures/hand-made-card.ts';
import { asSegment, type RawJson } from '../../fixtures/raw-jws.ts';

/** Its section, what it asks, and how a card that is valid otherwise breaks it. */
export type Rule = readonly [section: string, asks: string, broken: (keys: CardKeys) => Case];

/** The rules that one reason stands for. */
export type Rules = Readonly<Partial<Record<ReasonCode, readonly Rule[]>>>;

type Members = Readonly<Record<string, unknown>>;

/** Another visible claim than a plain card's; `undefined` leaves it out. */
export const claims = (payload: Members) => (): Case => ({ card: { payload } });

/** Another header. */
export const header = (members: Members) => (): Case => ({ card: { header: members } });

/** More disclosures than a plain card's. */
export const disclosing =
  (...more: readonly RawJson[]) =>
  (): Case => ({ card: { disclosures: [...plainDisclosures, ...more] } });

/** One disclosed claim with another value than a plain card's. */
export const disclosed = (name: string, value: unknown) => (): Case => ({
  card: {
    disclosures: plainDisclosures.map((plain) =>
      (plain as readonly unknown[])[1] === name ? claim(name, value) : plain,
    ),
  },
});

/** More digests than those of the disclosures. */
export const digests =
  (...more: readonly unknown[]) =>
  (): Case => ({
    card: { digests: [...plainDisclosures.map((plain) => digestOf(asSegment(plain))), ...more] },
  });

/** A visible claim that comes from a disclosure. */
export const hiding =
  (name: string) =>
  ({ holder }: CardKeys): Case => ({
    card: {
      payload: { [name]: undefined },
      disclosures: [...plainDisclosures, claim(name, plainPayload(holder)[name] ?? 'x')],
    },
  });

/** A key binding with another payload or header. */
export const binding = (payload: Members) => (): Case => ({ binding: { payload } });
export const bindingHeader = (members: Members) => (): Case => ({ binding: { header: members } });
