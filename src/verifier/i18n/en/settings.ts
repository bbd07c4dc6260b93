/**
 * English: settings, PIN, the operator's settings, and beginning anew.
 */
import type { SettingsTexts } from '../texts/settings.ts';

const seconds = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'second',
  unitDisplay: 'long',
});

/** The texts of settings in English. */
export const settingsEn: SettingsTexts = {
  settings: {
    title: 'Settings',
    fixed: (withPin) =>
      withPin ? 'Set by the operator. Changing it takes the PIN.' : 'Set by the operator.',
    signals: 'Sound and vibration',
    sound: 'Sound with each result',
    soundAuto: 'on tablets, not on phones',
    soundOn: 'on',
    soundOff: 'off',
    vibration: 'Vibrate with each result',
    returnAfter: 'A granted discount leaves the screen after',
    seconds: (count) => seconds.format(count),
    policies: 'Discounts',
    policiesNote: 'Choose up to three at once, or add your own.',
    openPolicies: 'Show discounts',
    kiosk: 'Kiosk mode',
    kioskOn: 'This device faces the guests',
    kioskNote:
      'Full screen, front camera, larger letters. Guests see only a word and a sign, and each result leaves by itself. “Staff” leads back to the settings.',
    kioskWithoutPin: 'Without a PIN anyone can use it.',
  },
  pin: {
    title: 'Supervisor’s PIN',
    note: 'Keeps the settings from being changed in passing. It is no safe: whoever holds the device can clear its storage. Scanning never asks for it.',
    set: 'Set a PIN',
    change: 'Change the PIN',
    remove: 'Remove the PIN',
    lock: 'Lock the settings',
    notNow: 'The operator has locked this device while it had no PIN. None can be set now.',
    field: 'New PIN',
    repeat: 'New PIN again',
    digits: 'A PIN has 4 to 12 digits.',
    save: 'Save the PIN',
    saving: 'Saving…',
    cancel: 'Cancel',
    unlike: 'The two entries differ.',
    recovery: 'Recovery code',
    recoveryNote:
      'It stands in for a forgotten PIN. Write it down now and keep it away from the device: it cannot be shown again.',
    recoveryKept: 'Written down',
  },
  gate: {
    title: 'Enter the PIN',
    lead: 'This part is for the supervisor.',
    field: 'PIN code',
    open: 'Open',
    opening: 'Checking…',
    failures: {
      'pin-unfit': 'A PIN has 4 to 12 digits.',
      'pin-wrong': 'This is not the PIN.',
      'pin-waits': 'Too many attempts. Please wait.',
      'recovery-wrong': 'This is not the code. It has 16 characters.',
      locked: 'Enter the present PIN first.',
    },
    waits: (when) => `Next attempt ${when}.`,
    forgotten: 'I forgot the PIN',
    recovery: 'The code you were given with the PIN',
    openByRecovery: 'Open with the code',
    bothLost:
      'No code either? Clear this site’s data in the browser’s settings. The app then starts anew, and the lists have to be fetched again.',
    staffTitle: 'Are you staff?',
    staffLead: 'Behind this are the lists and settings of this device.',
    staff: 'Yes, I am staff',
  },
  enrolment: {
    title: 'Settings from the operator',
    lead: 'The operator wants to set on this device:',
    reading: 'Checking the signature…',
    language: 'Language',
    policies: 'Discounts to check',
    unknownPolicy: (id) => `${id} (not on the lists)`,
    ownPolicies: 'Own discounts, replacing the present ones',
    noOwnPolicies: 'none',
    returnAfter: 'Result leaves after',
    kiosk: 'Kiosk mode',
    on: 'on',
    off: 'off',
    changes: 'Changes on the device',
    changesFixed: 'locked',
    changesFree: 'allowed',
    signedBy: 'Signed with key',
    until: 'To be applied by',
    apply: 'Apply',
    refused: 'These settings cannot be used',
    failures: {
      'enrolment-malformed': {
        sentence: 'The link or code is not complete.',
        nextStep: 'Ask the operator for a new one.',
      },
      'enrolment-wrong-type': {
        sentence: 'This is another document of the operator, not settings.',
        nextStep: 'Ask the operator for the link with settings.',
      },
      'enrolment-bad-signature': {
        sentence: 'This is not from your operator.',
        nextStep:
          'Nothing has changed. If the operator says otherwise, fetch the lists and try again.',
      },
      'enrolment-other-operator': {
        sentence: 'This link was to change the operator. No link can do that.',
        nextStep: 'Nothing has changed. Tell your operator.',
      },
      'enrolment-unknown-member': {
        sentence: 'These settings are for a newer version of the app.',
        nextStep: 'Update the app and open the link again.',
      },
      'enrolment-too-early': {
        sentence: 'By this device’s clock the link has yet to be made.',
        nextStep: 'Turn on automatic time and try again.',
      },
      'enrolment-expired': {
        sentence: 'This link has expired.',
        nextStep: 'Ask the operator for a new one.',
      },
      'enrolment-superseded': {
        sentence: 'The device already has newer settings from the operator.',
        nextStep: 'Nothing has changed. Use the newest link.',
      },
      'enrolment-unchecked': {
        sentence: 'The signature could not be checked.',
        nextStep: 'Close the app, open it, and try again.',
      },
    },
    way: 'Settings from the operator',
    wayKiosk: 'In a kiosk the camera skips the operator’s codes. Open the link, or paste it here.',
    wayNote: 'Open the operator’s link, scan its code, or paste the link here.',
    link: 'Link with settings',
    check: 'Check the link',
  },
  reset: {
    title: 'Start over',
    note: 'Removes settings, PIN, the shift with its records, and lists from this device.',
    ask: 'Clear the app',
    sure: 'Clear the app?',
    sureNote: 'Without lists no card can be checked. Fetching them takes a network.',
    once: 'Yes, clear it',
    last: 'Are you sure?',
    lastNote: 'This cannot be undone.',
    confirm: 'Clear now',
    cancel: 'Leave it as it is',
  },
};
