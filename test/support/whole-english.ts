import { english as loadedFirst } from '../../src/words/en/index.ts';
import { rules } from '../../src/words/en/rules.ts';
import type { Words } from '../../src/words/index.ts';

/** Every text in English, with what the pane loads apart. */
export const english: Words = { ...loadedFirst, rules };
