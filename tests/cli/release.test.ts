/** What goes with a release: every server gets every header, and no package of the page is forgotten. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostHeaders } from '../../src/cli/host-headers.ts';
import { listMaterials } from '../../src/cli/materials.ts';
import { responseHeaders } from '../../src/cli/response-headers.ts';

describe('headers of other servers', () => {
  it.each(Object.entries(hostHeaders))('%s has every header with its value', (_, text) => {
    for (const [name, value] of Object.entries(responseHeaders)) {
      const line = text.split('\n').findIndex((candidate) => candidate.includes(name));
      // Some forms have the value on the line below its name.
      const said = text
        .split('\n')
        .slice(line, line + 2)
        .join('\n');
      expect(line).toBeGreaterThanOrEqual(0);
      expect(said).toContain(value);
    }
  });

  it('no value ends its own quotation', () => {
    expect(Object.values(responseHeaders).join('')).not.toMatch(/["\\\n]/u);
  });
});

describe('the bill of materials', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };

  it('has each package that the app names, with version, licence and hash', async () => {
    const bill = JSON.parse(await listMaterials('.'));
    for (const [name, version] of Object.entries(dependencies))
      expect(bill.components).toContainEqual(
        expect.objectContaining({
          name,
          version,
          licenses: [{ license: { id: expect.stringMatching(/\S/u) } }],
          hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/u) }],
        }),
      );
  });

  it('has no package that only builds or tests the app', async () => {
    const { components } = JSON.parse(await listMaterials('.'));
    const names = components.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('vite');
    expect(names).not.toContain('lighthouse');
  });
});
