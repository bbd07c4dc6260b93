/** Where the way to the official check is offered. */
import { signal } from '@preact/signals';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRestTexts } from '../../src/verifier/i18n/current-texts.ts';
import { firstSettings } from '../../src/verifier/models/settings.ts';
import { OfficialCheck } from '../../src/verifier/screens/official-check.tsx';

beforeAll(loadRestTexts);

const drawn = (kiosk: boolean, online: boolean): string =>
  JSON.stringify(
    OfficialCheck({ online: signal(online), settings: signal({ ...firstSettings, kiosk }) }),
  );

describe('the official check', () => {
  it('is linked with a network', () => {
    expect(drawn(false, true)).toContain('https://weryfikator.mobywatel.gov.pl/');
  });

  it('is told and not linked without a network', () => {
    expect(drawn(false, false)).toContain('"h2"');
    expect(drawn(false, false)).not.toContain('https:');
  });

  it.each([true, false])('is no way out of a kiosk (network: %s)', (online) => {
    expect(drawn(true, online)).toBe('null');
  });
});
