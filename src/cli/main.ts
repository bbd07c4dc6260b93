/**
 * `npm run mleg -- …`: the card, the checks and the feed from the command line, by the same code as
 * the page. Verdicts and failures have exit codes of their own (usage.ts).
 */
import { RootKeysError } from '../issuer/roots.ts';
import { WorldError } from '../issuer/world-state.ts';
import { decodeCommand, packCommand, unpackCommand } from './code-commands.ts';
import type { CommandOutput } from './command-output.ts';
import { enrolCommand } from './enrol-command.ts';
import { feedCommand } from './feed-commands.ts';
import { portraitCommand } from './portrait-command.ts';
import { trainingCommand } from './training-command.ts';
import { exitCodes, overview, UsageError } from './usage.ts';
import { verifyCommand } from './verify-command.ts';
import { cardCommand, statusCommand, worldCommand } from './world-commands.ts';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  world: async (args) => {
    await worldCommand(args);
    return exitCodes.done;
  },
  card: async (args) => print(await cardCommand(args)),
  verify: async (args) => {
    const { line, exitCode, warning } = await verifyCommand(args);
    if (warning !== null) console.error(`mleg: the feed cannot be used: ${warning}`);
    print(line);
    return exitCode;
  },
  pack: async (args) => printCodes(await packCommand(args)),
  unpack: async (args) => printCodes(await unpackCommand(args)),
  decode: async (args) => printCodes(await decodeCommand(args)),
  portrait: async (args) => printCodes(await portraitCommand(args)),
  training: async (args) => print(await trainingCommand(args)),
  enrol: async (args) => printCodes(await enrolCommand(args)),
  revoke: async (args) => print(await statusCommand(args, 'revoked')),
  suspend: async (args) => print(await statusCommand(args, 'suspended')),
  restore: async (args) => print(await statusCommand(args, 'valid')),
  feed: async (args) => printCodes(await feedCommand(args)),
  simulate: async (args) => (await import('./simulate-command.ts')).simulateCommand(args),
};

function print(line: string): number {
  process.stdout.write(`${line}\n`);
  return exitCodes.done;
}

function printCodes({ lines, failures, exitCode }: CommandOutput): number {
  for (const line of lines) print(line);
  for (const failure of failures) console.error(`mleg: ${failure}`);
  return exitCode;
}

/** What the person at the keyboard can mend. */
const isOfTheCaller = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof WorldError || error instanceof RootKeysError;

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === 'help' || args.includes('--help')) {
    process.stdout.write(overview);
    return exitCodes.done;
  }
  try {
    const command =
      name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(name === undefined ? 'expected a command' : `no command ${name}`);
    return await command(args);
  } catch (error) {
    if (isOfTheCaller(error)) {
      console.error(`mleg: ${error.message}\nSee --help.`);
      return exitCodes.usage;
    }
    console.error(error);
    return exitCodes.internal;
  }
}

process.exitCode = await run(process.argv.slice(2));
