/**
 * The usual ready-made scanners, each started as its own documentation says, with its own defaults. They
 * bring their own loops and ask for the camera themselves. 1920×1080 is asked for where there is a way
 * to ask; qr-scanner has none. Runs in the page.
 */
import { BrowserQRCodeReader } from '@zxing/browser';
import { Html5Qrcode } from 'html5-qrcode';

/** What a scanner shows its picture in, and whom it tells the texts. */
export interface Stage {
  /** Fills the page's width. */
  readonly container: HTMLElement;
  readonly onText: (text: string) => void;
}

/** Starts a scanner; gives the element that plays the camera as soon as there is one. */
export type StartScanner = (stage: Stage) => Promise<HTMLVideoElement>;

const camera: MediaTrackConstraints = {
  facingMode: 'environment',
  width: { ideal: 1920 },
  height: { ideal: 1080 },
};

/** A video element for scanners that do not make their own. */
export function placeVideo({ container }: Stage): HTMLVideoElement {
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  container.append(video);
  return video;
}

/** @zxing/browser's own loop. */
const startZxing: StartScanner = async (stage) => {
  const video = placeVideo(stage);
  const reader = new BrowserQRCodeReader();
  void reader.decodeFromConstraints({ video: camera }, video, (result) => {
    if (result) stage.onText(result.getText());
  });
  return video;
};

/** html5-qrcode's class for a page of one's own making. It reads at the size at which it shows. */
const startHtml5Qrcode: StartScanner = async ({ container, onText }) => {
  container.id = 'html5-qrcode';
  const settings = { fps: 10, videoConstraints: camera };
  await new Html5Qrcode(container.id).start(
    { facingMode: 'environment' },
    settings,
    onText,
    () => undefined,
  );
  const video = container.querySelector('video');
  if (!video) throw new Error('html5-qrcode shows no video');
  return video;
};

/** qr-scanner as published: its worker is a file beside it, which a bundler would tear off. */
const startQrScanner: StartScanner = async (stage) => {
  const published = new URL('qr-scanner/qr-scanner.min.js', document.baseURI).href;
  const { default: QrScanner } = (await import(
    /* @vite-ignore */ published
  )) as typeof import('qr-scanner');
  const video = placeVideo(stage);
  const scanner = new QrScanner(video, ({ data }) => stage.onText(data), {
    returnDetailedScanResult: true,
  });
  void scanner.start();
  return video;
};

/** Their names as on npm. */
export const readyMade = {
  '@zxing/browser': startZxing,
  'html5-qrcode': startHtml5Qrcode,
  'qr-scanner': startQrScanner,
} as const satisfies Record<string, StartScanner>;

/** The name of one. */
export type ReadyMadeName = keyof typeof readyMade;
