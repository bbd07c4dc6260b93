/**
 * A page's own clock, set at will while it runs. The monotonic clock and all timers go on as they
 * were, as on a device whose clock somebody sets; workers are told the time by the page.
 */
import type { BrowserContext, Page } from 'playwright';

interface ClockWindow {
  shiftClock?: (milliseconds: number) => void;
}

/** Makes the clock of every page of a context settable; it begins so many milliseconds off. */
export const installPageClock = (context: BrowserContext, shift = 0): Promise<unknown> =>
  context.addInitScript((initial) => {
    const PlatformDate = Date;
    let shifted = initial;
    const now = (): number => PlatformDate.now() + shifted;
    globalThis.Date = new Proxy(PlatformDate, {
      construct: (target, args) =>
        args.length === 0 ? new target(now()) : Reflect.construct(target, args),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
    (globalThis as ClockWindow).shiftClock = (milliseconds) => {
      shifted = milliseconds;
    };
  }, shift);

/** Sets the clock so many milliseconds off the true time. */
export const setPageClock = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate((shift) => (globalThis as ClockWindow).shiftClock?.(shift), milliseconds);
