/**
 * What an operator has fixed by an enrolment: only whoever has opened the lock with the PIN may change it;
 * without a PIN nobody, until another enrolment or a reset. Screens ask here what to offer; whatever they
 * ask for, what is fixed stays.
 */
import type { LockModel, LockState } from './lock-model.ts';
import type { FixableSetting, Settings, SettingsModel } from './settings.ts';

/** Whether a setting cannot be changed at present. */
export const isFixed = (settings: Settings, name: FixableSetting, lock: LockState): boolean =>
  lock.name !== 'open' && settings.fixed.includes(name);

/** The same settings, of which those at the device can change what is not fixed. */
export const guardSettings = (
  settings: SettingsModel,
  { state }: Pick<LockModel, 'state'>,
): SettingsModel => ({
  ...settings,
  change(changed) {
    settings.refresh();
    const now = settings.value.peek();
    const free = Object.entries(changed).filter(
      ([name]) => name !== 'fixed' && !isFixed(now, name as FixableSetting, state.peek()),
    );
    if (free.length > 0) settings.change(Object.fromEntries(free));
  },
});
