/**
 * What may come to the front by itself, without anybody having asked for it: the camera sees codes
 * all the time, and a verdict that somebody is reading must not be swept away by the next poster.
 * Who scans on purpose gets a verdict in any case; that is not asked here. Pure.
 */
import type { Verdict } from '../../verdict/verdict.ts';
import type { Screen } from './app-state.ts';
import { lookOf } from './verdict-look.ts';

/** What the screen in front gives way to: whatever the camera reads, cards only, or nothing. */
export type Yielding = 'to-anything' | 'to-cards' | 'to-nothing';

/** What `screen` gives way to; `held` when the inspector keeps a granted verdict on it. */
export function yielding(screen: Screen, held: boolean): Yielding {
  if (screen.name === 'scan') return 'to-anything';
  if (screen.name !== 'verdict') return 'to-nothing';
  const { kind, reason } = screen.verdict;
  // The very code that did not read may turn out to be none of a card.
  if (reason === 'no-decode') return 'to-anything';
  if (kind === 'unreadable') return 'to-cards';
  // A poster behind the card is no reason to take a grant away.
  return lookOf(screen.verdict, screen.look) === 'granted' && !held ? 'to-cards' : 'to-nothing';
}

/** Whether a verdict that nobody asked for may come to the front. */
export const mayEnter = (verdict: Verdict, way: Yielding): boolean =>
  way === 'to-anything' || (way === 'to-cards' && verdict.kind !== 'unreadable');
