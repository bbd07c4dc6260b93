/**
 * Polish: choosing and making discounts.
 */
import type { PoliciesTexts } from '../texts/policies.ts';

/** "od 1 roku", "od 18 lat". */
const fromAge = (years: number): string => (years === 1 ? 'od 1 roku' : `od ${years} lat`);

/** Discounts in Polish. */
export const policiesPl: PoliciesTexts = {
  policies: {
    title: 'Jakie ulgi sprawdzasz?',
    lead: 'Najwyżej trzy naraz. Wybór działa od razu.',
    fixed: 'Wybór ustalił operator tego urządzenia.',
    empty: 'Ulgi przychodzą razem z listami. Najpierw pobierz listy.',
    getLists: 'Pobierz listy',
    chosen: 'Wybrane',
    orderNote: 'Gdy kilka ulg daje ten sam wynik, prowadzi pierwsza.',
    putFirst: 'Na początek',
    groups: { reviewed: 'Ulgi z list', own: 'Własne', unreviewed: 'Do sprawdzenia' },
    unreviewed: 'do sprawdzenia',
    unreviewedNote: 'Zanim wybierzesz, porównaj z obowiązującymi przepisami.',
    ownNone: 'Nie ma tu jeszcze własnych ulg.',
    ownBasis: 'Regulamin tego miejsca',
    add: 'Dodaj własną ulgę',
    edit: 'Zmień',
    adapt: 'Dopasuj do regulaminu',
    refusals: {
      'too-many': 'Najwyżej trzy ulgi naraz. Najpierw odznacz jedną.',
      'last-one': 'Jedna ulga musi zostać. Najpierw zaznacz inną.',
    },
  },
  ownPolicy: {
    newTitle: 'Nowa własna ulga',
    editTitle: 'Własna ulga',
    name: 'Nazwa',
    nameHint: 'Widać ją na ekranie skanowania.',
    gives: 'Co daje',
    givesHint: 'Na przykład: bilet za 10 zł.',
    documents: 'Jaki dokument',
    documentChoices: {
      student: 'Legitymacja studencka',
      pupil: 'Legitymacja szkolna',
      any: 'Każda legitymacja',
    },
    ages: 'Wiek',
    minimumAge: 'Od ilu lat',
    maximumAge: 'Do ilu lat',
    ageHint: 'Puste pole: bez ograniczenia.',
    isIncluded: (years) => `Czy wiek ${years} lat jeszcze się liczy?`,
    included: (years) => `Włącznie: do dnia przed ${years + 1}. urodzinami.`,
    notIncluded: (years) => `Nie: do dnia przed ${years}. urodzinami.`,
    portrait: 'Wymagaj zdjęcia',
    portraitHint: 'Bez zdjęcia w kodzie nie ma ulgi, dopóki nie porównasz z dokumentem.',
    forWhom: 'Dla kogo',
    fromAge,
    untilBirthday: (years) => `do dnia przed ${years}. urodzinami`,
    anyAge: 'w każdym wieku',
    exampleThrough: (born, through) =>
      `Przykład: osoba urodzona ${born} ma ulgę do ${through} włącznie.`,
    exampleFrom: (born, from) => `Przykład: osoba urodzona ${born} ma ulgę od ${from}.`,
    exampleBetween: (born, from, through) =>
      `Przykład: osoba urodzona ${born} ma ulgę od ${from} do ${through} włącznie.`,
    problems: {
      'name-missing': 'Wpisz nazwę.',
      'name-taken': 'Taka nazwa już jest. Wpisz inną.',
      'gives-missing': 'Wpisz, co daje ulga.',
      'minimum-age-unfit': 'Wpisz liczbę od 1 do 120 albo zostaw puste.',
      'maximum-age-unfit': 'Wpisz liczbę od 1 do 120 albo zostaw puste.',
      'ages-crossed': 'Nikt nie mieści się w tych granicach wieku.',
    },
    save: 'Zapisz ulgę',
    remove: 'Usuń ulgę',
    removeAsk: 'Usunąć tę ulgę z urządzenia?',
    removeYes: 'Usuń',
    removeNo: 'Zostaw',
    back: 'Wróć do ulg',
  },
};
