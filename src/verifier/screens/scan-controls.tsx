/**
 * The camera's controls, in the thumb's reach: light, distance, another camera, the check by
 * eye, and everything else. What this camera cannot do is not there.
 */
import type { ComponentChildren } from 'preact';
import type { Zoom } from '../../scan/camera.ts';
import type { ScannerState } from '../../scan/scanner.ts';
import { firstTexts } from '../i18n/current-texts.ts';
import type { AppActions } from '../models/app-state.ts';
import { EyeIcon, MenuIcon, SettingsIcon, SwitchIcon, TorchIcon } from '../ui/icons.tsx';

interface ScanControlsProps {
  readonly camera: ScannerState;
  readonly actions: AppActions;
}

/** The controls that make sense at present. */
export function ScanControls({ camera, actions }: ScanControlsProps) {
  const { scan } = firstTexts();
  const { torch, zoom, canSwitch } = abilitiesOf(camera);
  return (
    <div class="controls">
      {zoom && <ZoomSlider zoom={zoom} setZoom={actions.setZoom} />}
      <div class="control-row">
        {torch !== null && (
          <Control label={scan.torch} pressed={torch} press={() => actions.setTorch(!torch)}>
            <TorchIcon />
          </Control>
        )}
        {canSwitch && (
          <Control label={scan.switchCamera} press={actions.switchCamera}>
            <SwitchIcon />
          </Control>
        )}
        <Control label={scan.byEye} press={() => actions.open('by-eye')}>
          <EyeIcon />
        </Control>
        <Control label={scan.menu} press={() => actions.open('menu')}>
          <MenuIcon />
        </Control>
      </div>
    </div>
  );
}

/** In a kiosk: nothing for guests, and one small way on for staff. */
export const KioskControls = ({ actions }: Pick<ScanControlsProps, 'actions'>) => (
  <div class="kiosk-foot">
    <Control label={firstTexts().scan.staff} press={() => actions.open('menu')}>
      <SettingsIcon />
    </Control>
  </div>
);

/** What the camera can do now; nothing while there is no picture. */
export const abilitiesOf = (camera: ScannerState) =>
  camera.name === 'live' ? camera.abilities : { torch: null, zoom: null, canSwitch: false };

interface ControlProps {
  readonly label: string;
  /** Only for what is on or off. */
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
  press(): void;
}

const Control = ({ label, pressed, children, press }: ControlProps) => (
  <button class="control" type="button" aria-pressed={pressed} onClick={press}>
    {children}
    {label}
  </button>
);

interface ZoomSliderProps {
  readonly zoom: Zoom;
  setZoom(value: number): void;
}

function ZoomSlider({ zoom, setZoom }: ZoomSliderProps) {
  const { scan, formats } = firstTexts();
  const { min, max, step, value } = zoom;
  const times = formats.times(value);
  return (
    <label class="zoom">
      <span>{scan.zoom}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={times}
        onInput={({ currentTarget }) => setZoom(currentTarget.valueAsNumber)}
      />
      <span class="zoom-value" aria-hidden="true">
        {times}
      </span>
    </label>
  );
}
