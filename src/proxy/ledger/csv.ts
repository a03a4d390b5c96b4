/**
 * RFC 4180; where a spreadsheet would take a text for a formula, it gets an apostrophe before it. That is at its
 * beginning, and after a semicolon, a tab or a line break: a spreadsheet that splits at one of these, as many do by
 * their language, does not see that a comma's quotes hold the text together.
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' ? text.replace(beginningOfFormula, `$1'`) : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The wide forms of the four signs count as well where the system's language is Chinese, Japanese or Korean. */
const beginningOfFormula = /(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])/g;
