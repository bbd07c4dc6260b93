/**
 * Where to tap to install the app: each browser's own button or line, marked, and the icon that is on
 * the home screen afterwards.
 */
import type { JSX } from 'preact';
import type { InstallStep } from '../i18n/texts/install.ts';
import { Drawing, Lines } from './drawing.tsx';

interface PlacedProps {
  readonly x: number;
  readonly y: number;
}

/** This app's icon as it is installed, 40 × 40: public/icons/icon.svg. */
const AppIcon = ({ x, y }: PlacedProps) => (
  <g class="drawing-app" transform={`translate(${x} ${y}) scale(.078125)`}>
    <path class="drawing-brand" d="M0 0H512V512H0Z" />
    <path class="drawing-white" d="M96 160H416V448H96ZM136 200V408H376V200Z" />
    <path class="drawing-brand" d="M256 38L476 134L256 230L36 134Z" />
    <path class="drawing-white" d="M256 60L432 134L256 208L80 134Z" />
    <path class="drawing-white" d="M424 132H444V236H460V284H408V236H424Z" />
    <path class="drawing-other-tint" d="M178 296L208 266L244 302L326 220L356 250L244 362Z" />
  </g>
);

/** The upper part of a phone, near. */
const phoneTop = 'M70 158V8H250V158';

/** The lower part of a phone, near. */
const phoneBottom = 'M70 2V150H250V2';

/** Other apps on a home screen, 40 × 40 each. */
const otherApps = [
  [84, 10],
  [140, 10],
  [196, 10],
  [84, 70],
  [196, 70],
]
  .map(([x, y]) => `M${x} ${y}h40v40h-40Z`)
  .join('');

const HomeScreen = () => (
  <Drawing>
    <path class="drawing-paper" d={phoneBottom} />
    <path class="drawing-sunk" d={otherApps} />
    <AppIcon x={140} y={70} />
    <path class="drawing-mark" d="M132 62H188V118H132Z" />
    <path d="M130 136H190" />
  </Drawing>
);

const drawings: Readonly<Record<InstallStep, JSX.Element>> = {
  'android-menu': (
    <Drawing>
      <path class="drawing-paper" d={phoneTop} />
      <path d="M70 60H250" />
      <path class="drawing-sunk" d="M84 22H192V46H84Z" />
      <Lines x={92} y={34} lengths={[64]} />
      <Lines x={88} y={88} lengths={[120, 90, 140, 70]} />
      <circle class="drawing-solid" cx="222" cy="25" r="2" />
      <circle class="drawing-solid" cx="222" cy="34" r="2" />
      <circle class="drawing-solid" cx="222" cy="43" r="2" />
      <circle class="drawing-mark" cx="222" cy="34" r="24" />
    </Drawing>
  ),
  'android-line': (
    <Drawing>
      <path class="drawing-paper" d={phoneTop} />
      <path class="drawing-sunk" d="M112 20H242V150H112Z" />
      <Lines x={126} y={36} lengths={[70, 92]} />
      <path d="M126 70H140V98H126ZM133 66V84M127 79l6 6 6-6" />
      <Lines x={152} y={84} lengths={[68]} />
      <path class="drawing-mark" d="M104 60H250V108H104Z" />
      <Lines x={126} y={124} lengths={[84, 60]} />
    </Drawing>
  ),
  'android-icon': <HomeScreen />,
  'ios-share': (
    <Drawing>
      <path class="drawing-paper" d={phoneBottom} />
      <path d="M70 92H250M104 111 94 121l10 10M216 111H230V131H216Z" />
      <path d="M154 117H147V137H173V117H166M160 127V102M152 110l8-8 8 8" />
      <Lines x={88} y={20} lengths={[140, 100, 120, 80]} />
      <circle class="drawing-mark" cx="160" cy="120" r="28" />
    </Drawing>
  ),
  'ios-line': (
    <Drawing>
      <path class="drawing-paper" d={phoneBottom} />
      <path class="drawing-sunk" d="M70 14H250V150H70Z" />
      <Lines x={88} y={30} lengths={[110, 84]} />
      <Lines x={88} y={84} lengths={[90]} />
      <path d="M208 72H232V96H208ZM220 77V91M213 84H227" />
      <path class="drawing-mark" d="M62 60H258V108H62Z" />
      <Lines x={88} y={126} lengths={[100]} />
    </Drawing>
  ),
  'ios-icon': <HomeScreen />,
  'desktop-bar': (
    <Drawing>
      <path class="drawing-paper" d="M40 20H280V140H40Z" />
      <path d="M40 56H280" />
      <path class="drawing-sunk" d="M54 28H266V48H54Z" />
      <Lines x={62} y={38} lengths={[84]} />
      <path d="M234 31H254V42H234ZM240 46H248M244 33V39M241 37l3 3 3-3" />
      <circle class="drawing-mark" cx="244" cy="38" r="20" />
      <Lines x={62} y={80} lengths={[150, 110, 130]} />
    </Drawing>
  ),
  'desktop-icon': (
    <Drawing>
      <path class="drawing-paper" d="M40 20H280V140H40Z" />
      <path class="drawing-sunk" d="M40 88H280V140H40Z" />
      <path class="drawing-paper" d="M66 96H102V132H66ZM218 96H254V132H218Z" />
      <AppIcon x={140} y={94} />
      <path class="drawing-mark" d="M132 86H188V142H132Z" />
    </Drawing>
  ),
};

/** The drawing of one step. */
export const InstallDrawing = ({ step }: { readonly step: InstallStep }) => drawings[step];
