/**
 * Operator's settings that somebody has brought by link or QR: verified under the root in force, offered,
 * and applied when the person agrees. The newest one applied is remembered, so that no older one takes
 * its place. The code that verifies is loaded with the first one.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { asCount, asObject, readJson } from '../../base/json-reader.ts';
import { fail, type Result } from '../../base/result.ts';
import { parseStrictJson } from '../../base/strict-json.ts';
import type { Enrolment, EnrolmentFailure, OpenedEnrolment } from '../../trust/enrolment.ts';
import { findEnrolment } from '../../trust/enrolment-link.ts';
import type { Root } from '../../trust/root.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import { fixableSettings, type Settings, type SettingsModel } from './settings.ts';

/** What has become of the newest enrolment that came in. */
export type EnrolmentView =
  | { readonly name: 'none' }
  | { readonly name: 'reading' }
  | { readonly name: 'offered'; readonly opened: OpenedEnrolment }
  | { readonly name: 'refused'; readonly failure: Refusal };

/** Why nothing is offered; `enrolment-unchecked` when this device could not find out. */
export type Refusal = EnrolmentFailure | 'enrolment-unchecked';

/** What the model needs. */
export interface EnrolmentDependencies {
  /** The settings themselves, which an operator may change whatever is fixed. */
  readonly settings: SettingsModel;
  readonly memory: ChoiceMemory;
  /** The root in force, once it is known, and the latest time that is known, seconds since 1970. */
  judgeBy(): Promise<{ readonly root: Root; readonly now: number }>;
}

export interface EnrolmentModel {
  readonly view: ReadonlySignal<EnrolmentView>;
  /** Takes the text of a link or a QR, or what was to be one. */
  take(text: string): Promise<void>;
  /** Whether the camera sees an enrolment that it did not see a moment ago. */
  isNewInView(text: string, now: number): boolean;
  /** Sets what is offered; nothing happens where nothing is. */
  apply(): void;
}

/** Milliseconds for which a code must be out of view to be taken again. */
const outOfView = 2500;

/** Makes the model. */
export function createEnrolmentModel(dependencies: EnrolmentDependencies): EnrolmentModel {
  const { settings, memory } = dependencies;
  const view = signal<EnrolmentView>({ name: 'none' });
  let turn = 0;
  let seen: { readonly text: string; readonly at: number } | null = null;

  async function open(text: string): Promise<Result<OpenedEnrolment, EnrolmentFailure>> {
    const [{ openEnrolment }, { root, now }] = await Promise.all([
      import('../../trust/enrolment.ts'),
      dependencies.judgeBy(),
    ]);
    const floor = readFloor(memory.read());
    return openEnrolment(findEnrolment(text) ?? '', { root, now, floor });
  }

  return {
    view,
    async take(text) {
      turn += 1;
      const ownTurn = turn;
      view.value = { name: 'reading' };
      const opened = await open(text).catch(() => fail('enrolment-unchecked' as const));
      if (ownTurn !== turn) return;
      view.value = opened.ok
        ? { name: 'offered', opened: opened.value }
        : { name: 'refused', failure: opened.failure };
    },
    isNewInView(text, now) {
      const isSame = seen?.text === text && now - seen.at < outOfView;
      seen = { text, at: now };
      return !isSame;
    },
    apply() {
      const offered = view.peek();
      if (offered.name !== 'offered') return;
      const { enrolment } = offered.opened;
      // Another tab may have applied a newer one meanwhile.
      const floor = readFloor(memory.read());
      if (floor !== null && enrolment.iat < floor) {
        view.value = { name: 'refused', failure: 'enrolment-superseded' };
        return;
      }
      settings.change(settingsOf(enrolment));
      memory.write(JSON.stringify({ iat: enrolment.iat }));
      view.value = { name: 'none' };
    },
  };
}

/** What an enrolment sets, and what it fixes: what it does not name stays free. */
function settingsOf(enrolment: Enrolment): Partial<Settings> {
  const set = fixableSettings.filter((name) => enrolment[name] !== null);
  // Which discounts there are decides what the chosen ones mean.
  const fixed = fixableSettings.filter(
    (name) => set.includes(name) || (name === 'ownPolicies' && set.includes('policies')),
  );
  return {
    ...Object.fromEntries(set.map((name) => [name, enrolment[name]])),
    fixed: enrolment.isFixed ? fixed : [],
  };
}

/** `iat` of the newest enrolment that was applied, seconds since 1970; null where there is none. */
function readFloor(record: string | null): number | null {
  const parsed = record === null ? null : parseStrictJson(record);
  return parsed?.ok ? readJson(() => asCount(asObject(parsed.value).iat)) : null;
}
