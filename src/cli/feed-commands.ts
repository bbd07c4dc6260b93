/**
 * `feed …`: the operator's side of the feed. Publishing and keys are issuer/'s; reading and checking
 * what others made is feed-inspect-command.ts's and feed-exchange-commands.ts's.
 */
import { type Publication, publishFeed } from '../issuer/publish.ts';
import {
  type Rotation,
  type RotationFailure,
  rotateRole,
  rotateService,
} from '../issuer/rotate.ts';
import type { ServiceKind } from '../issuer/world-state.ts';
import { roleNames } from '../trust/root.ts';
import { type Arguments, readArguments, requireOption, takePositionals } from './arguments.ts';
import { type CommandOutput, done, printInstant } from './command-output.ts';
import { exportCommand, importCommand } from './feed-exchange-commands.ts';
import { inspectCommand } from './feed-inspect-command.ts';
import { UsageError } from './usage.ts';

const serviceKinds: readonly ServiceKind[] = ['issuance', 'status'];
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** `feed build | re-sign | rotate | inspect | export | import …` */
export async function feedCommand([name, ...args]: readonly string[]): Promise<CommandOutput> {
  switch (name) {
    case 'build':
      return publishCommand(readArguments(args));
    case 're-sign':
      return publishCommand(readArguments(args, { all: { type: 'boolean' } }));
    case 'rotate':
      return rotateCommand(args);
    case 'inspect':
      return inspectCommand(args);
    case 'export':
      return exportCommand(args);
    case 'import':
      return importCommand(args);
    default:
      throw new UsageError('feed takes build, re-sign, rotate, inspect, export or import');
  }
}

/** `feed build DIR`, `feed re-sign DIR [--all]` */
async function publishCommand(given: Arguments): Promise<CommandOutput> {
  const [directory = ''] = takePositionals(given, 'DIR');
  const all = given.values.all === true;
  return done(JSON.stringify(printable(await publishFeed(directory, seconds(given.now), { all }))));
}

const printable = ({ manifest, signed, kept, bytes }: Publication): object => ({
  manifest: {
    version: manifest.version,
    iat: printInstant(manifest.iat),
    exp: printInstant(manifest.exp),
  },
  signed,
  kept,
  bytes,
});

/** `feed rotate DIR --role ROLE [--key KID]`, `feed rotate DIR --issuer ISS --service SERVICE [--key KID] [--withdraw]` */
async function rotateCommand(args: readonly string[]): Promise<CommandOutput> {
  const given = readArguments(args, {
    role: { type: 'string' },
    issuer: { type: 'string' },
    service: { type: 'string' },
    key: { type: 'string' },
    withdraw: { type: 'boolean' },
  });
  const [directory = ''] = takePositionals(given, 'DIR');
  const { role, issuer, service, withdraw } = given.values;
  const ofIssuer = [issuer, service, withdraw].some((value) => value !== undefined);
  if ((role === undefined) !== ofIssuer)
    throw new UsageError('feed rotate takes --role, or --issuer with --service');
  const rotated = ofIssuer
    ? await rotateIssuerKey(directory, given)
    : await rotateRoleKey(directory, given);
  if (typeof rotated === 'string') throw new UsageError(explanations[rotated]);
  const { before, now, publication } = rotated;
  return done(JSON.stringify({ before, now, ...printable(publication) }));
}

const explanations: Readonly<Record<RotationFailure, string>> = {
  'unknown-key':
    '--key names no key that could be replaced or withdrawn here; feed inspect lists them',
  'several-keys': 'this role has several keys: --key says which one is replaced',
  'unknown-issuer':
    '--issuer takes the https:// address of an issuer on the trust list; feed inspect lists them',
};

function rotateRoleKey(directory: string, given: Arguments): Promise<Rotation | RotationFailure> {
  const role = roleNames.find((name) => name === given.values.role);
  if (!role) throw new UsageError(`--role takes ${roleNames.join(', ')}`);
  return rotateRole(directory, role, keyOption(given), seconds(given.now));
}

function rotateIssuerKey(directory: string, given: Arguments): Promise<Rotation | RotationFailure> {
  const iss = requireOption(given, 'issuer');
  const service = serviceKinds.find((kind) => kind === given.values.service);
  if (!service) throw new UsageError(`--service takes ${serviceKinds.join(' or ')}`);
  const withdraw = given.values.withdraw === true;
  const choice = { iss, service, kid: keyOption(given), withdraw };
  return rotateService(directory, choice, seconds(given.now));
}

const keyOption = (given: Arguments): string | null =>
  given.values.key === undefined ? null : requireOption(given, 'key');
