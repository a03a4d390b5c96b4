import type { Model } from '@ironcalc/wasm';
import { union } from './a1.ts';
import { BookError, type Area, type ChangeSource } from './book.ts';
import type { WorkbenchBook } from './ironcalc-book.ts';
import { autoFill, changeCells, copy, move, paste, type Clipboard, type GridArea } from './grid-actions.ts';
import { decorate, markFiltered } from './grid-look.ts';
import { parseTabbedText } from './tabbed-text.ts';
import { sheetIdOf, type SheetPlace } from './sheets.ts';

/** IronCalc's own type, because that is what its grid takes. */
export type GridModel = Model;

const PERSON: ChangeSource = 'person';

/** Calls of the grid that move the selection or the window only. */
const SELECTING = new Set([
  'onArrowDown',
  'onArrowLeft',
  'onArrowRight',
  'onArrowUp',
  'onNavigateToEdgeInDirection',
  'onPageDown',
  'onPageUp',
  'setSelectedCell',
  'setSelectedSheet',
]);
const EXTENDING = new Set(['onAreaSelecting', 'onExpandSelectedRange', 'setSelectedRange']);
const WINDOW = new Set(['setTopLeftVisibleCell', 'flushSendQueue']);
/** The book evaluates by itself; it would be wrong to let the grid decide. */
const IGNORED = new Set(['evaluate', 'pauseEvaluation', 'resumeEvaluation', 'applyExternalDiffs', 'free']);

/**
 * A model for IronCalc's grid: reads go to the real one, after formulas are computed, and what a person does goes
 * through the book, so that protection holds, tables and merges shift, and listeners hear of it. A refusal is told to
 * `onRefused` and does nothing else, because the grid does not expect one.
 */
export function createGridModel(book: WorkbenchBook, onRefused: (error: BookError) => void): GridModel {
  const { core, selecting } = book.parts;
  const own = ownMethods(book) as Record<string, (...values: never[]) => unknown>;
  const guarded = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
      onRefused(error);
      return undefined;
    }
  };
  return new Proxy(core.model, {
    get(model, property): unknown {
      const name = String(property);
      const original: unknown = Reflect.get(model, property, model);
      if (typeof original !== 'function') return original;
      const call = (values: unknown[]): unknown => Reflect.apply(original, model, values);
      const ours = own[name];
      if (ours) return (...values: never[]) => guarded(() => ours(...values));
      if (IGNORED.has(name)) return () => undefined;
      if (WINDOW.has(name)) return (...values: unknown[]) => call(values);
      if (SELECTING.has(name) || EXTENDING.has(name)) {
        return (...values: unknown[]) => {
          const before = book.selection();
          call(values);
          selecting.gridSelected(before, EXTENDING.has(name));
          if (before.sheetId !== book.activeSheetId()) {
            core.emit({ kind: 'activated', sheetId: book.activeSheetId(), source: PERSON });
          }
        };
      }
      if (/^(get|can|copy|resolve|is|to|cycle)/.test(name)) {
        return (...values: unknown[]) => {
          core.fresh();
          return call(values);
        };
      }
      return (...values: unknown[]) => guarded(() => core.step(() => otherChange(book, () => call(values))));
    },
  });
}

/** Colours, borders, heights, conditional formats: on the selected sheet, and not while it is protected. */
function otherChange(book: WorkbenchBook, call: () => unknown): unknown {
  const { core, sheets } = book.parts;
  const { sheetId, areas } = book.selection();
  core.assertUnprotected(sheets.place(sheetId).key);
  const result = core.change(call);
  const area = areas.reduce(union);
  core.emit({ kind: 'formats', sheetId, area, source: PERSON });
  return result;
}

function ownMethods(book: WorkbenchBook): Partial<{ [name in keyof Model]: unknown }> {
  const { core, sheets, writing, structure, selecting } = book.parts;
  const place = (index: number): SheetPlace => sheets.place(sheetIdOf(sheets.keyOf(index)));
  const id = (index: number): string => sheetIdOf(sheets.keyOf(index));
  const corners = (row: number, column: number, lastRow: number, lastColumn: number): Area => ({
    row: row - 1,
    column: column - 1,
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
  });
  const sheetStep = (call: () => void): void =>
    core.step(() => {
      core.change(call);
      core.emit({ kind: 'sheets', source: PERSON });
    });
  return {
    setUserInput: (sheet: number, row: number, column: number, text: string) =>
      book.type(id(sheet), row - 1, column - 1, text),
    insertRows: (sheet: number, row: number, count: number) =>
      structure.insert(place(sheet), 'rows', row - 1, count, PERSON),
    deleteRows: (sheet: number, row: number, count: number) =>
      structure.delete(place(sheet), 'rows', row - 1, count, PERSON),
    insertColumns: (sheet: number, column: number, count: number) =>
      book.insertColumns(id(sheet), column - 1, count, PERSON),
    deleteColumns: (sheet: number, column: number, count: number) =>
      structure.delete(place(sheet), 'columns', column - 1, count, PERSON),
    setRowsHidden: (sheet: number, first: number, last: number, hidden: boolean) =>
      structure.setRowsHidden(place(sheet), first - 1, last - first + 1, hidden, PERSON),
    setColumnsHidden: (sheet: number, first: number, last: number, hidden: boolean) =>
      structure.setColumnsHidden(place(sheet), first - 1, last - first + 1, hidden, PERSON),
    rangeClearContents: (sheet: number, ...ends: [number, number, number, number]) =>
      writing.clear(place(sheet), corners(...ends), 'Contents', PERSON),
    rangeClearAll: (sheet: number, ...ends: [number, number, number, number]) =>
      writing.clear(place(sheet), corners(...ends), 'All', PERSON),
    rangeClearFormatting: (sheet: number, ...ends: [number, number, number, number]) =>
      writing.clear(place(sheet), corners(...ends), 'Formats', PERSON),
    pasteCsvText: (area: { sheet: number; row: number; column: number }, text: string) => {
      const cells = parseTabbedText(text);
      const target = {
        row: area.row - 1,
        column: area.column - 1,
        rows: cells.length,
        columns: cells[0]?.length ?? 1,
      };
      book.write(id(area.sheet), target, cells, PERSON);
      book.select(id(area.sheet), [target], PERSON);
    },
    pasteFromClipboard: (
      sheet: number,
      range: [number, number, number, number],
      data: Clipboard,
      cut: boolean,
    ) => paste(book, place(sheet), range, data, cut),
    copyToClipboard: () => copy(book),
    autoFillRows: (area: GridArea, to: number) => autoFill(book, place(area.sheet), area, { row: to }),
    autoFillColumns: (area: GridArea, to: number) => autoFill(book, place(area.sheet), area, { column: to }),
    moveRows: (sheet: number, row: number, count: number, delta: number) =>
      move(book, place(sheet), 'rows', row - 1, count, delta),
    moveColumns: (sheet: number, column: number, count: number, delta: number) =>
      move(book, place(sheet), 'columns', column - 1, count, delta),
    setUserArrayFormula: (
      sheet: number,
      row: number,
      column: number,
      width: number,
      height: number,
      formula: string,
    ) => {
      const area = { row: row - 1, column: column - 1, rows: height, columns: width };
      changeCells(book, place(sheet), area, () =>
        core.model.setUserArrayFormula(sheet, row, column, width, height, formula),
      );
    },
    newSheet: () => sheetStep(() => core.model.newSheet()),
    duplicateSheet: (sheet: number) => sheetStep(() => core.model.duplicateSheet(sheet)),
    moveSheet: (sheet: number, to: number) => sheetStep(() => core.model.moveSheet(sheet, to)),
    deleteSheet: (sheet: number) => sheets.delete(id(sheet), PERSON),
    renameSheet: (sheet: number, name: string) => sheets.rename(id(sheet), name, PERSON),
    hideSheet: (sheet: number) => sheets.setVisibility(id(sheet), 'Hidden', PERSON),
    unhideSheet: (sheet: number) => sheets.setVisibility(id(sheet), 'Visible', PERSON),
    undo: () => book.undo(),
    redo: () => book.redo(),
    canUndo: () => book.canUndo(),
    canRedo: () => book.canRedo(),
    setWindowHeight: (height: number) => {
      core.model.setWindowHeight(height);
      selecting.setWindow({ height });
    },
    setWindowWidth: (width: number) => {
      core.model.setWindowWidth(width);
      selecting.setWindow({ width });
    },
    getFormattedCellValue: (sheet: number, row: number, column: number) => {
      core.fresh();
      return markFiltered(book, sheet, row, column, book.parts.reading.shownText(sheet, row, column));
    },
    getCellStyle: (sheet: number, row: number, column: number) =>
      decorate(book, sheet, row, column, core.fresh().getCellStyle(sheet, row, column)),
  };
}
