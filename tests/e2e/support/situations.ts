/**
 * What a device has been through before somebody visits the app on it.
 */

export type Situation =
  | 'synced'
  | 'offline'
  | 'ageing'
  | 'expired'
  | 'no-lists'
  | 'clock-off'
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-starting'
  | 'no-database';

interface Been {
  readonly camera?: 'live' | 'refused' | 'missing' | 'starting';
  /** No list ever comes. */
  readonly feedIsDown?: true;
  /** The network goes once lists are there. */
  readonly goesOffline?: true;
  /** Milliseconds by which its clock is off. */
  readonly clockShift?: number;
  /** The same, but only once lists are there; no newer ones come. */
  readonly clockShiftLater?: number;
  readonly lacksDatabase?: true;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Each by its name. */
export const situations: Readonly<Record<Situation, Been>> = {
  synced: {},
  offline: { goesOffline: true },
  ageing: { clockShiftLater: 2 * day },
  expired: { clockShiftLater: 8 * day },
  'no-lists': { feedIsDown: true },
  'clock-off': { clockShift: 2 * hour },
  'camera-refused': { camera: 'refused' },
  'camera-missing': { camera: 'missing' },
  'camera-starting': { camera: 'starting' },
  'no-database': { lacksDatabase: true },
};
