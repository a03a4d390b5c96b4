/** The French of `../en/strings.ts`. */
import type { Words } from '../language.ts';
import { checkStrings } from './strings/check.ts';
import { paneStrings } from './strings/pane.ts';
import { previewStrings } from './strings/preview.ts';
import { resultStrings } from './strings/result.ts';

export const strings: Words['strings'] = {
  ...paneStrings,
  ...checkStrings,
  ...previewStrings,
  ...resultStrings,
};
