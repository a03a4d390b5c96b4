/**
 * The door of the proxy: what it says to people, by keys and values, and in English, whoever asks. The pane says it again
 * in the language of its user (`say-again.ts`).
 */
import type { Said, Sentence } from '../contract/index.ts';
import { said as english } from './en/said.ts';
import { inWords, type SaidKey, type Sayings } from './in-words.ts';
import { plainWriting } from './writing.ts';

export type { Compared } from './en/said-staging.ts';
export type { SaidKey } from './in-words.ts';

/** What a sentence is about; nothing for those that are always the same. */
type About<K extends SaidKey> = Parameters<Sayings[K]> extends [] ? [] : [values: Parameters<Sayings[K]>[0]];

/** One sentence of the catalogue with what it is about. */
export function told<K extends SaidKey>(key: K, ...about: About<K>): Sentence {
  return { key, values: about[0] ?? {} };
}

/** What the proxy answers: sentences in English, and what they were. */
export interface Telling {
  message: string;
  said: Said;
}

/** One sentence, or several that follow each other. */
export function say(sentences: Sentence | Said): Telling {
  const said = Array.isArray(sentences) ? sentences : [sentences];
  return { message: inWords(said, english, plainWriting), said };
}
