/**
 * A QR code as a picture to look at or to scan from this screen: one path of dark modules on white,
 * with the light edge that codes need (ISO/IEC 18004 §6.3.8). Its size is the style sheet's business.
 */
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

const lightEdge = 4;

/** The picture; `label` is what it is, for who does not see it. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => drawUp(text), [text]);
  return (
    <svg class="qr-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="qr-picture-light" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr-picture-dark" d={path} />
    </svg>
  );
}

/** The dark modules, run by run. */
function drawUp(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: false, border: lightEdge });
  const runs = data.flatMap((row, y) => {
    const letters = row.map((isDark) => (isDark ? '1' : '0')).join('');
    return [...letters.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return { size, path: runs.join('') };
}
