import type {
  CellPosition,
  CellValue,
  ColumnMapping,
  SheetTable,
  TableReference,
  WriteBackPlan,
  WriteBackReport,
} from '../domain/index.ts';
import type { ProxyClient } from './api.ts';
import type { Clock } from './clock.ts';
import type { PaneStorage } from './storage.ts';

/** What the flows ask of the workbook; `src/excel` gives it. */
export interface ExcelDoor {
  readSelectedTable: () => Promise<SheetTable>;
  rereadTable: (reference: TableReference) => Promise<SheetTable>;
  applyWriteBack: (plan: WriteBackPlan) => Promise<WriteBackReport>;
  selectCell: (sheetId: string, position: CellPosition) => Promise<void>;
  readActiveCellNumber: () => Promise<{ value: CellValue; address: string }>;
  loadMapping: (reference: TableReference, header: readonly CellValue[]) => Promise<ColumnMapping | null>;
  saveMapping: (reference: TableReference, mapping: ColumnMapping) => Promise<void>;
  openUrl: (url: string) => void;
}

/** Everything outside the pane that its flows touch. */
export interface Desk {
  excel: ExcelDoor;
  proxy: ProxyClient;
  clock: Clock;
  storage: PaneStorage;
}

/** Used where a row names no currency: Nova pays US dollars only. */
export const defaultCurrency = 'USD';
