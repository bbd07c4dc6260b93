/** What support is told of a device, and what it is never told. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { AppProps } from '../../src/verifier/models/app-state.ts';
import type { DeviceFacts } from '../../src/verifier/models/device-facts.ts';
import { collectFacts, factNames, writeReport } from '../../src/verifier/models/diagnostics.ts';
import { firstSettings } from '../../src/verifier/models/settings.ts';
import { studentPolicy } from '../fixtures/student-policy.ts';
import { textsOf } from '../fixtures/texts.ts';

const at = Date.UTC(2026, 10, 24, 8, 12, 7);

const device: DeviceFacts = {
  browser: 'Okaz/1.0',
  languages: 'pl-PL, uk',
  screen: '360×640 @3',
  storage: '412 kB',
  worker: 'active',
};

function appWith(changed: object = {}): AppProps {
  return {
    build: { version: '0.1.0', time: at / 1000 },
    lists: signal({
      state: 'ageing',
      wereLost: false,
      asOf: at,
      freshUntil: at,
      decidesUntil: at,
      syncedAt: at,
      generation: 7,
      issuers: 3,
      specimen: true,
    }),
    sync: signal({ name: 'idle' }),
    isPersistent: signal(null),
    clock: signal({ name: 'steady' }),
    camera: signal({
      name: 'live',
      engine: 'zxing-wasm',
      abilities: {
        torch: false,
        zoom: { min: 1, max: 4, step: 0.1, value: 1 },
        canSwitch: true,
      },
    }),
    updateReady: signal(false),
    install: { platform: 'android', state: signal('by-hand'), ask: () => undefined },
    online: signal(true),
    settings: signal(firstSettings),
    ...changed,
  } as unknown as AppProps;
}

const reportOf = (changed: object = {}): string =>
  writeReport(collectFacts(appWith(changed), device));

describe('the report for support', () => {
  it('has one line for each fact, in codes that are the same in every language', () => {
    expect(reportOf()).toBe(
      [
        'version: 0.1.0',
        'built: 2026-11-24T08:12:07.000Z',
        'lists: ageing',
        'generation: 7',
        'as-of: 2026-11-24T08:12:07.000Z',
        'decides-until: 2026-11-24T08:12:07.000Z',
        'synced: 2026-11-24T08:12:07.000Z',
        'sync: idle',
        'persistent: unknown',
        'storage: 412 kB',
        'clock: steady',
        'camera: live',
        'engine: zxing-wasm',
        'abilities: torch, zoom 1–4, switch',
        'service-worker: active',
        'update-waits: no',
        'installed: by-hand',
        'online: yes',
        'own-policies: 0',
        'kiosk: no',
        'fixed: –',
        'language: pl',
        'languages: pl-PL, uk',
        'screen: 360×640 @3',
        'browser: Okaz/1.0',
      ].join('\n'),
    );
  });

  it('names a failed camera and a failed synchronisation by their codes', () => {
    const report = reportOf({
      camera: signal({ name: 'failed', failure: 'camera-busy' }),
      sync: signal({
        name: 'failed',
        failure: 'feed-unreachable',
        at,
        source: 'network',
        restsUntil: null,
      }),
    });
    expect(report).toContain('camera: camera-busy\nengine: –\nabilities: –');
    expect(report).toContain('sync: feed-unreachable');
  });

  it('counts own discounts and does not name them', () => {
    const own = { ...studentPolicy, id: 'own-okaz' };
    const report = reportOf({ settings: signal({ ...firstSettings, ownPolicies: [own] }) });
    expect(report).toContain('own-policies: 1');
    expect(report).not.toContain('okaz');
  });

  it('says what is not known yet as a dash', () => {
    const report = writeReport(collectFacts(appWith(), null));
    for (const name of ['storage', 'service-worker', 'languages', 'screen', 'browser'])
      expect(report).toContain(`${name}: –`);
  });

  it.each(['pl', 'en', 'uk'] as const)('has a name of its own for each fact in %s', (language) => {
    const { facts } = textsOf[language].about;
    expect(new Set(Object.values(facts)).size).toBe(factNames.length);
  });
});
