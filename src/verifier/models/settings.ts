/**
 * What is set on this device and stays from visit to visit: one record, read back strictly. A record
 * that does not fit is as none. Holds nothing of any holder. Who may change what is fixed-settings.ts's.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  asArray,
  asBoolean,
  asObject,
  asText,
  orNull,
  readJson,
  refuse,
} from '../../base/json-reader.ts';
import { parseStrictJson } from '../../base/strict-json.ts';
import { mostPolicies, type ReturnTime, readReturnTime } from '../../trust/device-settings.ts';
import { type Policy, readPolicy } from '../../trust/policies.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import { type Language, languages } from '../i18n/language.ts';

/** Everything that can be set. */
export interface Settings {
  readonly language: Language;
  /** Ids of the discounts that are judged at once, the leading one first: at most three; none before anybody has chosen. */
  readonly policies: readonly string[];
  /** Discounts of this venue's own, made on this device. */
  readonly ownPolicies: readonly Policy[];
  /** Null: as the kind of device has it, tablets on, phones off. */
  readonly sound: boolean | null;
  readonly vibration: boolean;
  /** Seconds after which a granted verdict gives way by itself. */
  readonly returnAfter: ReturnTime;
  readonly kiosk: boolean;
  /** What the operator has set and nobody may change here. */
  readonly fixed: readonly FixableSetting[];
}

/** What an operator's enrolment can fix. */
export const fixableSettings = [
  'language',
  'policies',
  'ownPolicies',
  'returnAfter',
  'kiosk',
] as const;
export type FixableSetting = (typeof fixableSettings)[number];

/** Before anything was set. */
export const firstSettings: Settings = {
  language: 'pl',
  policies: [],
  ownPolicies: [],
  sound: null,
  vibration: true,
  returnAfter: 2,
  kiosk: false,
  fixed: [],
};

export { mostPolicies };

export interface SettingsModel {
  readonly value: ReadonlySignal<Settings>;
  change(changed: Partial<Settings>): void;
  /** Takes over what another tab of this app has set. */
  refresh(): void;
}

/** Reads what was set before, and keeps what is set from now on. */
export function createSettings(memory: ChoiceMemory): SettingsModel {
  const value = signal(readSettings(memory.read()));
  function refresh(): void {
    const record = memory.read();
    // A browser that keeps nothing has nothing newer.
    if (record !== null) value.value = readSettings(record);
  }
  return {
    value,
    change(changed) {
      refresh();
      value.value = { ...value.peek(), ...changed };
      memory.write(JSON.stringify(value.peek()));
    },
    refresh,
  };
}

/** Settings from their record; the first ones where there is none that fits. */
export function readSettings(record: string | null): Settings {
  const parsed = record === null ? null : parseStrictJson(record);
  if (!parsed?.ok) return firstSettings;
  const read = readJson((): Settings => {
    const settings = asObject(parsed.value);
    const policies = asArray(settings.policies).map(asText);
    const language = languages.find((known) => known === settings.language);
    if (policies.length > mostPolicies || !language) return refuse();
    return {
      language,
      policies,
      ownPolicies: asArray(settings.ownPolicies).map((policy) => readPolicy(asObject(policy))),
      sound: orNull(settings.sound ?? null, asBoolean),
      vibration: asBoolean(settings.vibration),
      returnAfter: readReturnTime(settings.returnAfter) ?? refuse(),
      kiosk: asBoolean(settings.kiosk),
      fixed: asArray(settings.fixed).map(
        (name) => fixableSettings.find((known) => known === name) ?? refuse(),
      ),
    };
  });
  return read ?? firstSettings;
}
