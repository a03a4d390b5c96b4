import type { CellValue } from '../domain/index.ts';

/** Header texts are compared without regard to stray spaces and line breaks. */
export function headerText(value: CellValue): string {
  return String(value).replace(/\s+/g, ' ').trim();
}

export function headerTexts(header: readonly CellValue[]): string[] {
  return header.map(headerText);
}
