/**
 * `feed inspect FEED`: what a feed holds, how old it is, what it weighs, and the named failure where it
 * does not hold. What a broken feed says is shown as far as it can be read, and marked as not checked.
 */
import { readArguments, takePositionals } from './arguments.ts';
import { type CommandOutput, printInstant } from './command-output.ts';
import {
  type FeedInspection,
  type InspectedFile,
  type InspectedKey,
  inspectFeed,
} from './feed-inspection.ts';
import { readRootFor } from './feed-source.ts';
import { exitCodes } from './usage.ts';

/** `feed inspect FEED [--root FILE] [--json]` */
export async function inspectCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, { root: { type: 'string' }, json: { type: 'boolean' } });
  const [source = ''] = takePositionals(given, 'FEED');
  const root = await readRootFor(source, given.values.root);
  const inspection = await inspectFeed(source, root, Math.floor(given.now / 1000));
  const { failure, files } = inspection;
  const lines =
    given.values.json === true
      ? [
          JSON.stringify(inspection, (key, value) =>
            isTime(key) && value !== null ? printInstant(value) : value,
          ),
        ]
      : describe(inspection, given.values.root === undefined);
  const holds = failure === null && files.every((file) => file.holds === true);
  return {
    lines,
    failures: failure === null ? [] : [`the feed cannot be used: ${failure}`],
    exitCode: holds ? exitCodes.done : exitCodes.feed,
  };
}

const isTime = (key: string): boolean =>
  ['iat', 'exp', 'from', 'until', 'ageingFrom', 'expiredFrom'].includes(key);

const instant = (seconds: number | null): string =>
  seconds === null ? '?' : printInstant(seconds);

function describe(inspection: FeedInspection, isOwnRoot: boolean): readonly string[] {
  const { roots, manifest, files, keys, state, ageingFrom, expiredFrom } = inspection;
  const total = files.reduce((sum, { bytes }) => sum + bytes, manifest?.bytes ?? 0);
  const wire = files.reduce((sum, { brotli }) => sum + brotli, manifest?.brotli ?? 0);
  return [
    ...(isOwnRoot ? ["root 1 is the feed's own: this proves nothing about who made it"] : []),
    ...roots.map(
      ({ version, threshold, keys, exp, specimen }) =>
        `root ${version}: ${threshold} of ${keys} root keys, until ${instant(exp)}${specimen ? ', specimen' : ''}`,
    ),
    ...(manifest
      ? [
          `manifest ${manifest.version}: signed ${instant(manifest.iat)}, until ${instant(manifest.exp)}, ${sizes(manifest)}`,
        ]
      : []),
    ...files.map(describeFile),
    ...keys.map(describeKey),
    `together ${sizes({ bytes: total, brotli: wire })}`,
    ...(state === null
      ? []
      : [`${state}: ageing from ${instant(ageingFrom)}, expired from ${instant(expiredFrom)}`]),
  ];
}

function describeFile(file: InspectedFile): string {
  const { kind, name, number, iat, exp, holds } = file;
  const what = [kind, number ?? '', name ?? ''].filter((text) => text !== '').join(' ');
  const mark = { true: '', false: ' — does not hold', null: ' — not checked' }[`${holds}`];
  return `${what}: signed ${instant(iat)}, until ${instant(exp)}, ${sizes(file)}${mark}`;
}

function describeKey({ iss, service, kid, from, until, withdrawn }: InspectedKey): string {
  const period = `from ${instant(from)}${until === null ? '' : ` until ${instant(until)}`}`;
  return `${iss} ${service} ${kid}: ${withdrawn ? 'withdrawn' : period}`;
}

const sizes = ({ bytes, brotli }: { bytes: number; brotli: number }): string =>
  `${bytes} bytes, ${brotli} as brotli`;
