/**
 * Polish: installing the app.
 */
import type { InstallTexts } from '../texts/install.ts';

/** Installing in Polish. */
export const installPl: InstallTexts = {
  install: {
    title: 'Zainstaluj aplikację',
    installed: 'Aplikacja jest już zainstalowana.',
    installedNote: 'Działa we własnym oknie i\u00a0otwiera się bez internetu.',
    reasons: [
      'Otwiera się bez internetu, jednym dotknięciem.',
      'Listy zostają na urządzeniu. Safari usuwa dane zwykłej strony po 7 dniach bez wizyty.',
      'Ma cały ekran dla siebie.',
    ],
    ask: 'Zainstaluj teraz',
    platforms: {
      android: 'Android, Chrome',
      ios: 'iPhone i\u00a0iPad, Safari',
      desktop: 'Komputer, Chrome lub Edge',
    },
    steps: {
      'android-menu': 'Dotknij trzech kropek obok adresu.',
      'android-line': 'Wybierz „Zainstaluj aplikację” i\u00a0potwierdź.',
      'android-icon': 'Otwieraj aplikację z\u00a0ekranu głównego.',
      'ios-share': 'Dotknij „Udostępnij”: na pasku Safari albo pod trzema kropkami.',
      'ios-line': 'Przewiń i\u00a0wybierz „Do ekranu początkowego”, potem „Dodaj”.',
      'ios-icon':
        'Otwórz aplikację z\u00a0ekranu początkowego i\u00a0tam pobierz listy: ma własną pamięć.',
      'desktop-bar': 'Kliknij znak instalacji na końcu paska adresu i\u00a0potwierdź.',
      'desktop-icon': 'Otwieraj aplikację jak każdy inny program.',
    },
    others: 'Na innym urządzeniu',
  },
};
