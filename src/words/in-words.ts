import type { Said, Sentence } from '../contract/index.ts';
import type { said as english } from './en/said.ts';
import type { Writing } from './writing.ts';

/** What the proxy says to people, by key. */
export type Sayings = typeof english;
/** The key of a sentence of the proxy. */
export type SaidKey = keyof Sayings;

type Saying = (values: Sentence['values'], writing: Writing) => string;

/** The sentences in the words of one language. Throws for a key or a value that it does not have, or cannot write. */
export function inWords(said: Said, sayings: Sayings, writing: Writing): string {
  return said.map(({ key, values }) => sayingOf(key, sayings)(whole(values), writing)).join(' ');
}

function sayingOf(key: string, sayings: Sayings): Saying {
  if (!Object.hasOwn(sayings, key)) throw new RangeError(`nothing is called ${key}`);
  return sayings[key as SaidKey] as Saying;
}

/** A value that is missing must not come out as the word "undefined". */
function whole(values: Sentence['values']): Sentence['values'] {
  return new Proxy(values, {
    get(target, name) {
      if (!Object.hasOwn(target, name)) throw new RangeError(`no value is called ${String(name)}`);
      return target[name as string];
    },
  });
}
