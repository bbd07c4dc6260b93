import { afterEach, describe, expect, it, vi } from 'vitest';
import { chromiumArguments, findChromium, readChromiumVersion } from './find-chromium.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('findChromium', () => {
  it('takes CHROMIUM_PATH first', () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    expect(findChromium()).toBe(process.execPath);
  });

  it.each(['/nowhere/chromium', '/dev/null'])('throws when CHROMIUM_PATH is %s', (path) => {
    vi.stubEnv('CHROMIUM_PATH', path);
    expect(() => findChromium()).toThrow(path);
  });

  it('returns a browser that starts', () => {
    vi.stubEnv('CHROMIUM_PATH', '');
    const path = findChromium();
    expect(path && readChromiumVersion(path)).toMatch(/Chrom/);
  });
});

describe('chromiumArguments', () => {
  it.each([
    { uid: 0, sandboxed: false },
    { uid: 1000, sandboxed: true },
  ])('runs user $uid with the sandbox: $sandboxed', ({ uid, sandboxed }) => {
    if (process.getuid === undefined) return;
    vi.spyOn(process, 'getuid').mockReturnValue(uid);
    expect(chromiumArguments().includes('--no-sandbox')).toBe(!sandboxed);
  });
});
