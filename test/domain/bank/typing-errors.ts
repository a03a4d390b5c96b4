/** The two errors that people make most when they copy a number. */

/** The text with each digit replaced by each of the other nine. */
export function singleDigitErrors(text: string): string[] {
  return [...text].flatMap((character, index) =>
    /[0-9]/.test(character)
      ? [...'0123456789']
          .filter((digit) => digit !== character)
          .map((digit) => text.slice(0, index) + digit + text.slice(index + 1))
      : [],
  );
}

/** The text with each two unequal neighbours in each other's place. */
export function adjacentTranspositions(text: string): string[] {
  return [...text].slice(1).flatMap((second, index) => {
    const first = text.charAt(index);
    return first === second ? [] : [text.slice(0, index) + second + first + text.slice(index + 2)];
  });
}
