/**
 * Goes through the screens of the app, each from the scan screen, on one device for each situation.
 */
import type { ScreenState } from './every-screen.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

/** Gives each state when it is on the screen; whoever asks for the next one has done with it. */
export async function* visitScreens(
  options: Omit<VisitOptions, 'situation'>,
  states: readonly ScreenState[],
): AsyncGenerator<{ readonly state: ScreenState; readonly visit: Visit }> {
  for (const situation of new Set(states.map((each) => each.situation))) {
    const group = states.filter((each) => each.situation === situation);
    const visit = await openVisit({ ...options, situation });
    try {
      for (const [index, state] of group.entries()) {
        if (index > 0) await visit.reopen();
        await state.open(visit);
        yield { state, visit };
      }
    } finally {
      await visit.context.close();
    }
  }
}
