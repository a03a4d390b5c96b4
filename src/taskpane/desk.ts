import type {
  CellPosition,
  CellValue,
  CheckSettings,
  ColumnMapping,
  FieldMapping,
  SheetTable,
  TableField,
  TableForm,
  TableCandidate,
  TableReference,
  WriteBackPlan,
  WriteBackReport,
} from '../domain/index.ts';
import type {
  CellCorrection,
  CellMark,
  CorrectionReport,
  ReadOptions as ReadTableOptions,
  ResultsSheet,
  SelectionPeek,
  WorkbookNova,
} from '../excel/index.ts';
import type { ProxyClient } from './api.ts';
import type { Clock } from './clock.ts';
import type { PaneStorage } from './storage.ts';

/** `onRowsRead` hears how far the reading of a table is that takes several requests; `form` says what it is for. */
export type ReadOptions = Pick<ReadTableOptions, 'onRowsRead' | 'form'>;

/** What the flows ask of the workbook; `src/excel` gives it. */
export interface ExcelDoor {
  readSelectedTable: (options?: ReadOptions) => Promise<SheetTable>;
  rereadTable: (reference: TableReference, options?: ReadOptions) => Promise<SheetTable>;
  listCandidates: () => Promise<TableCandidate[]>;
  readCandidate: (candidate: TableCandidate, options?: ReadOptions) => Promise<SheetTable>;
  /** What a check at the selection would take, as far as that is known without reading it. */
  peekSelection: () => Promise<SelectionPeek>;
  /** Calls back whenever something else is selected; answers with the way to stop. */
  watchSelection: (onChange: () => void) => Promise<() => Promise<void>>;
  /** Where the user's own total for a table stands; null when nobody has said so. */
  loadTieOutCell: (reference: TableReference) => Promise<string | null>;
  /** Null forgets it. */
  saveTieOutCell: (reference: TableReference, address: string | null) => Promise<void>;
  /** The id of the Excel table that something was sent from last in a place of the pane. */
  loadLastTable: (place: string) => Promise<string | null>;
  saveLastTable: (place: string, reference: TableReference) => Promise<void>;
  /** Calls back when a person changes the table's sheet, not for our own writes; answers with the way to stop. */
  watchTable: (reference: TableReference, onChange: () => void) => Promise<() => Promise<void>>;
  markCells: (reference: TableReference, marks: readonly CellMark[]) => Promise<void>;
  clearMarks: () => Promise<void>;
  applyCorrections: (
    reference: TableReference,
    corrections: readonly CellCorrection[],
  ) => Promise<CorrectionReport>;
  applyWriteBack: (plan: WriteBackPlan<unknown>) => Promise<WriteBackReport>;
  /** Lines of text, header first, to a new sheet; nothing that exists is touched. */
  writeResultsSheet: (lines: readonly (readonly string[])[]) => Promise<ResultsSheet>;
  selectCell: (sheetId: string, position: CellPosition) => Promise<void>;
  readActiveCellNumber: () => Promise<{ value: CellValue; address: string }>;
  /** Null when the cell is not there any more. */
  readCell: (address: string) => Promise<CellValue | null>;
  /** Null when this workbook has none of its own. */
  loadCheckSettings: () => Promise<CheckSettings | null>;
  saveCheckSettings: (settings: CheckSettings) => Promise<void>;
  loadMapping: (reference: TableReference, header: readonly CellValue[]) => Promise<ColumnMapping | null>;
  loadMappingFor: <F extends TableField>(
    form: TableForm<F>,
    reference: TableReference,
    header: readonly CellValue[],
  ) => Promise<FieldMapping<F> | null>;
  saveMappingFor: <F extends TableField>(
    form: TableForm<F>,
    reference: TableReference,
    mapping: FieldMapping<F>,
  ) => Promise<void>;
  saveMapping: (reference: TableReference, mapping: ColumnMapping) => Promise<void>;
  /** On which Nova the workbook's ids are; null while nothing was staged from it. */
  loadWorkbookNova: () => Promise<WorkbookNova | null>;
  saveWorkbookNova: (nova: WorkbookNova | null) => Promise<void>;
  /** The names by which the ledger may know this workbook, the present one first. */
  loadWorkbookNames: () => Promise<string[]>;
  /** Before something is sent under the present name. */
  rememberWorkbookName: () => Promise<void>;
  /** Whether Excel opens the pane by itself with this workbook. */
  loadOpensWithWorkbook: () => Promise<boolean>;
  saveOpensWithWorkbook: (opens: boolean) => Promise<void>;
  openUrl: (url: string) => void;
}

/** Whether anybody can see the pane. */
export interface PageDoor {
  isVisible: () => boolean;
  /** Calls back whenever that changes. */
  onVisibility: (listener: () => void) => void;
  /** Calls the listener whenever somebody comes from the sheet into the pane. */
  onEntered: (listener: () => void) => void;
}

/** Everything outside the pane that its flows touch. */
export interface Desk {
  excel: ExcelDoor;
  proxy: ProxyClient;
  clock: Clock;
  storage: PaneStorage;
  page: PageDoor;
}

/** The same desk for what the pane does by itself, so that a pane that is left open keeps nobody signed in. */
export function byItself(desk: Desk): Desk {
  return {
    excel: desk.excel,
    storage: desk.storage,
    page: desk.page,
    clock: desk.clock,
    get proxy() {
      return desk.proxy.automatic();
    },
  };
}

/** Until the workbook says otherwise. Nova pays US dollars only. */
export const defaultSettings: CheckSettings = { defaultCurrency: 'USD', escalated: [] };
