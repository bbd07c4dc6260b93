/**
 * What to look at in the mObywatel app: the hologram while the phone is tilted, what moves by itself,
 * the field that opens, the day of the last update; and the day on which a document ends.
 */
import { Drawing, Eagle, Lettering, Lines, Phone, Portrait, Touch } from './drawing.tsx';

const Hologram = ({ tint }: { readonly tint: string }) => (
  <g>
    <circle class={tint} cx="42" cy="92" r="26" />
    <Eagle x={42} y={92} scale={0.4} />
  </g>
);

/** The same phone twice, upright and tilted: the hologram is of another colour. */
export const TiltDrawing = () => (
  <Drawing>
    <Phone x={34}>
      <Portrait x={27} y={12} scale={0.75} />
      <Hologram tint="drawing-tint" />
    </Phone>
    <path class="drawing-arrow" d="M132 60c14-14 30-14 44 0M176 60V44M176 60H160" />
    <g transform="rotate(16 240 80)">
      <Phone x={198}>
        <Portrait x={27} y={12} scale={0.75} />
        <Hologram tint="drawing-other-tint" />
      </Phone>
    </g>
  </Drawing>
);

/** A flag that waves, and a clock whose seconds change. */
export const MotionDrawing = () => (
  <Drawing>
    <path d="M36 22V142" />
    <path
      class="drawing-white"
      d="M36 30c16-12 32-12 48 0s32 12 48 0V58c-16 12-32 12-48 0s-32-12-48 0Z"
    />
    <path
      class="drawing-red"
      d="M36 58c16-12 32-12 48 0s32 12 48 0V86c-16 12-32 12-48 0s-32-12-48 0Z"
    />
    <path class="drawing-sunk" d="M250 44H290V84H250Z" />
    <Lettering x={200} y={72} size={24}>
      12:07
    </Lettering>
    <Lettering x={243} y={71} size={24}>
      :
    </Lettering>
    <Lettering x={270} y={72} size={24}>
      48
    </Lettering>
    <path class="drawing-arrow" d="M270 90V106M262 99 270 107 278 99" />
    <Lettering x={270} y={134} size={24}>
      49
    </Lettering>
  </Drawing>
);

/** A touch on one line, and what opens. */
export const DetailsDrawing = () => (
  <Drawing>
    <Phone x={34}>
      <Portrait x={10} y={12} scale={0.7} />
      <Lines x={46} y={20} lengths={[26, 20]} />
      <path class="drawing-sunk" d="M8 58H76V82H8Z" />
      <Lines x={14} y={70} lengths={[40]} />
      <Lines x={14} y={98} lengths={[50, 36]} />
    </Phone>
    <Touch x={98} y={80} />
    <path class="drawing-arrow" d="M148 70H190M180 60 190 70 180 80" />
    <Phone x={206}>
      <path class="drawing-sunk" d="M8 12H76V36H8Z" />
      <Lines x={14} y={24} lengths={[40]} />
      <Lines x={14} y={54} lengths={[56, 42, 56, 34, 50, 24]} />
    </Phone>
  </Drawing>
);

/** A line with a date, and two arrows in a circle. */
export const RefreshDrawing = () => (
  <Drawing>
    <Phone x={48}>
      <Portrait x={10} y={12} scale={0.7} />
      <Lines x={46} y={20} lengths={[26, 20]} />
      <Lines x={10} y={64} lengths={[62, 44]} />
      <path class="drawing-sunk" d="M8 98H76V124H8Z" />
      <path d="M16 106H28V118H16ZM16 110H28" />
      <Lines x={36} y={112} lengths={[32]} />
    </Phone>
    <path
      class="drawing-arrow"
      d="M176 74a42 42 0 0 1 76-20M254 34V56H232M260 88a42 42 0 0 1-76 20M182 128V106H204"
    />
  </Drawing>
);

/** A leaf of a calendar. */
const Leaf = ({ x, day }: { readonly x: number; readonly day: string }) => (
  <g transform={`translate(${x} 24)`}>
    <path class="drawing-paper" d="M0 12H116V112H0Z" />
    <path class="drawing-solid" d="M0 12H116V38H0Z" />
    <path d="M28 0V22M88 0V22" />
    <Lettering x={58} y={88} size={34}>
      {day}
    </Lettering>
  </g>
);

/** The days on which documents end, one or two. */
export const TermDrawing = ({ days }: { readonly days: readonly string[] }) => (
  <Drawing>
    {days.map((day, at) => (
      <Leaf key={day} x={160 - days.length * 66 + 8 + at * 132} day={day} />
    ))}
  </Drawing>
);
