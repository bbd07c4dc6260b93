/**
 * What one camera track can do besides giving a picture: torch, zoom, and a focus that follows the
 * picture. Whatever the track does not offer is not asked of it, and what it refuses changes nothing,
 * nor does it cost what was wished since. A track forgets earlier constraints with each new set of
 * them, so all that it holds goes along with every request. Which track it is, and when it is given
 * back, is left to camera.ts.
 */

/** How near a camera can be made to look, in the track's own unit. */
export interface Zoom {
  readonly min: number;
  readonly max: number;
  /** 0 where every value between is to be had. */
  readonly step: number;
  readonly value: number;
}

/** What a track can do, and what it does at present. */
export interface TrackAbilities {
  /** On or off; null where there is no torch. */
  readonly torch: boolean | null;
  readonly zoom: Zoom | null;
}

/** The controls of one track. */
export interface TrackControls {
  /** Asks the track, which may offer more some time after its start than at once. */
  listAbilities(): TrackAbilities;
  setTorch(on: boolean): void;
  /** Takes the nearest value that the track offers. */
  setZoom(value: number): void;
  /** Puts the torch out, and asks for nothing from then on. */
  release(): void;
}

/** Of W3C's "MediaStream Image Capture" §4, what is used here; the DOM's types lack it. */
interface ImageCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
  readonly focusMode?: readonly string[];
}

interface ImageSettings {
  torch?: boolean;
  zoom?: number;
  focusMode?: string;
}

/** Takes the controls of a live track; `onChange` follows each change that the track has made. */
export function controlTrack(track: MediaStreamTrack, onChange: () => void): TrackControls {
  let held: ImageSettings = {};
  /** The newest request, and `held` when that was answered. */
  let asked = held;
  /** What was wished since that request. */
  let wished: ImageSettings | null = null;
  let busy = false;
  let released = false;

  /** One request at a time: a slider asks faster than a camera answers, and the newest counts. */
  async function apply(): Promise<void> {
    if (busy) return;
    busy = true;
    while (wished && !released) {
      asked = { ...held, ...wished };
      wished = null;
      const granted = await request(track, asked);
      if (granted) held = asked;
      else asked = held;
      if (granted && !released) onChange();
    }
    busy = false;
  }

  function want(change: ImageSettings): void {
    wished = { ...wished, ...change };
    void apply();
  }

  function listAbilities(): TrackAbilities {
    const { torch, zoom } = capabilitiesOf(track);
    return {
      torch: torch ? (held.torch ?? false) : null,
      zoom:
        zoom && zoom.min < zoom.max
          ? {
              min: zoom.min,
              max: zoom.max,
              step: zoom.step ?? 0,
              value: held.zoom ?? settingsOf(track).zoom ?? zoom.min,
            }
          : null,
    };
  }

  const { focusMode } = capabilitiesOf(track);
  if (focusMode?.includes('continuous') && settingsOf(track).focusMode !== 'continuous')
    want({ focusMode: 'continuous' });

  return {
    listAbilities,
    setTorch(on) {
      if (capabilitiesOf(track).torch) want({ torch: on });
    },
    setZoom(value) {
      const { zoom } = listAbilities();
      if (zoom) want({ zoom: fitZoom(zoom, value) });
    },
    release() {
      if (released) return;
      released = true;
      // Some phones keep the light on when only the track ends.
      if (asked.torch) void request(track, { torch: false });
    },
  };
}

/** Whether the track took the settings. */
async function request(track: MediaStreamTrack, settings: ImageSettings): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [settings as MediaTrackConstraintSet] });
    return true;
  } catch {
    return false;
  }
}

function fitZoom({ min, max, step }: Zoom, value: number): number {
  const stepped = step > 0 ? min + Math.round((value - min) / step) * step : value;
  return Math.min(max, Math.max(min, stepped));
}

// Not every browser has this method.
const capabilitiesOf = (track: MediaStreamTrack): ImageCapabilities =>
  (track.getCapabilities?.() ?? {}) as ImageCapabilities;

const settingsOf = (track: MediaStreamTrack): ImageSettings => track.getSettings() as ImageSettings;
