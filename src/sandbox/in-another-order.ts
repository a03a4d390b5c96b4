/**
 * Nothing promises that things come back in the order sent, so here they never do: they are sorted by their ids,
 * which are as good as random, and turned by one where that happens to be the order sent. A single one stays.
 */
export function inAnotherOrder<T extends { readonly id: string }>(sent: readonly T[]): T[] {
  const shuffled = sent.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const first = shuffled[0];
  if (first === undefined || shuffled.some((item, index) => item !== sent[index])) return shuffled;
  return [...shuffled.slice(1), first];
}
