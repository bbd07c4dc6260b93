/**
 * A camera that shows what a test draws, when it draws it: a canvas in the page stands in for the
 * device. For tests of what happens meanwhile; how a real camera's picture is read, others test.
 */
import type { BrowserContext, Page } from 'playwright';
import { encode } from 'uqr';

interface CanvasWindow {
  showRows?: (rows: readonly string[]) => void;
}

/** Gives every page of a context this camera in place of its own; it shows a blank picture at first. */
export const installCanvasCamera = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // Workers and pages without a secure origin have no camera.
    if (!('mediaDevices' in navigator)) return;
    const canvas = document.createElement('canvas');
    canvas.width = 1280;
    canvas.height = 960;
    const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
    let shown: readonly string[] = [];
    const draw = (): void => {
      brush.fillStyle = '#fff';
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.fillStyle = '#000';
      const pixels = Math.floor(canvas.height / Math.max(1, shown.length));
      shown.forEach((row, y) => {
        for (let x = 0; x < row.length; x++)
          if (row[x] === '1') brush.fillRect(x * pixels, y * pixels, pixels, pixels);
      });
    };
    // A still canvas gives no frames.
    setInterval(draw, 200);
    (globalThis as CanvasWindow).showRows = (rows) => {
      shown = rows;
    };
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream();
  });

/** Holds a QR code before the camera, its rows of modules altered if wanted; null takes it away. */
export async function showBeforeCamera(
  page: Page,
  text: string | null,
  alter: (rows: readonly string[]) => readonly string[] = (rows) => rows,
): Promise<void> {
  const { data } =
    text === null ? { data: [] } : encode(text, { ecc: 'L', boostEcc: false, border: 4 });
  const rows = data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  await page.evaluate((each) => (globalThis as CanvasWindow).showRows?.(each), alter(rows));
}
