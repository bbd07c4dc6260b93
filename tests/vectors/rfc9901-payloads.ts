/**
 * What the examples of RFC 9901 say once their disclosures stand in place: written out by hand, since
 * the vectors carry only the signed texts. Numbered as the vectors are.
 */
const key = {
  jwk: {
    kty: 'EC',
    crv: 'P-256',
    x: 'TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc',
    y: 'ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ',
  },
};
const lifetime = { iat: 1683000000, exp: 1883000000 };
const user = { iss: 'https://issuer.example.com', ...lifetime, sub: 'user_42', cnf: key };
const address = {
  street_address: '123 Main St',
  locality: 'Anytown',
  region: 'Anystate',
  country: 'US',
};
const identity = {
  iss: 'https://pid-issuer.bund.de.example',
  ...lifetime,
  vct: 'urn:eudi:pid:de:1',
  cnf: key,
};
const vaccination = {
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vaccination/v1'],
  type: ['VerifiableCredential', 'VaccinationCertificate'],
  issuer: 'https://example.com/issuer',
  issuanceDate: '2023-02-09T11:01:59Z',
  expirationDate: '2028-02-08T11:01:59Z',
  name: 'COVID-19 Vaccination Certificate',
  description: 'COVID-19 Vaccination Certificate',
  cnf: key,
};
const vaccine = {
  type: 'Vaccine',
  atcCode: 'J07BX03',
  medicinalProductName: 'COVID-19 Vaccine Moderna',
};

/** Processed payloads by the example's number. */
export const payloads: Readonly<Record<string, object>> = {
  1: {
    ...user,
    nationalities: ['US', 'DE'],
    given_name: 'John',
    family_name: 'Doe',
    email: 'johndoe@example.com',
    phone_number: '+1-202-555-0101',
    phone_number_verified: true,
    address,
    birthdate: '1940-01-01',
    updated_at: 1570000000,
  },
  2: { ...user, nationalities: ['US'], given_name: 'John', family_name: 'Doe', address },
  3: {
    iss: 'https://issuer.example.com',
    ...lifetime,
    address: { region: '港区', country: 'JP' },
  },
  4: {
    iss: 'https://issuer.example.com',
    ...lifetime,
    verified_claims: {
      verification: {
        trust_framework: 'de_aml',
        time: '2012-04-23T18:25Z',
        evidence: [{ method: 'pipp' }],
      },
      claims: {
        given_name: 'Max',
        family_name: 'Müller',
        address: {
          locality: 'Maxstadt',
          postal_code: '12344',
          country: 'DE',
          street_address: 'Weidenstraße 22',
        },
      },
    },
  },
  5: {
    ...identity,
    given_name: 'Erika',
    family_name: 'Mustermann',
    birthdate: '1963-08-12',
    birth_family_name: 'Gabler',
    sex: 2,
    nationalities: ['DE'],
    address: {
      street_address: 'Heidestraße 17',
      locality: 'Köln',
      postal_code: '51147',
      country: 'DE',
    },
    place_of_birth: { locality: 'Berlin', country: 'DE' },
    age_equal_or_over: { 12: true, 14: true, 16: true, 18: true, 21: true, 65: false },
    age_in_years: 62,
    age_birth_year: 1963,
    issuance_date: '2020-03-11',
    expiry_date: '2030-03-12',
    issuing_authority: 'DE',
    issuing_country: 'DE',
  },
  6: { ...identity, age_equal_or_over: { 18: true }, nationalities: ['DE'] },
  7: {
    ...vaccination,
    credentialSubject: {
      type: 'VaccinationEvent',
      vaccine: { ...vaccine, marketingAuthorizationHolder: 'Moderna Biotech' },
      recipient: {
        type: 'VaccineRecipient',
        givenName: 'Marion',
        familyName: 'Mustermann',
        gender: 'Female',
        birthDate: '1961-08-17',
      },
      order: '3/3',
      dateOfVaccination: '2021-06-23T13:40:12Z',
      countryOfVaccination: 'GE',
      nextVaccinationDate: '2021-08-16T13:40:12Z',
      administeringCentre: 'Praxis Sommergarten',
      batchNumber: '1626382736',
      healthProfessional: '883110000015376',
    },
  },
  8: {
    ...vaccination,
    credentialSubject: {
      type: 'VaccinationEvent',
      vaccine,
      recipient: { type: 'VaccineRecipient' },
      order: '3/3',
      dateOfVaccination: '2021-06-23T13:40:12Z',
    },
  },
};
