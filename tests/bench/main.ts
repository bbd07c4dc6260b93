/**
 * `npm run bench -- NAME [--json]`: runs one bench and prints its rows as they come. Exit codes: 0, 1
 * when a row misses its target, 64 when called wrongly. What is measured is each bench's own.
 */
import { benchApp } from './app/bench-app.ts';
import { benchCamera } from './camera/bench-camera.ts';
import { benchCredential } from './credential/bench-credential.ts';
import { benchLists } from './lists/bench-lists.ts';
import { asJsonLines, asTable, isMissed, type Row } from './report.ts';

/** Gives rows that belong together at a time. */
type Bench = () => AsyncIterable<readonly Row[]>;

const benches: ReadonlyMap<string, Bench> = new Map([
  ['app', benchApp],
  ['camera', benchCamera],
  ['credential', benchCredential],
  ['lists', benchLists],
]);

// Whoever reads only the first lines has what was asked for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { names, flags } = readArguments(process.argv.slice(2));
const bench = benches.get(names[0] ?? '');
if (!bench || names.length > 1 || flags.some((flag) => flag !== '--json')) {
  console.error('npm run bench -- NAME [--json]\n\nNAME is one of:');
  for (const name of benches.keys()) console.error(`  ${name}`);
  process.exitCode = 64;
} else {
  process.exitCode = (await print(bench(), flags.includes('--json'))) ? 0 : 1;
}

function readArguments(args: readonly string[]): {
  readonly names: readonly string[];
  readonly flags: readonly string[];
} {
  const isFlag = (argument: string): boolean => argument.startsWith('-');
  return { names: args.filter((argument) => !isFlag(argument)), flags: args.filter(isFlag) };
}

/** Whether every row kept its target. */
async function print(blocks: AsyncIterable<readonly Row[]>, json: boolean): Promise<boolean> {
  const missed: Row[] = [];
  for await (const rows of blocks) {
    process.stdout.write(json ? asJsonLines(rows) : `${asTable(rows)}\n`);
    missed.push(...rows.filter(isMissed));
  }
  for (const { name } of missed) console.error(`missed: ${name}`);
  return missed.length === 0;
}
