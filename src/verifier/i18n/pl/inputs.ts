/**
 * Polish, what is said of pictures, hardware scanners and whatever else is brought in besides holding
 * it before the camera.
 */
import type { InputsTexts } from '../texts/inputs.ts';

/** The screen of the other ways in Polish. */
export const inputsPl: InputsTexts = {
  inputs: {
    title: 'Inne sposoby odczytu',
    picture: 'Zdjęcie',
    choosePicture: 'Wybierz zdjęcie z\u00a0kodem',
    pictureNote:
      'Zdjęcie możesz też wkleić, upuścić na stronę albo udostępnić zainstalowanej aplikacji.',
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
  },
};
