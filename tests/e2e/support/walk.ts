/**
 * Walks a page by the Tab key and says what is wrong with the places where the focus stops: none that
 * can be operated is left out, each shows that it has the focus, and none lies under something else.
 */
import type { Page } from 'playwright';

/** More would be a trap. */
const mostStops = 80;

/** Presses Tab until the focus comes round; a line for each fault. */
export async function findFocusFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(markControls);
  const faults: string[] = [];
  let ends = 0;
  for (let stop = 0; ; stop++) {
    if (stop > mostStops) return [...faults, 'the focus never comes round'];
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(judgeFocus);
    // It began somewhere in the midst: after the end comes what was before.
    if (seen === 'end') ends += 1;
    if (seen === 'again' || ends > 1) break;
    if (seen !== null && seen !== 'end') faults.push(seen);
  }
  return [...faults, ...(await page.evaluate(listMissed))];
}

/** Presses Tab until the control of this name has the focus. */
export async function tabTo(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).last();
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

/** Notes what the focus has to come to. Of radio buttons one in a group does. */
function markControls(): void {
  const controls = document.querySelectorAll<HTMLElement>(
    'main :is(button, input, textarea, select, a[href], summary):not(:disabled)',
  );
  const groups = new Set<string>();
  for (const control of controls) {
    if (!control.checkVisibility()) continue;
    if (control instanceof HTMLInputElement && control.type === 'radio') {
      if (groups.has(control.name)) continue;
      groups.add(control.name);
      const group = [...controls].filter(
        (other) => other instanceof HTMLInputElement && other.name === control.name,
      ) as HTMLInputElement[];
      (group.find(({ checked }) => checked) ?? control).dataset.wanted = '';
    } else control.dataset.wanted = '';
  }
}

/** What is wrong with where the focus is; null for nothing, `again` when it was here before, `end` behind all. */
function judgeFocus(): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'end';
  if (focused.dataset.visited !== undefined) return 'again';
  focused.dataset.visited = '';
  // What is hidden in its label shows there.
  const shown = focused.closest<HTMLElement>('label.button') ?? focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 24)];
  const above = document.elementFromPoint(x, y);
  const name = `${focused.tagName.toLowerCase()} ${shown.textContent?.trim().slice(0, 40)}`;
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `not seen: ${name}`;
  const isFree = above !== null && (shown.contains(above) || above.contains(shown));
  return isFree ? null : `lies under something or out of sight: ${name}`;
}

function listMissed(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-wanted]:not([data-visited])')].map(
    (missed) => `never has the focus: ${missed.textContent?.trim().slice(0, 40)}`,
  );
}
