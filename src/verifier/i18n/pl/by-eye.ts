/**
 * Polish: the check by eye.
 */
import type { ByEyeTexts } from '../texts/by-eye.ts';

const face = {
  question: 'Czy to ta sama twarz?',
  look: 'Porównaj zdjęcie z osobą: oczy, nos, uszy, broda. Fryzura się zmienia.',
};

/** The check by eye in Polish. */
export const byEyePl: ByEyeTexts = {
  byEye: {
    label: 'Ocena wzrokowa. Nie potwierdza ważności.',
    title: 'Co widzisz?',
    kinds: {
      mobywatel: 'mLegitymacja w\u00a0mObywatelu',
      plastic: 'Plastikowa legitymacja studencka',
      doctoral: 'Legitymacja doktoranta',
      pupil: 'Legitymacja szkolna',
      isic: 'ISIC, dokument międzynarodowy',
    },
    cautions: [
      'Sam wygląd niczego nie dowodzi. Naklejki sprzedaje się jako „kolekcjonerskie”, a\u00a0aplikacje udające mObywatela też mają flagę, zegar i\u00a0hologram.',
      'Doktoranci i\u00a0studenci bez numeru PESEL mają tylko plastik.',
    ],
    steps: {
      'app-face': face,
      'card-face': face,
      term: {
        question: 'Czy termin jeszcze trwa?',
        look: 'Znajdź datę ważności. Zwykle jest to 31.03 albo 31.10.',
      },
      hologram: {
        question: 'Czy hologram zmienia kolor?',
        look: 'Poproś o\u00a0przechylenie telefonu. Kolory mają iść za ruchem.',
      },
      motion: {
        question: 'Czy flaga faluje, a\u00a0sekundy biegną?',
        look: 'Patrz przez trzy sekundy. Na zrzucie ekranu wszystko stoi.',
      },
      details: {
        question: 'Czy pole uczelni się otwiera?',
        look: 'Poproś o\u00a0dotknięcie nazwy uczelni. Mają się pokazać szczegóły.',
      },
      refresh: {
        question: 'Czy dane są świeże?',
        look: 'Znajdź datę ostatniej aktualizacji. Jeśli jest dawna, poproś o\u00a0odświeżenie.',
      },
      'student-front': {
        question: 'Czy z\u00a0przodu jest wszystko?',
        look: 'Napis „legitymacja studencka”, uczelnia, imię i\u00a0nazwisko, czip.',
      },
      'student-stickers': {
        question: 'Czy ostatnia naklejka jeszcze obowiązuje?',
        look: 'Z\u00a0tyłu jest 12 pól. Liczy się najpóźniejsza data: 31.03 albo 31.10.',
      },
      'doctoral-front': {
        question: 'Czy jest napis o\u00a0doktorancie?',
        look: 'Z\u00a0przodu: „legitymacja doktoranta”, uczelnia lub instytut, imię i\u00a0nazwisko, czip.',
      },
      'doctoral-stickers': {
        question: 'Czy naklejka na ten rok obowiązuje?',
        look: 'Z\u00a0tyłu jest 5 pól, jedna naklejka na rok. Liczy się najpóźniejsza data.',
      },
      sticker: {
        question: 'Czy naklejka jest cała?',
        look: 'Orzeł, litery RP i\u00a0plaster miodu, który pęka przy odklejaniu.',
      },
      'pupil-front': {
        question: 'Czy podano szkołę?',
        look: 'Napis „legitymacja szkolna”, nazwa i\u00a0adres szkoły, imię i\u00a0nazwisko.',
      },
      'pupil-term': {
        question: 'Czy termin jeszcze trwa?',
        look: 'Znajdź datę ważności. Zwykle jest to 30.09.',
      },
      'isic-purpose': {
        question: 'Czy chodzi o\u00a0zniżkę tego miejsca?',
        look: 'ISIC nie jest polską legitymacją studencką. Nie daje ulg ustawowych, na przykład w\u00a0kolei.',
      },
      'isic-term': {
        question: 'Czy termin jeszcze trwa?',
        look: 'Z\u00a0przodu są miesiąc i\u00a0rok: od kiedy i\u00a0do kiedy.',
      },
    },
    progress: (kind, step, steps) => `Krok ${step} z\u00a0${steps} · ${kind}`,
    yes: 'Tak',
    no: 'Nie lub nie widać',
    previous: 'Krok wstecz',
    endTitle: 'Ty decydujesz',
    allAgree: 'Wszystko, co było widać, się zgadza.',
    someDisagree: 'Nie wszystko się zgadza.',
    waysOn: [
      'Uznaj dokument, jeśli pozwalają na to zasady twojego miejsca pracy,',
      'albo poproś o\u00a0inny: plastik, dowód osobisty lub paszport.',
    ],
    isicOnline: 'Z\u00a0internetem numer ISIC można sprawdzić na stronie wydawcy.',
    again: 'Oceń następny dokument',
    official: {
      title: 'Oficjalne sprawdzenie przez internet',
      steps: [
        'Otwórz weryfikator: pokaże kod QR i\u00a0sześć cyfr.',
        'Okaziciel otwiera legitymację w\u00a0mObywatelu i\u00a0wybiera „Potwierdź swoje dane”.',
        'Skanuje kod albo wpisuje cyfry i\u00a0wyraża zgodę.',
        'Wynik czytaj tylko na swoim urządzeniu.',
      ],
      open: 'Otwórz weryfikator mObywatela',
      newWindow: 'Otworzy się w\u00a0nowym oknie: weryfikator.mobywatel.gov.pl',
      offline: 'To sprawdzenie wymaga internetu. Teraz urządzenie go nie ma.',
    },
  },
};
