import type { CellValue } from './sheet-table.ts';

/** Case, punctuation, asterisks and line breaks carry no meaning in a header: `* Net\nAmount:` is `net amount`. */
export function normalizeHeader(header: CellValue): string {
  return String(header)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every way of typing a header without its accents: `währung`, `wahrung` and `waehrung` of the first. */
export function withoutAccents(header: string): readonly string[] {
  const bare = header.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  const spelled = header.replace(/[äöü]/g, (letter) => `${letter.normalize('NFD').charAt(0)}e`);
  return [...new Set([header, bare, spelled])];
}

/** Without what stands in brackets, which is often a unit or a hint: `Amount (USD)`. */
export function withoutBrackets(header: CellValue): string {
  return normalizeHeader(String(header).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}
