/** What the proxy has said, again in the language of the user. Its texts are loaded when the first of them is needed. */
import type { Said } from '../contract/index.ts';
import { inWords, type Sayings } from './in-words.ts';
import { currentLanguage, type Language } from './language.ts';
import { writingIn, type Writing } from './writing.ts';

const catalogues: Record<Language, () => Promise<Sayings>> = {
  en: async () => (await import('./en/said.ts')).said,
  de: async () => (await import('./de/said.ts')).said,
  fr: async () => (await import('./fr/said.ts')).said,
};

/** A message of the proxy, with what it says by keys where it does. */
interface Told {
  message: string;
  said?: Said | undefined;
}

/**
 * Says a message again in the language of this moment. Where the texts cannot be loaded, all messages stay as they came.
 * Never rejects.
 */
export async function loadSayAgain(): Promise<(told: Told) => string> {
  const language = currentLanguage();
  const sayings = await catalogues[language]().catch(() => null);
  const writing = writingIn(language);
  return (told) => (sayings === null ? told.message : again(told, sayings, writing));
}

/**
 * In English, as it came, where the message says nothing by keys, or something that this catalogue does not know because
 * the proxy is older or newer.
 */
function again({ message, said }: Told, sayings: Sayings, writing: Writing): string {
  if (said === undefined || said.length === 0) return message;
  try {
    return inWords(said, sayings, writing);
  } catch {
    // Half a message would be one that nobody meant.
    return message;
  }
}
