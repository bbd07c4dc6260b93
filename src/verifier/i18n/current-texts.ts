/**
 * The texts of the language in use. Components ask here each time they render, so that a language
 * added later changes this file and no component.
 */
import { pl } from './pl.ts';
import type { Texts } from './texts.ts';

/** The texts to show now. */
export const currentTexts = (): Texts => pl;
