/**
 * The frozen dictionary of container version 1: what a skeleton most likely holds, most likely last,
 * because deflate's short distances cost least. Any change to one byte makes a new version; a test
 * holds its hash. The boxes are those that libheif writes for a 60×80 AVIF.
 */
import { type Bytes, concatBytes, encodeUtf8 } from '../base/bytes.ts';
import { token } from './skeleton.ts';
import { broadcastAudience, cardTypes, credentialType, keyBindingType } from './vocabulary.ts';

export const dictionaryVersion = 1;

const char = (code: number): string => String.fromCharCode(code);
const dot = char(token.endWithDot);
const tilde = char(token.endWithTilde);
const key = char(token.raw32);
const salt = char(token.raw16);
const hash = char(token.sdHash);
const digests = [0, 1, 2, 3, 4].map((index) => char(token.firstDigest + index));
const signature = char(token.signatureSegment);

const surnameEndings =
  'czyńskiiewiczowiczzewskazewskiewskaewskińskańskiowskaowskickackiskaskiczykniakkiewiczówna-Nowak"]';
const givenNames = (
  'Stanisław Franciszek Antoni Aleksander Mikołaj Szymon Wojciech Adam Marcin Filip Kacper Tomasz ' +
  'Bartosz Maciej Paweł Krzysztof Piotr Michał Mateusz Jakub Jan Zofia Hanna Alicja Gabriela ' +
  'Weronika Martyna Patrycja Karolina Wiktoria Natalia Oliwia Magdalena Katarzyna Maja Zuzanna ' +
  'Aleksandra Julia Maria Anna'
)
  .split(' ')
  .join('"]');

const boxes =
  '0000001c6674797061766966000000006d696631617669666d696166000000d66d657461000000000000002168646c72' +
  '0000000000000000706963740000000000000000000000000000000022696c6f63000000004440000100010000000000' +
  'fa000100000000000000f90000002369696e6600000000000100000015696e6665020000000001000061763031000000' +
  '000e7069746d0000000000010000005669707270000000386970636f0000000c61763143812002000000001469737065' +
  '000000000000003c00000050000000107069786900000000030808080000001669706d61000000000000000100010381' +
  '0203000001016d646174';

const boxBytes = Uint8Array.from(boxes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const before = [
  '["mlegitymacja","extension","schools","pl","given_name given_name',
  surnameEndings,
  givenNames,
  `"data:image/webp;base64,"${cardTypes[1]}","school":{"id":"liceum-`,
  '2024-09-302025-09-302028-09-302027-09-302026-09-30',
  '"2025-02-17","2025-10-01","date_of_expiry":"2025-10-31","2026-03-31","2027-10-31"',
  `{"alg":"ES256","kid":"20`,
  `{"alg":"ES256","kid":"k1","typ":"${credentialType}"}${dot}`,
  `{"iss":"https://legitymacje.example.edu.pl/","iat":179`,
  `,"nbf":179,"exp":181`,
  `,"vct":"${cardTypes[0]}","school":{"id":"1`,
  `"},"date_of_issuance":"2026-10-01","date_of_expiry":"2027-03-31",`,
  `"status":{"status_list":{"idx":1,"uri":"https://legitymacje.example.edu.pl/status/1"}},`,
  `"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":${key},"y":${key}}},`,
  `"_sd":[${digests.join(',')},${key}],"_sd_alg":"sha-256"}${dot}${signature}${tilde}`,
  `[${salt},"document_number","1`,
  `"]${tilde}[${salt},"birthdate","200`,
  `"]${tilde}[${salt},"family_name","`,
  `"]${tilde}[${salt},"given_name","`,
  `"]${tilde}[${salt},"family_name","`,
  `"]${tilde}[${salt},"birthdate","2004-0`,
  `"]${tilde}[${salt},"picture",${char(token.image)}data:image/avif;base64,`,
].join('');

const after = [
  `]${tilde}{"alg":"ES256","typ":"${keyBindingType}"}${dot}{"iat":179`,
  `,"aud":"${broadcastAudience}","nonce":${salt},"sd_hash":${hash}}${dot}${signature}`,
].join('');

/** The dictionary of container version 1. */
export const dictionary: Bytes = concatBytes(
  encodeUtf8(before),
  Uint8Array.of(0xfa, 0x01),
  boxBytes,
  Uint8Array.of(0xdc, 0x02),
  encodeUtf8(after),
);
