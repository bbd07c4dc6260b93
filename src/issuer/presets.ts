/**
 * The discounts that ship, each with its legal basis. Presets marked `unreviewed` rest on one weak
 * source and need a look at the regulation in force before anybody relies on them.
 */
import type { JsonObject } from '../base/strict-json.ts';

const student = ['urn:mlegitymacja:student:1'];
const pupil = ['urn:mlegitymacja:pupil:1'];
const railAct = 'Ustawa z 20.06.1992 o uprawnieniach do ulgowych przejazdów';
const under = (years: number): JsonObject => ({ years, inclusive: false });

/** Every preset of the policies file, as JSON. */
export const presets: readonly JsonObject[] = [
  {
    id: 'rail-student-51',
    version: 1,
    name: {
      pl: 'Kolej, student do 26 lat',
      en: 'Rail, student under 26',
      uk: 'Залізниця, студент до 26 років',
    },
    gives: { pl: 'Ulga 51%', en: '51% off', uk: 'Пільга 51%' },
    basis: railAct,
    statutory: true,
    unreviewed: false,
    documents: student,
    minimumAge: null,
    maximumAge: under(26),
    portrait: 'required',
  },
  {
    id: 'bus-student-51-monthly',
    version: 1,
    name: {
      pl: 'Autobus, student, bilet miesięczny',
      en: 'Bus, student, monthly ticket',
      uk: 'Автобус, студент, місячний квиток',
    },
    gives: { pl: 'Ulga 51%', en: '51% off', uk: 'Пільга 51%' },
    basis: railAct,
    statutory: true,
    unreviewed: false,
    documents: student,
    minimumAge: null,
    maximumAge: under(26),
    portrait: 'required',
  },
  {
    id: 'rail-pupil-37',
    version: 1,
    name: {
      pl: 'Kolej, uczeń do 24 lat',
      en: 'Rail, pupil under 24',
      uk: 'Залізниця, учень до 24 років',
    },
    gives: {
      pl: 'Ulga 37%, miesięczny 49%',
      en: '37% off, monthly 49%',
      uk: 'Пільга 37%, місячний 49%',
    },
    basis: railAct,
    statutory: true,
    unreviewed: true,
    documents: pupil,
    minimumAge: null,
    maximumAge: under(24),
    portrait: 'required',
  },
  {
    id: 'bus-pupil-49-monthly',
    version: 1,
    name: {
      pl: 'Autobus, uczeń, bilet miesięczny',
      en: 'Bus, pupil, monthly ticket',
      uk: 'Автобус, учень, місячний квиток',
    },
    gives: { pl: 'Ulga 49%', en: '49% off', uk: 'Пільга 49%' },
    basis: railAct,
    statutory: true,
    unreviewed: false,
    documents: pupil,
    minimumAge: null,
    maximumAge: under(24),
    portrait: 'required',
  },
  {
    id: 'city-student-50',
    version: 1,
    name: {
      pl: 'Komunikacja miejska, student',
      en: 'City transport, student',
      uk: 'Міський транспорт, студент',
    },
    gives: { pl: 'Ulga 50%', en: '50% off', uk: 'Пільга 50%' },
    basis: 'Prawo o szkolnictwie wyższym i nauce, art. 105',
    statutory: true,
    unreviewed: false,
    documents: student,
    minimumAge: null,
    maximumAge: null,
    portrait: 'required',
  },
  {
    id: 'state-museum-reduced',
    version: 1,
    name: {
      pl: 'Muzeum państwowe, student',
      en: 'State museum, student',
      uk: 'Державний музей, студент',
    },
    gives: { pl: 'Bilet ulgowy', en: 'Reduced ticket', uk: 'Пільговий квиток' },
    basis: 'Dz.U. 2017 poz. 1471',
    statutory: true,
    unreviewed: false,
    documents: student,
    minimumAge: null,
    maximumAge: null,
    portrait: 'required',
  },
  {
    // Ends as the 26th birthday begins; a museum that counts age 26 in makes its own of this one.
    id: 'museum-1zl-26',
    version: 1,
    name: {
      pl: 'Muzeum za 1 zł, do 26. urodzin',
      en: 'Museum for 1 zł, under 26',
      uk: 'Музей за 1 злотий, до 26-річчя',
    },
    gives: { pl: 'Bilet za 1 zł', en: 'Ticket for 1 zł', uk: 'Квиток за 1 злотий' },
    basis: 'Regulamin muzeum',
    statutory: false,
    unreviewed: false,
    documents: 'any',
    minimumAge: null,
    maximumAge: under(26),
    portrait: 'required',
  },
  {
    // Known by its id: the verifier then says VALID where it would say DISCOUNT.
    id: 'validity-only',
    version: 1,
    name: { pl: 'Tylko ważność', en: 'Validity only', uk: 'Лише дійсність' },
    gives: {
      pl: 'Sama ważność, bez ulgi',
      en: 'Validity alone, no discount',
      uk: 'Сама дійсність, без пільги',
    },
    basis: 'Regulamin miejsca',
    statutory: false,
    unreviewed: false,
    documents: 'any',
    minimumAge: null,
    maximumAge: null,
    portrait: 'required',
  },
];
