/**
 * What a language says of installing the app: why, and each step on each kind of device.
 */
import type { Platform } from '../../models/install-model.ts';

/** The steps by hand on each platform, in their order. */
export const installSteps = {
  android: ['android-menu', 'android-line', 'android-icon'],
  ios: ['ios-share', 'ios-line', 'ios-icon'],
  desktop: ['desktop-bar', 'desktop-icon'],
} as const satisfies Readonly<Record<Platform, readonly string[]>>;

/** One step. */
export type InstallStep = (typeof installSteps)[Platform][number];

/** The texts of the install screen. */
export interface InstallTexts {
  readonly install: {
    readonly title: string;
    readonly installed: string;
    readonly installedNote: string;
    readonly reasons: readonly string[];
    readonly ask: string;
    readonly platforms: Readonly<Record<Platform, string>>;
    readonly steps: Readonly<Record<InstallStep, string>>;
    readonly others: string;
  };
}
