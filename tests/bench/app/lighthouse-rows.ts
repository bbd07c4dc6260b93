/**
 * Lighthouse's scores of the page as a first visit finds it, with its desktop and its mobile preset.
 * Rows count the points that are missing, since lower is better in every row of a bench.
 */
import path from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { compare, type Row } from '../report.ts';

const debuggingPort = 9275;
/** What else the machine does can only cost points: the best of a few runs is nearest the truth. */
const runs = 4;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
/** Points of 100 that may be missing. */
const presets = [
  { name: 'desktop', config: desktopConfig, allowed: 2 },
  { name: 'mobile', config: undefined, allowed: 5 },
] as const;

/** Measures them; `folder` takes the browser's profile. */
export async function lighthouseRows(url: string, folder: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, config, allowed } of presets) {
    const missing = await measure(url, path.join(folder, `lighthouse-${name}`), config);
    for (const category of categories)
      rows.push(
        compare(
          `Lighthouse, ${name}: points missing in ${category}`,
          Math.min(...missing[category]),
          'points',
          { name: 'allowed', value: allowed },
          1,
        ),
      );
  }
  return rows;
}

type Missing = Readonly<Record<(typeof categories)[number], number[]>>;

async function measure(
  url: string,
  profile: string,
  config: (typeof presets)[number]['config'],
): Promise<Missing> {
  const missing: Missing = { performance: [], accessibility: [], 'best-practices': [] };
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...chromiumArguments(),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--remote-debugging-port=${debuggingPort}`,
    ],
  });
  try {
    for (let run = 0; run < runs; run++) {
      const flags = { port: debuggingPort, onlyCategories: [...categories] };
      const result = await lighthouse(url, flags, config);
      if (!result) throw new Error('Lighthouse gave no result');
      const { lhr } = result;
      if (lhr.runtimeError) throw new Error(`Lighthouse failed: ${lhr.runtimeError.code}`);
      for (const category of categories)
        missing[category].push(100 * (1 - (lhr.categories[category]?.score ?? 0)));
      for (const shortfall of explain(lhr)) console.error(shortfall);
    }
  } finally {
    await context.close();
  }
  return missing;
}

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly displayValue?: string }>
  >;
}

/** Which audits cost points. */
const explain = ({ categories: scored, audits }: Report): readonly string[] =>
  Object.values(scored).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      return weight > 0 && audit && audit.score !== null && audit.score < 0.9
        ? [`lighthouse: ${id}: ${audit.score} ${audit.displayValue ?? ''}`]
        : [];
    }),
  );
