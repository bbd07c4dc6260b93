/**
 * The QR on the screen: a canvas with one bitmap pixel per device pixel, so that every module is a
 * whole number of pixels and has sharp edges. Always dark on white.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { drawUpQr, placeQr, type QrMatrix } from './qr-matrix.ts';

interface QrCodeProps {
  readonly text: string;
  /** The signing time inside the code, seconds since 1970. */
  readonly iat: number;
}

/** A QR that fills its container's width. */
export function QrCode({ text, iat }: QrCodeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = useDevicePixels(canvas);
  const matrix = useMemo(() => drawUpQr(text), [text]);
  useLayoutEffect(() => {
    if (canvas.current && pixels > 0) paint(canvas.current, matrix, pixels);
  }, [matrix, pixels]);
  return (
    <canvas ref={canvas} class="qr-canvas" role="img" aria-label="Kod QR" data-signed-at={iat} />
  );
}

/** The width of an element in device pixels, followed as it changes. */
function useDevicePixels(element: { readonly current: HTMLElement | null }): number {
  const [pixels, setPixels] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const estimate = entry.contentRect.width * devicePixelRatio;
      // Safari does not report device pixels, and an emulated phone reports those of its host.
      const exact = entry.devicePixelContentBoxSize?.[0]?.inlineSize ?? 0;
      setPixels(Math.abs(exact - estimate) < 1 ? exact : Math.floor(estimate));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return pixels;
}

function paint(canvas: HTMLCanvasElement, { rows }: QrMatrix, pixels: number): void {
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const { module, margin } = placeQr(rows.length, pixels);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, pixels, pixels);
  context.fillStyle = '#000';
  for (const [y, row] of rows.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) context.fillRect(margin + x * module, margin + y * module, module, module);
}
