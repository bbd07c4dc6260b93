/**
 * Paints the signed portrait from its very bytes: a blob address made for this picture and revoked
 * when it goes. Small, since buses are crowded; large for as long as it is held, by finger or by key.
 * A card without a portrait gets an empty frame that says so.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Portrait } from '../../verdict/verdict.ts';
import { currentTexts } from '../i18n/current-texts.ts';

interface PortraitPictureProps {
  readonly portrait: Portrait | null;
  /** The browser could not paint the bytes. */
  onFailed(): void;
  /** Somebody holds it to see more; without this it does not grow. */
  onHeld?(): void;
}

/** The portrait, or an empty frame. */
export function PortraitPicture({ portrait, onFailed, onHeld }: PortraitPictureProps) {
  const { verdict } = currentTexts();
  const [failed, setFailed] = useState(false);
  const address = usePortraitAddress(portrait);
  if (portrait === null || failed) {
    return <div class="portrait portrait-missing">{verdict.portraitMissing}</div>;
  }
  const picture = (
    <img
      class="portrait"
      width={96}
      height={128}
      alt={verdict.portraitAlt}
      draggable={false}
      src={address ?? undefined}
      onError={() => {
        setFailed(true);
        onFailed();
      }}
    />
  );
  return onHeld ? <HeldLarge onHeld={onHeld}>{picture}</HeldLarge> : picture;
}

interface HeldLargeProps {
  readonly children: JSX.Element;
  onHeld(): void;
}

/** Shows its picture large while it is held, and small again at once. */
function HeldLarge({ children, onHeld }: HeldLargeProps) {
  const { verdict } = currentTexts();
  const [isLarge, setLarge] = useState(false);
  const enlarge = () => {
    setLarge(true);
    onHeld();
  };
  const release = () => setLarge(false);
  return (
    <button
      class="portrait-hold"
      type="button"
      aria-label={`${verdict.portraitAlt}, ${verdict.holdToEnlarge}`}
      data-large={isLarge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        enlarge();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') enlarge();
      }}
      onKeyUp={release}
      onBlur={release}
      // A long press would open the browser's own menu over it.
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
}

function usePortraitAddress(portrait: Portrait | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (portrait === null) return;
    const made = URL.createObjectURL(new Blob([portrait.bytes], { type: portrait.type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [portrait]);
  return address;
}
