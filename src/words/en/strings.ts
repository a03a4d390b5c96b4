/**
 * The pane's own texts, of payouts and of everything that all its places share. Names of buttons and fields are stable:
 * people write guides about them and tests look for them.
 */
import { checkStrings } from './strings/check.ts';
import { paneStrings } from './strings/pane.ts';
import { previewStrings } from './strings/preview.ts';
import { resultStrings } from './strings/result.ts';

export const strings = { ...paneStrings, ...checkStrings, ...previewStrings, ...resultStrings };
