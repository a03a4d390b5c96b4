/** The word for a name that came from outside. Throws for one that has none: better no sentence than one with a hole. */
export function named(words: Readonly<Record<string, string>>, name: string): string {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word === undefined) throw new RangeError(`there is no word for ${name}`);
  return word;
}
