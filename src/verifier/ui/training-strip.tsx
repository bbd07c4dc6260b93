/** Stands across every screen of the training, so that nobody takes it for a check. */
import { currentTexts } from '../i18n/current-texts.ts';

/** The strip. */
export const TrainingStrip = () => <p class="training-strip">{currentTexts().training.strip}</p>;
