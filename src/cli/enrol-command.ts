/**
 * `enrol DIR --app URL …`: an enrolment as a link, and as a QR where a file is named. What may be set, and
 * by whom, is trust/enrolment.ts's.
 */
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { encode, renderSVG } from 'uqr';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseStrictJson,
} from '../base/strict-json.ts';
import { makeEnrolment } from '../issuer/enrolment.ts';
import { loadWorld } from '../issuer/world-state.ts';
import { writeEnrolmentLink } from '../trust/enrolment-link.ts';
import { type Arguments, readArguments, requireOption, takePositionals } from './arguments.ts';
import { type CommandOutput, done, failed } from './command-output.ts';
import { exitCodes, UsageError } from './usage.ts';

const day = 86_400;
/** Bytes that the largest QR holds at the lowest level (ISO/IEC 18004, table 7). */
const largestQr = 2953;
/** Pixels of a PNG's side at least: large enough for paper. */
const pictureSide = 1024;

/** Signs, and gives the link. */
export async function enrolCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, {
    app: { type: 'string' },
    language: { type: 'string' },
    policy: { type: 'string', multiple: true },
    own: { type: 'string' },
    kiosk: { type: 'string' },
    'return-after': { type: 'string' },
    fixed: { type: 'boolean' },
    days: { type: 'string' },
    qr: { type: 'string' },
  });
  const [directory = ''] = takePositionals(given, 'DIR');
  const app = readAddress(requireOption(given, 'app'));
  const days = Number(given.values.days ?? '30');
  if (!Number.isSafeInteger(days) || days < 1) throw new UsageError('--days takes a whole number');
  await loadWorld(directory);
  const iat = Math.floor(given.now / 1000);
  const jws = await makeEnrolment(directory, await readWishes(given), iat, iat + days * day);
  if (!jws.ok) return failed(jws.failure, exitCodes.usage);
  const link = writeEnrolmentLink(app, jws.value);
  if (given.values.qr !== undefined) await writeQr(requireOption(given, 'qr'), link);
  return done(link);
}

async function readWishes(given: Arguments): Promise<JsonObject> {
  const { language, policy, kiosk, fixed } = given.values;
  const after = given.values['return-after'];
  const own =
    given.values.own === undefined ? undefined : await readOwn(requireOption(given, 'own'));
  if (kiosk !== undefined && kiosk !== 'on' && kiosk !== 'off')
    throw new UsageError('--kiosk takes on or off');
  return {
    ...(typeof language === 'string' ? { language } : {}),
    ...(Array.isArray(policy) ? { policies: policy } : {}),
    ...(own === undefined ? {} : { ownPolicies: own }),
    ...(kiosk === undefined ? {} : { kiosk: kiosk === 'on' }),
    ...(after === undefined ? {} : { returnAfter: Number(after) }),
    ...(fixed === true ? { isFixed: true } : {}),
  };
}

/** The venue's own discounts: a JSON array in the form of the signed policies file's. */
async function readOwn(file: string): Promise<JsonValue> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = text === null ? null : parseStrictJson(text);
  if (parsed?.ok && Array.isArray(parsed.value) && parsed.value.every(isJsonObject))
    return parsed.value;
  throw new UsageError(`${file} is no JSON array of discounts`);
}

function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href;
  throw new UsageError('--app takes the address of the app');
}

async function writeQr(file: string, link: string): Promise<void> {
  if (link.length > largestQr)
    throw new UsageError(`${link.length} characters do not fit a QR: send the link, or set less`);
  if (file.endsWith('.svg')) return writeFile(file, renderSVG(link, { ecc: 'L', border: 4 }));
  if (!file.endsWith('.png')) throw new UsageError('--qr takes a name that ends in .svg or .png');
  const { data, size } = encode(link, { ecc: 'L', border: 4 });
  const luma = Uint8Array.from(data.flat(), (dark) => (dark ? 0 : 255));
  const side = size * Math.ceil(pictureSide / size);
  await sharp(luma, { raw: { width: size, height: size, channels: 1 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toFile(file);
}
