/**
 * Runs the dependency rules, and fails when they were applied to nothing: a tool that reads no file
 * finds no fault. Also holds what import rules cannot say: pure folders ask no clock and no platform.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const { options, ...ruleSet } = await extractDepcruiseConfig('./.dependency-cruiser.mjs');
const { output } = await cruise(
  ['src'],
  { ...options, ruleSet, validate: true } as Parameters<typeof cruise>[1],
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { summary, modules } = output as ICruiseResult;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
);
const cruised = new Set(modules.map(({ source }) => source));
const problems = [
  ...sources
    .map((file) => path.posix.join('src', file))
    .filter((file) => !cruised.has(file))
    .map((file) => `${file}: not checked`),
  ...summary.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`),
  ...findImpurities(),
];
const internalImports = modules.flatMap(({ dependencies }) =>
  dependencies.filter(({ resolved }) => resolved.startsWith('src/')),
).length;
if (sources.length === 0 || internalImports === 0) problems.push('no module was checked');

for (const problem of problems) console.error(problem);
console.log(
  `dependencies: ${sources.length} modules, ${internalImports} imports, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function findImpurities(): readonly string[] {
  const impure =
    /\b(?:fetch|indexedDB|localStorage|document|window|setTimeout|setInterval|performance)\b\s*[.(]|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
  return sources
    .filter((file) => /^(?:base|credential|trust|verdict)\//.test(file))
    .flatMap((file) =>
      readFileSync(path.join('src', file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          impure.test(line.replace(/^\s*(?:\*|\/\/|\/\*).*/, ''))
            ? [`src/${file}:${index + 1}: impure: ${line.trim()}`]
            : [],
        ),
    );
}
