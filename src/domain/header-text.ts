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

/** Without what stands in brackets, which is often a unit or a hint: `Amount (USD)`. */
export function withoutBrackets(header: CellValue): string {
  return normalizeHeader(String(header).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}
