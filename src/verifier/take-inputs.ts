/**
 * The ways in beside the camera that are open on every screen: hardware scanners, and what the app was
 * opened with. Loaded after the camera, which does not need them to start.
 */
import { listenToWedge } from '../scan/wedge.ts';
import { takeEnrolmentLinks } from './enrolment-address.ts';
import type { AppActions } from './models/app-state.ts';
import type { HardwareModel } from './models/hardware-model.ts';
import { beginsAsCard, undoCapsLock } from './models/undo-caps-lock.ts';
import { takeShare } from './share-inbox.ts';

/** Listens from now on. */
export function takeInputs(actions: AppActions, hardware: HardwareModel): void {
  listenToWedge({
    page: document,
    settings: () => hardware.settings.peek(),
    beginsAsCard,
    onText: (text, took) => actions.checkText(undoCapsLock(text), 'wedge', took),
  });
  void hardware.start((text) => actions.checkText(text, 'serial'));
  void takeShare(actions);
  takeEnrolmentLinks(actions);
}
