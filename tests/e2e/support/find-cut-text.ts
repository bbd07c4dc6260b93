/**
 * Finds text on the screen in front that cannot be read whole: cut by its box, lying over the edge of a
 * button or of the window, or to be reached only by scrolling sideways.
 */
import type { Page } from 'playwright';

/** What is cut and how, a line each; empty where all can be read. */
export const findCutText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const screen = document.querySelector('[data-screen]') as HTMLElement;
    const found = new Set<string>();
    const isCutting = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const say = (what: string, element: Element, text: string): void => {
      found.add(`${what}: ${element.tagName.toLowerCase()}.${element.className}: ${text.trim()}`);
    };

    /** Looks at the boxes around one text, from the inside out, up to the screen. */
    function judge(node: Node, text: string): void {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()];
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      const bottom = Math.max(...rects.map((rect) => rect.bottom));
      if (rects.length === 0) return;
      let box: Element | null = node.parentElement;
      if (left < -1 || right > innerWidth + 1) say('outside the window', box as Element, text);
      for (; box && screen.contains(box) && box !== screen; box = box.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(box);
        if (display.startsWith('inline') || display === 'contents') continue;
        const edge = box.getBoundingClientRect();
        const isControl = box.matches('button, label, a, summary');
        const isOver = left < edge.left - 1 || right > edge.right + 1;
        if (isOver && (isCutting(overflowX) || isControl)) say('over the side', box, text);
        const isBelow = bottom > edge.bottom + 1;
        if (isBelow && (isCutting(overflowY) || isControl)) say('below the end', box, text);
      }
    }

    const texts = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      const hidden = node.parentElement?.closest('.visually-hidden, .ribbon, svg, option');
      if (text.trim() !== '' && !hidden) judge(node, text);
    }
    for (const element of [screen, ...screen.querySelectorAll('*')])
      if (
        element.clientWidth > 0 &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.closest('.visually-hidden, svg') &&
        // A ribbon lies across a corner, and over its edges, on purpose.
        !element.matches('input, :has(> .ribbon)')
      )
        say('wider than its box', element, '');
    return [...found];
  });
