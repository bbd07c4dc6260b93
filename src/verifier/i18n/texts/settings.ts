/**
 * What a language says where the device is set up: settings, the PIN before them, what an operator sets by
 * a link, and beginning anew.
 */

import type { Refusal } from '../../models/enrolment-model.ts';
import type { LockFailure } from '../../models/lock-model.ts';
import type { Advice } from '../first-texts.ts';

/** The texts of settings. */
export interface SettingsTexts {
  readonly settings: {
    readonly title: string;
    /** Set by the operator; `withPin`: the PIN opens it. */
    readonly fixed: (withPin: boolean) => string;
    readonly signals: string;
    readonly sound: string;
    readonly soundAuto: string;
    readonly soundOn: string;
    readonly soundOff: string;
    readonly vibration: string;
    /** Before the choice of seconds. */
    readonly returnAfter: string;
    readonly seconds: (count: number) => string;
    readonly policies: string;
    readonly policiesNote: string;
    readonly openPolicies: string;
    readonly kiosk: string;
    readonly kioskOn: string;
    readonly kioskNote: string;
    readonly kioskWithoutPin: string;
  };
  readonly pin: {
    readonly title: string;
    readonly note: string;
    readonly set: string;
    readonly change: string;
    readonly remove: string;
    readonly lock: string;
    /** Without a PIN, what is fixed stays fixed: a new PIN would open it. */
    readonly notNow: string;
    readonly field: string;
    readonly repeat: string;
    readonly digits: string;
    readonly save: string;
    readonly saving: string;
    readonly cancel: string;
    readonly unlike: string;
    readonly recovery: string;
    readonly recoveryNote: string;
    readonly recoveryKept: string;
  };
  readonly gate: {
    readonly title: string;
    readonly lead: string;
    readonly field: string;
    readonly open: string;
    readonly opening: string;
    readonly failures: Readonly<Record<LockFailure, string>>;
    readonly waits: (when: string) => string;
    readonly forgotten: string;
    readonly recovery: string;
    readonly openByRecovery: string;
    readonly bothLost: string;
    readonly staffTitle: string;
    readonly staffLead: string;
    readonly staff: string;
  };
  readonly enrolment: {
    readonly title: string;
    readonly lead: string;
    readonly reading: string;
    readonly language: string;
    readonly policies: string;
    readonly unknownPolicy: (id: string) => string;
    readonly ownPolicies: string;
    readonly noOwnPolicies: string;
    readonly returnAfter: string;
    readonly kiosk: string;
    readonly on: string;
    readonly off: string;
    readonly changes: string;
    readonly changesFixed: string;
    readonly changesFree: string;
    readonly signedBy: string;
    readonly until: string;
    readonly apply: string;
    readonly refused: string;
    readonly failures: Readonly<Record<Refusal, Advice>>;
    /** On the settings screen. */
    readonly way: string;
    readonly wayNote: string;
    /** A kiosk's camera takes no such codes: guests hold them up. */
    readonly wayKiosk: string;
    readonly link: string;
    readonly check: string;
  };
  readonly reset: {
    readonly title: string;
    readonly note: string;
    readonly ask: string;
    readonly sure: string;
    readonly sureNote: string;
    readonly once: string;
    readonly last: string;
    readonly lastNote: string;
    readonly confirm: string;
    readonly cancel: string;
  };
}
