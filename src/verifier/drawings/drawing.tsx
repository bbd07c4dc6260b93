/**
 * The frame of the app's drawings and the things that recur in them: a phone, a document, a portrait,
 * a finger. Flat, in the tokens' colours by classes (drawings.css), on a field of 320 × 160 units.
 * What a drawing shows is always said in words beside it, so screen readers skip it.
 */
import type { ComponentChildren } from 'preact';

interface Drawn {
  readonly children: ComponentChildren;
}

/** A drawing. */
export const Drawing = ({ children }: Drawn) => (
  <svg class="drawing" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

interface PhoneProps {
  /** The left edge; a phone is 84 wide and reaches from 8 to 152. */
  readonly x: number;
  readonly children?: ComponentChildren;
}

/** A phone; its contents count from its own upper left corner. */
export const Phone = ({ x, children }: PhoneProps) => (
  <g transform={`translate(${x} 8)`}>
    <path class="drawing-paper" d="M2 2H82V142H2Z" />
    {children}
  </g>
);

interface CardProps {
  readonly x: number;
  readonly children?: ComponentChildren;
}

/** A plastic document, 200 × 126; its contents count from its own upper left corner. */
export const Card = ({ x, children }: CardProps) => (
  <g transform={`translate(${x} 17)`}>
    <path class="drawing-paper" d="M0 0H200V126H0Z" />
    {children}
  </g>
);

interface PlacedProps {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
}

const place = ({ x, y, scale = 1 }: PlacedProps): string => `translate(${x} ${y}) scale(${scale})`;

/** A portrait in its frame, 40 × 50. */
export const Portrait = (props: PlacedProps) => (
  <g transform={place(props)}>
    <path class="drawing-sunk" d="M0 0H40V50H0Z" />
    <path class="drawing-solid" d="M6 50c0-22 28-22 28 0Z" />
    <circle class="drawing-solid" cx="20" cy="20" r="9" />
  </g>
);

/** A finger that touches what is at this place. */
export const Touch = (props: PlacedProps) => (
  <g transform={place(props)}>
    <circle class="drawing-ring" r="14" />
    <path class="drawing-paper" d="M-7 40V2a7 7 0 0 1 14 0V18h8a8 8 0 0 1 8 8V40" />
  </g>
);

interface LinesProps extends PlacedProps {
  /** The length of each. */
  readonly lengths: readonly number[];
}

/** Lines that stand for text. */
export const Lines = ({ lengths, ...at }: LinesProps) => (
  <path
    class="drawing-faint"
    transform={place(at)}
    d={lengths.map((length, row) => `M0 ${row * 12}H${length}`).join('')}
  />
);

interface LetteringProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly children: string;
}

/** Letters or digits that are printed on what is drawn, centred at `x`. */
export const Lettering = ({ x, y, size, children }: LetteringProps) => (
  <text class="drawing-lettering" x={x} y={y} font-size={size} text-anchor="middle">
    {children}
  </text>
);

/** The eagle of the state's arms, as a silhouette around its middle. */
export const Eagle = (props: PlacedProps) => (
  <path
    class="drawing-solid drawing-eagle"
    transform={place(props)}
    d="M-10 -36l4-6 4 3 4-3 4 6c6 3 6 8 1 10l1 8c14-1 26-8 33-20 5 24-4 42-20 50l8 6c-8 5-17 5-22 2l5 14-8-3-5 10-5-10-8 3 5-14c-5 3-14 3-22-2l8-6c-16-8-25-26-20-50 7 12 19 19 33 20l1-8-6-3 9-3c0-1 0-3 0-4Z"
  />
);
