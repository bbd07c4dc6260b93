/**
 * Paints the signed portrait from its very bytes: a blob address made for this picture and revoked
 * when it goes. A card without a portrait gets an empty frame that says so.
 */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Portrait } from '../../verdict/verdict.ts';
import { currentTexts } from '../i18n/current-texts.ts';

interface PortraitPictureProps {
  readonly portrait: Portrait | null;
  /** The browser could not paint the bytes. */
  onFailed(): void;
}

/** The portrait, or an empty frame. */
export function PortraitPicture({ portrait, onFailed }: PortraitPictureProps) {
  const { verdict } = currentTexts();
  const [failed, setFailed] = useState(false);
  const address = usePortraitAddress(portrait);
  if (portrait === null || failed) {
    return <div class="portrait portrait-missing">{verdict.portraitMissing}</div>;
  }
  return (
    <img
      class="portrait"
      width={96}
      height={128}
      alt={verdict.portraitAlt}
      src={address ?? undefined}
      onError={() => {
        setFailed(true);
        onFailed();
      }}
    />
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
