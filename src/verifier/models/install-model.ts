/**
 * Whether this app is installed on the device, and how it can be. Browsers that ask the person
 * themselves offer it once, by an event that is easily missed: it is listened for from the start and
 * kept until the person wants it. What the steps by hand look like is left to the screen.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

/** The devices whose ways of installing differ. */
export type Platform = 'android' | 'ios' | 'desktop';

/** `askable`: the browser will ask the person as soon as it is told to. */
export type InstallState = 'installed' | 'askable' | 'by-hand';

export interface InstallModel {
  readonly platform: Platform;
  readonly state: ReadonlySignal<InstallState>;
  /** Has the browser ask the person, where it can. */
  ask(): void;
}

/** What the model needs to know of the browser. */
export interface InstallDependencies {
  /** Where the browser's offers arrive. */
  readonly target: EventTarget;
  /** The app runs in a window of its own. */
  readonly isStandalone: boolean;
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** The part of `BeforeInstallPromptEvent` in use; no standard has it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Makes the model, listening from now on. */
export function createInstallModel(dependencies: InstallDependencies): InstallModel {
  const { target, isStandalone } = dependencies;
  const state = signal<InstallState>(isStandalone ? 'installed' : 'by-hand');
  let offer: InstallOffer | null = null;
  target.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own banner would come up in the middle of a check.
    event.preventDefault();
    offer = event as InstallOffer;
    state.value = 'askable';
  });
  target.addEventListener('appinstalled', () => {
    state.value = 'installed';
  });
  return {
    platform: platformOf(dependencies),
    state,
    ask() {
      if (state.peek() !== 'askable') return;
      // An offer holds once: who says no finds the way by hand.
      state.value = 'by-hand';
      offer?.prompt().catch(() => undefined);
    },
  };
}

/** The platform, as far as its browser tells. */
export function platformOf({
  userAgent,
  maxTouchPoints,
}: Pick<InstallDependencies, 'userAgent' | 'maxTouchPoints'>): Platform {
  if (/android/iu.test(userAgent)) return 'android';
  // iPads call themselves Macs, which have no touch screen.
  const isPad = /macintosh/iu.test(userAgent) && maxTouchPoints > 1;
  return isPad || /iphone|ipad|ipod/iu.test(userAgent) ? 'ios' : 'desktop';
}
