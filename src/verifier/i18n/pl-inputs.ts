/**
 * Polish, what is said of pictures, hardware scanners and whatever else is brought in besides holding
 * it before the camera. The other texts are in pl.ts.
 */
import type { Texts } from './texts.ts';

/** Why what was brought in led to no verdict, in Polish. */
export const inputFailuresPl: Texts['inputFailures'] = {
  'picture-without-code': {
    sentence: 'Na\u00a0tym zdjęciu nie udało się odczytać kodu.',
    nextStep: 'Zrób zdjęcie całego kodu, z\u00a0bliska i\u00a0bez odblasków.',
  },
  'picture-unreadable': {
    sentence: 'Tego pliku nie da się otworzyć jako zdjęcia.',
    nextStep: 'Wybierz zdjęcie JPEG lub\u00a0PNG.',
  },
  'decoder-failed': {
    sentence: 'Odczyt kodów nie chce się uruchomić.',
    nextStep: 'Zamknij inne strony i\u00a0otwórz aplikację ponownie.',
  },
  'file-unknown': {
    sentence: 'To nie jest ani zdjęcie, ani plik z\u00a0listami.',
    nextStep: 'Upuść zdjęcie kodu albo plik listy-….zip.',
  },
  'share-lost': {
    sentence: 'To, co udostępniono, nie dotarło.',
    nextStep: 'Udostępnij jeszcze raz.',
  },
  'check-failed': {
    sentence: 'Urządzenie nie dokończyło sprawdzania. Nie ma wyniku.',
    nextStep: 'Zamknij aplikację i\u00a0otwórz ją ponownie.',
  },
};

/** The screen of the other ways in Polish. */
export const inputsPl: Texts['inputs'] = {
  title: 'Inne sposoby odczytu',
  picture: 'Zdjęcie',
  choosePicture: 'Wybierz zdjęcie z\u00a0kodem',
  pictureNote:
    'Zdjęcie możesz też wkleić, upuścić na stronę albo udostępnić zainstalowanej aplikacji.',
  reading: 'Szukam kodu na\u00a0zdjęciu…',
  awaitingLists: 'Czekam na\u00a0listy. Potem sprawdzę ten kod.',
  dismiss: 'Zamknij',
  scanner: 'Skaner kodów',
  scannerNote: 'Skanera, który działa jak klawiatura, możesz użyć na każdym ekranie.',
  prefix: 'Przedrostek',
  suffix: 'Przyrostek',
  affixNote: 'Znaki, które skaner dodaje przed kodem i\u00a0za nim. Zwykle żadne.',
  lastScan: (time) => `Ostatni odczyt skanerem: ${time}`,
  noScan: 'Zeskanuj kod na\u00a0próbę.',
  connectSerial: 'Podłącz skaner',
  serial: {
    unloadable: 'Nie udało się wczytać obsługi skanera. Naciśnij „Podłącz skaner”.',
    none: 'Skaner z\u00a0portem szeregowym podłączysz tutaj.',
    connecting: 'Łączę ze skanerem…',
    connected: 'Skaner jest podłączony.',
    lost: 'Skaner się odłączył. Podłącz go z\u00a0powrotem.',
    refused: 'Przeglądarka nie dała dostępu do\u00a0portu.',
    busy: 'Tego skanera używa inna strona lub aplikacja.',
  },
};
