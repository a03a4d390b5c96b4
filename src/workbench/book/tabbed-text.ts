/** What is pasted as plain text: rows by line breaks, cells by tabs, quoted where a cell holds one of these. Always a rectangle. */
export function parseTabbedText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  const body = text.replace(/(\r\n|\n|\r)$/, '');
  for (let match = cells.exec(body); match; match = cells.exec(body)) {
    const [whole, cell = '', end] = match;
    const unquoted = cell.startsWith('"') && cell.endsWith('"') && cell.length > 1;
    rows.at(-1)?.push(unquoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
    if (whole === '') break;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}
