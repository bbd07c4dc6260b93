/**
 * Remembers which camera was chosen, from visit to visit: its deviceId, which names it to this site
 * only.
 */
import type { CameraMemory } from '../scan/camera.ts';

const key = 'mleg.camera';

/** The camera chosen last, where the browser keeps such things. */
export const cameraMemory: CameraMemory = {
  read() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(deviceId) {
    try {
      localStorage.setItem(key, deviceId);
    } catch {
      // The choice then lasts as long as the page.
    }
  },
};
