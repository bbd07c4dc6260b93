/**
 * The frame of every page of text: a title that takes the focus, the page's own contents, what can be
 * done about them, and the way back, always last.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import { BackIcon } from './icons.tsx';

interface PageProps {
  /** For support and for tests. */
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
  /** What is said across the page, above its title. */
  readonly strips?: ComponentChildren;
  /** The page's one primary action and what stands beside it. */
  readonly deeds?: ComponentChildren;
  /** Said on the way back where it does not lead to the menu. */
  readonly backLabel?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>>;
  back(): void;
}

/** A page. */
export function Page(props: PageProps) {
  const { name, title, children, strips, deeds, attributes, back } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main class="screen page" data-screen={name} {...attributes}>
      {strips}
      <div class="page-sheet">
        <h1 class="title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      <div class="page-actions">
        {deeds}
        <button class="button" type="button" onClick={back}>
          <BackIcon />
          {props.backLabel ?? currentTexts().backToMenu}
        </button>
      </div>
    </main>
  );
}
