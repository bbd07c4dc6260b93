/**
 * The page as a kiosk: bigger letters, and the whole screen, which browsers give only after a tap, and
 * take away by a key: the next tap takes it back. What guests see and may open is the screens' business.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Settings } from './models/settings.ts';

/** Follows the setting from now on. */
export function followKiosk(settings: ReadonlySignal<Settings>): void {
  const page = document.documentElement;
  const fill = (): void => {
    if (!settings.peek().kiosk || document.fullscreenElement) return;
    // Refused without a tap, and unknown on some phones: the kiosk is then as large as its window.
    page.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined);
  };
  effect(() => {
    const { kiosk } = settings.value;
    page.classList.toggle('kiosk', kiosk);
    if (kiosk) fill();
    else if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  });
  document.addEventListener('click', fill);
}
