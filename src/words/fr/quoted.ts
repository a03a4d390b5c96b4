/** As French quotes: inside the marks stands a space at which no line breaks. */
export function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}
