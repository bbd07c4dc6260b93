/**
 * How the stories of attacks begin and what they all end with: a device that has synchronised once,
 * and the proof that it was not harmed.
 */
import { expect } from 'vitest';
import type { ReasonCode } from '../../../src/verdict/reasons.ts';
import { createDevice, type Device } from '../../simulator/device.ts';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';

export const hour = 3600;
export const day = 24 * hour;

/** Who is in a story. */
export interface Story {
  readonly feed: Simulator;
  readonly device: Device;
}

/** A feed, and a device that has its first generation. */
export async function begin(): Promise<Story> {
  const feed = await createSimulator();
  const device = await createDevice(feed);
  expect(await device.sync()).toBe('ok');
  expect(await device.decide()).toBe('valid');
  return { feed, device };
}

/** The device has this manifest, in memory and in its store, and decides by it as before. */
export async function expectUnharmed(
  device: Device,
  manifestVersion: number,
  reason: ReasonCode = 'valid',
): Promise<void> {
  expect(device.generation()?.manifest.version).toBe(manifestVersion);
  expect(await device.decide()).toBe(reason);
  await device.restart();
  expect(device.generation()?.manifest.version).toBe(manifestVersion);
  expect(await device.decide()).toBe(reason);
}

/** The operator has cured the feed and revoked the device's card: the next synchronisation knows it. */
export async function expectCured({ feed, device }: Story): Promise<void> {
  feed.advance(60);
  await feed.revoke(4000);
  expect(await device.sync()).toBe('ok');
  expect(await device.decide()).toBe('revoked');
}
