/** Which day it is in Warsaw, on a device whose own day is another. */
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

for (const [timeZone, instant, day] of [
  ['Pacific/Auckland', '2026-01-05T22:59:59Z', '2026-01-05'],
  ['America/Los_Angeles', '2026-01-05T23:00:00Z', '2026-01-06'],
  ['America/Los_Angeles', '2026-07-05T22:00:00Z', '2026-07-06'],
] as const)
  it(`is Warsaw’s own at ${instant} on a device in ${timeZone}`, async () => {
    vi.stubEnv('TZ', timeZone);
    const { warsawDay } = await import('../../src/credential/calendar.ts');
    expect(warsawDay(Date.parse(instant))).toBe(day);
  });
