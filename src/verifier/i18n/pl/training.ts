/**
 * Polish: training.
 */
import type { TrainingTexts } from '../texts/training.ts';

/** The texts of training in Polish. */
export const trainingPl: TrainingTexts = {
  training: {
    title: 'Ćwiczenia',
    strip: 'ĆWICZENIA',
    lead: 'Osiem sprawdzeń na zmyślonych legitymacjach, około pięciu minut. Nikt nie mierzy czasu.',
    steps: [
      'Przeczytaj, kto i o co prosi.',
      'Zeskanuj kod i obejrzyj wynik.',
      'Wybierz, co robisz. Dowiesz się, dlaczego.',
    ],
    note: 'Ćwiczenia nie liczą się do zmiany i nie zostawiają zapisów.',
    begin: 'Zacznij',
    opening: 'Otwieram ćwiczenia…',
    failed: 'Nie udało się otworzyć ćwiczeń.',
    failedNext: 'Zamknij aplikację, otwórz ją ponownie i spróbuj jeszcze raz.',
    retry: 'Spróbuj ponownie',
    leave: 'Zakończ ćwiczenia',
    numbered: (number, of) => `Zadanie ${number} z ${of}`,
    now: 'Teraz jest',
    policy: 'Ulga',
    bearer: 'Okaziciel',
    bearerAlt: 'Twarz okaziciela, rysunek',
    code: 'Okazany kod',
    codeAlt: 'Kod QR, który pokazuje okaziciel',
    scan: 'Zeskanuj',
    goOn: 'CO ROBISZ?',
    question: 'Co robisz?',
    signedPortrait: 'Podpisane zdjęcie',
    right: 'Dobrze',
    wrong: 'Tym razem inaczej',
    chosen: 'Twój wybór',
    better: 'Lepiej',
    next: 'Dalej',
    toScore: 'Pokaż wynik',
    score: (right, of) => `Wynik: ${right} z ${of}`,
    allRight: 'Wszystkie odpowiedzi są dobre.',
    toRepeat: 'Do powtórki',
    again: 'Jeszcze raz',
    deeds: {
      grant: 'Uznaję ulgę',
      'no-discount': 'Nie uznaję ulgi',
      'other-person': 'Nie uznaję ulgi: to inna osoba',
      'show-again': 'Proszę o otwarcie legitymacji i skanuję nowy kod',
      'refresh-card': 'Proszę o odświeżenie legitymacji w aplikacji',
      'other-document': 'Proszę o nową kopię, plastik lub inny dokument',
      'fetch-lists': 'Pobieram listy i skanuję jeszcze raz',
      'ask-birthdate': 'Proszę o odsłonięcie daty urodzenia',
      'compare-document': 'Porównuję twarz z dokumentem tożsamości',
      'by-eye': 'Oceniam wzrokowo lub proszę o plastik',
    },
    cases: {
      valid: {
        situation: 'Kontrola w pociągu. Pasażerka otwiera legitymację w telefonie.',
        lesson: 'Legitymacja jest ważna, a twarz zgadza się ze zdjęciem. Nic więcej nie trzeba.',
      },
      'last-day': {
        situation: 'Kontrola w pociągu. Pasażer mówi, że jutro kończy 26 lat.',
        lesson: 'Ulga działa do dnia przed 26. urodzinami włącznie. Dziś jeszcze się należy.',
      },
      'pupil-museum': {
        situation: 'Kasa muzeum. Uczeń prosi o bilet za 1 zł.',
        lesson: 'Ta ulga zależy od wieku, nie od rodzaju legitymacji.',
      },
      'no-age-limit': {
        situation: 'Kontrola w tramwaju. Studentka ma 28 lat i bilet ulgowy.',
        lesson: 'Ulga miejska dla studentów nie ma granicy wieku.',
      },
      'other-person': {
        situation: 'Kontrola w pociągu. Pasażerka bez słowa podaje telefon.',
        lesson:
          'Legitymacja jest ważna, lecz na podpisanym zdjęciu jest ktoś inny. Zaznacz „to inna osoba”.',
      },
      birthday: {
        situation: 'Kontrola w pociągu. Pasażer ma dziś urodziny.',
        lesson:
          'Ulga kończy się z początkiem 26. urodzin. Legitymacja jest ważna, ulgi już nie ma.',
      },
      'over-age': {
        situation: 'Kontrola w pociągu. Pasażerka ma bilet z ulgą studencką.',
        lesson:
          'Ważna legitymacja to jeszcze nie ulga: w pociągu obejmuje ona osoby przed 26. urodzinami.',
      },
      pupil: {
        situation: 'Kontrola w pociągu. Pasażer ma bilet z ulgą studencką i legitymację szkolną.',
        lesson:
          'Ulga studencka nie obejmuje legitymacji szkolnej. Uczniowi może należeć się inna ulga.',
      },
      expired: {
        situation: 'Kontrola w pociągu. Pasażerka mówi, że uczelnia przedłużyła legitymację.',
        lesson: 'Przedłużenie trafia do telefonu dopiero po odświeżeniu. Potem zeskanuj nowy kod.',
      },
      'not-yet-valid': {
        situation: 'Kontrola w autobusie. Student dopiero zaczyna naukę.',
        lesson: 'Ważność zaczyna się później. Do tego czasu potrzebny jest inny dokument.',
      },
      revoked: {
        situation: 'Kontrola w pociągu. Pasażerka pokazuje swój poprzedni telefon.',
        lesson: 'Po zmianie telefonu stara kopia traci ważność. To nie znaczy, że ktoś zawinił.',
      },
      suspended: {
        situation: 'Kontrola w autobusie. Student pokazuje legitymację jak co dzień.',
        lesson:
          'Wystawca wstrzymał legitymację. Dopóki jej nie przywróci, potrzebny jest inny dokument.',
      },
      forged: {
        situation: 'Kontrola w pociągu. Ekran wygląda jak w każdej legitymacji.',
        lesson:
          'Wygląd niczego nie dowodzi, a podpis się nie zgadza. Nie oskarżaj: poproś o inny dokument.',
      },
      unsigned: {
        situation: 'Kontrola w pociągu. Pasażerka pokazuje kod na wydruku.',
        lesson: 'Wydruku nie podpisał telefon. Liczy się kod legitymacji otwartej w aplikacji.',
      },
      screenshot: {
        situation: 'Kontrola w pociągu. Pasażer pokazuje kod w galerii zdjęć.',
        lesson: 'Kod zmienia się co 15 sekund, a zdjęcie ekranu nie. Potrzebny jest żywy kod.',
      },
      'unknown-issuer': {
        situation: 'Kontrola w autobusie. Uczelnia studentki wydaje legitymacje od wczoraj.',
        lesson:
          'Urządzenie może nie znać nowej uczelni. Najpierw pobierz listy, potem poproś o plastik.',
      },
      'lists-expired': {
        situation: 'Kontrola w pociągu. To urządzenie od tygodnia nie miało internetu.',
        lesson: 'To sprawa urządzenia, nie pasażerki. Z nowymi listami zeskanuj jeszcze raz.',
      },
      'age-hidden': {
        situation: 'Kontrola w pociągu. Pasażerka udostępnia tylko część danych.',
        lesson:
          'Bez daty urodzenia nie widać, czy ulga się należy. Po odsłonięciu zeskanuj nowy kod.',
      },
      'no-portrait': {
        situation: 'Kontrola w pociągu. Pasażer nie udostępnia zdjęcia.',
        lesson:
          'Legitymacja jest ważna, lecz bez zdjęcia nie widać, czyja. Pomoże dokument tożsamości.',
      },
      damaged: {
        situation: 'Kontrola w pociągu. Pęknięta szybka zasłania część kodu.',
        lesson:
          'Niepełny kod nie mówi nic o legitymacji. Jeśli nowy też się nie odczyta, poproś o plastik.',
      },
      'other-code': {
        situation: 'Kontrola w autobusie. Okaziciel pokazuje kod z planem zajęć.',
        lesson: 'To adres strony, nie legitymacja. Poproś o otwarcie samej legitymacji.',
      },
      mobywatel: {
        situation: 'Kontrola w pociągu. Pasażerka otwiera mLegitymację w mObywatelu.',
        lesson:
          'Tego kodu nie sprawdzisz bez internetu. Ocena wzrokowa pomaga, ale ważności nie potwierdza.',
      },
    },
  },
};
