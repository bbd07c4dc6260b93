/**
 * Which drawing belongs to which step of the check by eye.
 */
import type { JSX } from 'preact';
import type { EyeStep } from '../models/by-eye-steps.ts';
import {
  DetailsDrawing,
  MotionDrawing,
  RefreshDrawing,
  TermDrawing,
  TiltDrawing,
} from './app-drawings.tsx';
import {
  AppFaceDrawing,
  CardFaceDrawing,
  FrontDrawing,
  PrintedTermDrawing,
  StickerDrawing,
  StickersDrawing,
  VenueDrawing,
} from './card-drawings.tsx';

/** What documents bear is Polish, whatever language the app speaks. */
const drawings: Readonly<Record<EyeStep, JSX.Element>> = {
  'app-face': <AppFaceDrawing />,
  term: <TermDrawing days={['31.03', '31.10']} />,
  hologram: <TiltDrawing />,
  motion: <MotionDrawing />,
  details: <DetailsDrawing />,
  refresh: <RefreshDrawing />,
  'card-face': <CardFaceDrawing />,
  'student-front': <FrontDrawing words={['LEGITYMACJA', 'STUDENCKA']} hasChip />,
  'student-stickers': (
    <StickersDrawing columns={4} rows={3} days={['31.03', '31.10', '31.03', '31.10', '31.03']} />
  ),
  'doctoral-front': <FrontDrawing words={['LEGITYMACJA', 'DOKTORANTA']} hasChip />,
  'doctoral-stickers': <StickersDrawing columns={5} rows={1} days={['1', '2', '3']} />,
  sticker: <StickerDrawing />,
  'pupil-front': <FrontDrawing words={['LEGITYMACJA', 'SZKOLNA']} hasChip={false} />,
  'pupil-term': <TermDrawing days={['30.09']} />,
  'isic-purpose': <VenueDrawing />,
  'isic-term': <PrintedTermDrawing />,
};

/** The drawing of one step. */
export const ByEyeDrawing = ({ step }: { readonly step: EyeStep }) => drawings[step];
