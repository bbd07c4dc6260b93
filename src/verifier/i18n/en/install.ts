/**
 * English: installing the app.
 */
import type { InstallTexts } from '../texts/install.ts';

/** Installing in English. */
export const installEn: InstallTexts = {
  install: {
    title: 'Install the app',
    installed: 'The app is installed already.',
    installedNote: 'It runs in a window of its own and opens without a network.',
    reasons: [
      'It opens without a network, with one tap.',
      'The lists stay on the device. Safari deletes a plain page’s data after 7 days without a visit.',
      'It has the whole screen to itself.',
    ],
    ask: 'Install now',
    platforms: {
      android: 'Android with Chrome',
      ios: 'iPhone and iPad with Safari',
      desktop: 'Computer with Chrome or Edge',
    },
    steps: {
      'android-menu': 'Tap the three dots beside the address.',
      'android-line': 'Choose “Install app” and confirm.',
      'android-icon': 'Open the app from the home screen.',
      'ios-share': 'Tap “Share”: in Safari’s toolbar, or under its three dots.',
      'ios-line': 'Scroll and choose “Add to Home Screen”, then “Add”.',
      'ios-icon':
        'Open the app from the home screen and fetch the lists there: its storage is its own.',
      'desktop-bar': 'Click the install sign at the end of the address bar and confirm.',
      'desktop-icon': 'Open the app like any other program.',
    },
    others: 'On another device',
  },
};
