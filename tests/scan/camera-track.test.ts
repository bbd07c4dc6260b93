import { expect, it, vi } from 'vitest';
import { controlTrack } from '../../src/scan/camera-track.ts';

interface Offer {
  readonly capabilities?: object | null;
  readonly settings?: object;
}

const photo = { torch: true, zoom: { min: 1, max: 5, step: 0.5 } };

function setUp({ capabilities = photo, settings = { zoom: 1 } }: Offer = {}) {
  const applyConstraints = vi.fn(async (_constraints: unknown): Promise<void> => {});
  const offer = { capabilities };
  const track = {
    applyConstraints,
    getSettings: () => settings,
    ...(capabilities === null ? {} : { getCapabilities: () => offer.capabilities }),
  };
  const onChange = vi.fn();
  const controls = controlTrack(track as unknown as MediaStreamTrack, onChange);
  const listAsked = () =>
    applyConstraints.mock.calls.map(([asked]) => (asked as { advanced: unknown[] }).advanced);
  return { controls, applyConstraints, listAsked, onChange, offer };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('has neither torch nor zoom where the browser lists no capabilities', () => {
  const { controls, listAsked } = setUp({ capabilities: null });
  controls.setTorch(true);
  controls.setZoom(2);
  expect(controls.listAbilities()).toEqual({ torch: null, zoom: null });
  expect(listAsked()).toEqual([]);
});

it.each([
  ['torch: false', { torch: false }],
  ['a zoom of one value', { zoom: { min: 1, max: 1, step: 0 } }],
])('takes %s for none', (_name, capabilities) => {
  expect(setUp({ capabilities }).controls.listAbilities()).toEqual({ torch: null, zoom: null });
});

it("begins with the torch off and the camera's own zoom", () => {
  const { controls, listAsked } = setUp({ settings: { zoom: 2 } });
  expect(controls.listAbilities()).toEqual({
    torch: false,
    zoom: { min: 1, max: 5, step: 0.5, value: 2 },
  });
  expect(listAsked()).toEqual([]);
});

it('says the torch is on once the track has said so', async () => {
  const { controls, listAsked, onChange } = setUp();
  controls.setTorch(true);
  expect(controls.listAbilities().torch).toBe(false);
  await settle();
  expect(controls.listAbilities().torch).toBe(true);
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(listAsked()).toEqual([[{ torch: true }]]);
});

it.each([
  [2.2, 2],
  [2.3, 2.5],
  [0, 1],
  [9, 5],
])('makes of a zoom of %d one of %d', async (value, fitted) => {
  const { controls, listAsked } = setUp();
  controls.setZoom(value);
  await settle();
  expect(listAsked()).toEqual([[{ zoom: fitted }]]);
  expect(controls.listAbilities().zoom?.value).toBe(fitted);
});

it('keeps a zoom beyond the last whole step within its limits', async () => {
  const zoom = { min: 1, max: 2.9, step: 1 };
  const { controls, listAsked } = setUp({ capabilities: { zoom } });
  controls.setZoom(2.9);
  await settle();
  expect(listAsked()).toEqual([[{ zoom: 2.9 }]]);
});

it('takes any zoom between the limits where there is no step', async () => {
  const { controls, listAsked } = setUp({ capabilities: { zoom: { min: 1, max: 5 } } });
  controls.setZoom(1.23);
  await settle();
  expect(listAsked()).toEqual([[{ zoom: 1.23 }]]);
});

it('leaves the state as it was when the track refuses', async () => {
  const { controls, applyConstraints, onChange } = setUp();
  applyConstraints.mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
  controls.setTorch(true);
  await settle();
  expect(controls.listAbilities().torch).toBe(false);
  expect(onChange).not.toHaveBeenCalled();
  controls.setZoom(2);
  await settle();
  expect(controls.listAbilities()).toMatchObject({ torch: false, zoom: { value: 2 } });
});

it('drops only what the track refused, not what was wished meanwhile', async () => {
  const { controls, applyConstraints, listAsked } = setUp();
  controls.setZoom(2);
  await settle();
  applyConstraints.mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
  controls.setTorch(true);
  controls.setZoom(3);
  await settle();
  expect(listAsked().slice(1)).toEqual([[{ zoom: 2, torch: true }], [{ zoom: 3 }]]);
  expect(controls.listAbilities()).toMatchObject({ torch: false, zoom: { value: 3 } });
});

it('asks again for what was refused when that was wished again meanwhile', async () => {
  const { controls, applyConstraints, listAsked } = setUp();
  applyConstraints.mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
  for (const on of [true, false, true]) controls.setTorch(on);
  await settle();
  expect(listAsked()).toEqual([[{ torch: true }], [{ torch: true }]]);
  expect(controls.listAbilities().torch).toBe(true);
});

it('asks one thing at a time, and then for the newest only', async () => {
  const { controls, applyConstraints, listAsked } = setUp();
  let answer = (): void => {};
  applyConstraints.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  for (const value of [2, 3, 4]) controls.setZoom(value);
  await settle();
  expect(listAsked()).toEqual([[{ zoom: 2 }]]);
  answer();
  await settle();
  expect(listAsked()).toEqual([[{ zoom: 2 }], [{ zoom: 4 }]]);
});

it('keeps what was asked before with each request', async () => {
  const { controls, listAsked } = setUp();
  controls.setZoom(2);
  await settle();
  controls.setTorch(true);
  await settle();
  expect(listAsked()[1]).toEqual([{ zoom: 2, torch: true }]);
});

it('asks once for a focus that follows the picture', async () => {
  const focusMode = ['single-shot', 'continuous'];
  const { listAsked } = setUp({ capabilities: { focusMode }, settings: { focusMode: 'manual' } });
  await settle();
  expect(listAsked()).toEqual([[{ focusMode: 'continuous' }]]);
});

it.each([
  ['knows only single shots', ['single-shot'], 'single-shot'],
  ['follows the picture by itself', ['continuous'], 'continuous'],
])('leaves a focus that %s alone', async (_name, focusMode, present) => {
  const { listAsked } = setUp({ capabilities: { focusMode }, settings: { focusMode: present } });
  await settle();
  expect(listAsked()).toEqual([]);
});

it('sees abilities that the track offers later', () => {
  const { controls, offer } = setUp({ capabilities: {} });
  expect(controls.listAbilities().torch).toBe(null);
  offer.capabilities = photo;
  expect(controls.listAbilities().torch).toBe(false);
});

it('puts the torch out at its end, and asks for nothing from then on', async () => {
  const { controls, listAsked, onChange } = setUp();
  controls.setTorch(true);
  controls.release();
  controls.release();
  controls.setTorch(true);
  controls.setZoom(3);
  await settle();
  expect(listAsked()).toEqual([[{ torch: true }], [{ torch: false }]]);
  expect(onChange).not.toHaveBeenCalled();
});

it('puts out at its end a torch that was to be put out next', async () => {
  const { controls, listAsked } = setUp();
  controls.setTorch(true);
  controls.setTorch(false);
  controls.release();
  await settle();
  expect(listAsked()).toEqual([[{ torch: true }], [{ torch: false }]]);
});

it('has no torch to put out at its end when the track refused it', async () => {
  const { controls, applyConstraints, listAsked } = setUp();
  applyConstraints.mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
  controls.setTorch(true);
  await settle();
  controls.release();
  await settle();
  expect(listAsked()).toEqual([[{ torch: true }]]);
});

it('drops at its end what it has not asked for yet', async () => {
  const { controls, listAsked } = setUp();
  controls.setZoom(2);
  controls.setZoom(3);
  controls.release();
  await settle();
  expect(listAsked()).toEqual([[{ zoom: 2 }]]);
});

it('asks for nothing at its end when the torch is off', async () => {
  const { controls, listAsked } = setUp();
  controls.release();
  await settle();
  expect(listAsked()).toEqual([]);
});
