/**
 * Says of a setting that the operator has fixed it, and whether the PIN would open it.
 */
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { isFixed } from '../models/fixed-settings.ts';
import type { FixableSetting } from '../models/settings.ts';

interface FixedNoteProps extends Pick<AppProps, 'settings' | 'lock'> {
  readonly name: FixableSetting;
}

/** The note; nothing where the setting is free. */
export function FixedNote({ settings, lock, name }: FixedNoteProps) {
  const state = lock.state.value;
  if (!isFixed(settings.value, name, state)) return null;
  return <p class="note strong">{currentTexts().settings.fixed(state.name === 'locked')}</p>;
}
