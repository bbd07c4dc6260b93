/**
 * What to look at on a document: whether its photo is of the person, and on plastic ones the front,
 * the boxes for stickers on the back, one sticker close by, and what an ISIC is good for.
 */
import { Card, Drawing, Eagle, Lettering, Lines, Phone, Portrait } from './drawing.tsx';

/** A head and shoulders, as big as life beside a document. */
const Person = () => (
  <g transform="translate(206 12)">
    <path class="drawing-sunk" d="M0 136C0 76 96 76 96 136Z" />
    <circle class="drawing-paper" cx="48" cy="48" r="34" />
    <path d="M14 44C16 4 80 4 82 44 66 40 56 34 52 24 44 36 32 42 14 44Z" class="drawing-solid" />
    <path d="M37 52v4M59 52v4M40 68c5 5 11 5 16 0" />
  </g>
);

const compare = 'M146 70H192M184 62 192 70 184 78M192 92H146M154 84 146 92 154 100';

/** The photo in the app, and the person. */
export const AppFaceDrawing = () => (
  <Drawing>
    <Phone x={42}>
      <Portrait x={17} y={12} scale={1.25} />
      <Lines x={14} y={94} lengths={[56, 40, 48]} />
    </Phone>
    <path class="drawing-arrow" d={compare} />
    <Person />
  </Drawing>
);

/** The photo on plastic, and the person. */
export const CardFaceDrawing = () => (
  <Drawing>
    <path class="drawing-paper" d="M10 42H138V122H10Z" />
    <Portrait x={20} y={57} />
    <Lines x={70} y={66} lengths={[56, 40, 50, 30]} />
    <path class="drawing-arrow" d={compare} />
    <Person />
  </Drawing>
);

interface FrontProps {
  /** What is printed at its top, in two lines. */
  readonly words: readonly [string, string];
  readonly hasChip: boolean;
}

/** The front of a plastic document. */
export const FrontDrawing = ({ words, hasChip }: FrontProps) => (
  <Drawing>
    <Card x={60}>
      <path class="drawing-sunk" d="M0 0H200V38H0Z" />
      <Lettering x={100} y={17} size={14}>
        {words[0]}
      </Lettering>
      <Lettering x={100} y={33} size={14}>
        {words[1]}
      </Lettering>
      <Portrait x={14} y={52} scale={1.2} />
      <Lines x={76} y={60} lengths={hasChip ? [58, 46, 54, 40] : [104, 84, 96, 60]} />
      {hasChip && (
        <path class="drawing-tint" d="M148 62H186V96H148ZM148 79H186M160 62V96M174 62V96" />
      )}
    </Card>
  </Drawing>
);

interface StickersProps {
  readonly columns: number;
  readonly rows: number;
  /** The days on the stickers in their order; the last one is the newest. */
  readonly days: readonly string[];
}

/** The back of a plastic document: boxes, some with a sticker, the newest one marked. */
export const StickersDrawing = ({ columns, rows, days }: StickersProps) => {
  const width = 184 / columns;
  const height = Math.min(110 / rows, 48);
  const top = 63 - (rows * height) / 2;
  const boxes = Array.from({ length: columns * rows }, (_, at) => ({
    day: days[at],
    x: 8 + (at % columns) * width,
    y: top + Math.floor(at / columns) * height,
  }));
  return (
    <Drawing>
      <Card x={60}>
        {boxes.map(({ day, x, y }, at) => (
          <g key={`${x} ${y}`}>
            <path
              class={day ? 'drawing-sunk' : 'drawing-thin'}
              d={`M${x} ${y}h${width}v${height}h${-width}Z`}
            />
            {day && (
              <Lettering x={x + width / 2} y={y + height / 2 + 4} size={12}>
                {day}
              </Lettering>
            )}
            {at === days.length - 1 && (
              <path
                class="drawing-mark"
                d={`M${x + 1} ${y + 1}h${width - 2}v${height - 2}h${2 - width}Z`}
              />
            )}
          </g>
        ))}
      </Card>
    </Drawing>
  );
};

/** One cell of a honeycomb, pointed at the top, with its centre here. */
const cell = (x: number, y: number): string => `M${x} ${y - 9}l8 4.5v9l-8 4.5-8-4.5v-9Z`;

/** The sticker's honeycomb: where the letters and the torn corner are, there is none. */
const comb = Array.from({ length: 72 }, (_, at) => ({
  x: 98 + (at % 9) * 16 + (Math.floor(at / 9) % 2) * 8,
  y: 27 + Math.floor(at / 9) * 13.5,
}))
  .filter(({ x, y }) => x < 230 && y < 134 && x + y < 322 && (x > 142 || y < 104))
  .map(({ x, y }) => cell(x, y))
  .join('');

/** A sticker: eagle, letters, and a honeycomb of which a corner breaks. */
export const StickerDrawing = () => (
  <Drawing>
    <path class="drawing-paper" d="M84 14H236V110L196 146H84Z" />
    <path class="drawing-thin" d={comb} />
    <Eagle x={160} y={74} />
    <Lettering x={114} y={136} size={28}>
      RP
    </Lettering>
    <path
      class="drawing-thin"
      d={[cell(250, 122), cell(272, 134), cell(262, 104), cell(286, 116)].join('')}
    />
  </Drawing>
);

/** A shop's awning, and a train that is crossed out. */
export const VenueDrawing = () => (
  <Drawing>
    <path class="drawing-paper" d="M38 60V140H138V60" />
    <path class="drawing-sunk" d="M30 28H146L154 60H22Z" />
    <path d="M58 28 52 60M88 28V60M118 28 124 60" />
    <path d="M96 90V140" />
    <Lettering x={66} y={116} size={30}>
      %
    </Lettering>
    <path class="drawing-paper" d="M204 120V50c0-28 72-28 72 0V120Z" />
    <path class="drawing-sunk" d="M216 48H264V78H216Z" />
    <path d="M240 48V78M220 100h8M252 100h8M212 142l12-22M268 142l-12-22" />
    <path class="drawing-mark" d="M188 138 292 26" />
  </Drawing>
);

/** A document whose line with two dates is marked. */
export const PrintedTermDrawing = () => (
  <Drawing>
    <Card x={60}>
      <path class="drawing-sunk" d="M0 0H200V30H0Z" />
      <Lettering x={36} y={22} size={20}>
        ISIC
      </Lettering>
      <Portrait x={14} y={44} scale={1.2} />
      <Lines x={78} y={50} lengths={[104, 72]} />
      <path class="drawing-mark" d="M72 76H190V112H72Z" />
      <Lettering x={131} y={101} size={20}>
        09 → 12
      </Lettering>
    </Card>
  </Drawing>
);
