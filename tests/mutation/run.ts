/**
 * Mutation testing (`npm run mutation`): Stryker alters the code of credential/ and verdict/, and each
 * folder's own tests must notice. Everything that is not killed counts as a survivor, mutants that
 * somebody disabled too; README.md says why those that are left may live. Fails below 90 %.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folders = ['credential', 'verdict'];
const leastScore = 90;

interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}
interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: Readonly<Record<'start' | 'end', { line: number; column: number }>>;
}

const killed = new Set(['Killed', 'Timeout']);
/** What never ran as JavaScript is no mutant. */
const notRun = new Set(['CompileError']);

let failed = false;
for (const folder of folders) {
  if (!process.argv.includes('--report')) {
    const stryker = spawnSync('npx', ['stryker', 'run', 'tests/mutation/stryker.config.mjs'], {
      env: { ...process.env, MUTATION_FOLDER: folder },
      stdio: 'inherit',
    });
    if (stryker.status !== 0) process.exit(stryker.status ?? 1);
  }
  const report = JSON.parse(readFileSync(`test-results/mutation/${folder}.json`, 'utf8')) as Report;
  let all = 0;
  let dead = 0;
  for (const [file, { source, mutants }] of Object.entries(report.files))
    for (const mutant of mutants.filter(({ status }) => !notRun.has(status))) {
      all++;
      if (killed.has(mutant.status)) dead++;
      else console.log(describe(file, source, mutant));
    }
  const score = (100 * dead) / all;
  console.log(`${folder}: ${dead} of ${all} mutants killed, ${score.toFixed(1)} %`);
  failed ||= score < leastScore;
}
process.exitCode = failed ? 1 : 0;

/** `file:line status mutator: what ⇒ what`. */
function describe(file: string, source: string, mutant: Mutant): string {
  const { start, end } = mutant.location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const from = start.line === end.line ? end.column - 1 : undefined;
  const before = (lines[0] ?? '').slice(start.column - 1, from).trim();
  return `${file}:${start.line} ${mutant.status} ${mutant.mutatorName}: ${before} ⇒ ${mutant.replacement ?? ''}`;
}
