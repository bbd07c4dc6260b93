/** When the app can be installed by one tap, and which device's way is shown first. */
import { describe, expect, it } from 'vitest';
import { createInstallModel, platformOf } from '../../src/verifier/models/install-model.ts';

function openDevice(isStandalone = false) {
  const target = new EventTarget();
  const model = createInstallModel({
    target,
    isStandalone,
    userAgent: 'Okaz (X11; Linux)',
    maxTouchPoints: 0,
  });
  let asked = 0;
  const offer = (): Event => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    target.dispatchEvent(
      Object.assign(event, {
        prompt() {
          asked += 1;
          return Promise.resolve({ outcome: 'dismissed' });
        },
      }),
    );
    return event;
  };
  return { model, target, offer, asked: () => asked };
}

describe('installing', () => {
  it('goes by hand until the browser offers it', () => {
    const { model, offer } = openDevice();
    expect(model.state.value).toBe('by-hand');
    offer();
    expect(model.state.value).toBe('askable');
  });

  it('keeps the browser from asking by itself', () => {
    expect(openDevice().offer().defaultPrevented).toBe(true);
  });

  it('asks once for an offer, and goes by hand after it', () => {
    const { model, offer, asked } = openDevice();
    offer();
    model.ask();
    model.ask();
    expect(asked()).toBe(1);
    expect(model.state.value).toBe('by-hand');
  });

  it('asks nobody without an offer', () => {
    const { model, asked } = openDevice();
    model.ask();
    expect(asked()).toBe(0);
  });

  it('is done when the browser says so, and in a window of its own', () => {
    const { model, target } = openDevice();
    target.dispatchEvent(new Event('appinstalled'));
    expect(model.state.value).toBe('installed');
    expect(openDevice(true).model.state.value).toBe('installed');
  });

  it('needs no asking once it is done', () => {
    const { model, target, offer, asked } = openDevice();
    offer();
    target.dispatchEvent(new Event('appinstalled'));
    model.ask();
    expect(asked()).toBe(0);
  });
});

describe('the platform', () => {
  it.each([
    ['android', 'Mozilla/5.0 (Linux; Android 15; Okaz) Chrome/140.0 Mobile', 5],
    ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1', 5],
    ['ios', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1', 5],
    ['desktop', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1', 0],
    ['desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0', 10],
  ] as const)('is %s for %s with %i touch points', (platform, userAgent, maxTouchPoints) => {
    expect(platformOf({ userAgent, maxTouchPoints })).toBe(platform);
  });
});
