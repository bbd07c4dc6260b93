/** Every fault by its name. */
import { contentFaults } from './content-faults.ts';
import { tokenFaults } from './token-faults.ts';

export const faults = { ...contentFaults, ...tokenFaults };
export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly FaultName[];
