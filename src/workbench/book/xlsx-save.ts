import { Workbook, type CellValue as FileValue, type Worksheet } from '@cj-tech-master/excelts';
import { formatAddress, intersect } from './a1.ts';
import { BookError, type Area, type Book, type CellValue, type SheetInfo } from './book.ts';
import type { WorkbenchBook } from './ironcalc-book.ts';
import type { SheetPlace } from './sheets.ts';
import { isCovered, type TableState } from './state.ts';
import { writeConditionalFormats } from './xlsx-conditional.ts';
import { withWebExtension } from './web-extension.ts';
import { fromEngineStyle } from './xlsx-style.ts';

const PIXELS_PER_CHARACTER = 8;
const DEFAULT_WIDTH = 90;
const STATES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** Functions younger than the file format, which Excel finds in a file under a prefix only. */
const PREFIXED = new Map(
  'XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY TEXTJOIN CONCAT IFS SWITCH MAXIFS MINIFS IFNA XOR LET LAMBDA'
    .split(' ')
    .map((name): [string, string] => [name, `_xlfn.${name}`]),
)
  .set('FILTER', '_xlfn._xlws.FILTER')
  .set('SORT', '_xlfn._xlws.SORT');

/** Writes the book as an `.xlsx`. Of a filter, Excel's arrows and the hidden rows are kept; its criteria are not. */
export async function saveXlsx(book: Book): Promise<Uint8Array> {
  const source = asWorkbenchBook(book);
  const file = new Workbook();
  file.properties.date1904 = source.date1904;
  for (const sheet of source.sheets()) await saveSheet(source, sheet, file);
  const active = source.sheets().findIndex(({ id }) => id === source.activeSheetId());
  file.views = [
    { x: 0, y: 0, width: 24_000, height: 15_000, firstSheet: 0, activeTab: active, visibility: 'visible' },
  ];
  for (const { name, formula, sheetId } of source.names()) {
    if (sheetId === undefined && /^=('[^']+'|[\w.]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/.test(formula)) {
      file.definedNames.add(formula.slice(1), name);
    }
  }
  const bytes = new Uint8Array(await file.xlsx.writeBuffer());
  return withWebExtension(bytes, source.settings, source.webExtension);
}

function asWorkbenchBook(book: Book): WorkbenchBook {
  if (!('parts' in book))
    throw new BookError('InvalidArgument', 'Only a workbook of the workbench can be saved.');
  return book as WorkbenchBook;
}

async function saveSheet(book: WorkbenchBook, sheet: SheetInfo, file: Workbook): Promise<void> {
  const place = book.parts.sheets.place(sheet.id);
  const { model } = book.parts.core;
  const worksheet = file.addWorksheet(sheet.name, { state: STATES[sheet.visibility] });
  const state = book.parts.core.sheetState(place.key);
  for (const table of state.tables) saveTable(book, sheet, table, worksheet);
  const used = book.usedArea(sheet.id, false);
  if (used) {
    saveCells(book, place, sheet, used, worksheet);
    saveSizes(book, place, used, worksheet);
  }
  for (const { area, address, screenTip } of state.links) {
    const cell = worksheet.getCell(area.row + 1, area.column + 1);
    // What the cell holds now, whatever the link was made with; without a text there is nothing to click.
    if (cell.text === '') continue;
    cell.value = {
      text: cell.text,
      hyperlink: address,
      ...(screenTip === undefined ? {} : { tooltip: screenTip }),
    };
  }
  for (const merge of state.merges) worksheet.mergeCellsWithoutStyle(formatAddress(merge));
  writeConditionalFormats(state.conditionalFormats, worksheet);
  const inTable = state.tables.some((table) => state.filter && intersect(table.area, state.filter.area));
  if (state.filter && !inTable) worksheet.autoFilter = formatAddress(state.filter.area);
  const ySplit = model.getFrozenRowsCount(place.index);
  const xSplit = model.getFrozenColumnsCount(place.index);
  if (ySplit > 0 || xSplit > 0) worksheet.views = [{ state: 'frozen', xSplit, ySplit }];
  if (sheet.protected) await worksheet.protect('', {});
}

function saveCells(
  book: WorkbenchBook,
  place: SheetPlace,
  sheet: SheetInfo,
  used: Area,
  worksheet: Worksheet,
): void {
  const values = book.values(sheet.id, used);
  const formulas = book.formulas(sheet.id, used);
  const { unlocked } = book.parts.core.sheetState(place.key);
  const model = book.parts.core.fresh();
  const plain = JSON.stringify(model.getCellStyle(place.index, 1_048_576, 16_384).style);
  values.forEach((line, rowOffset) => {
    line.forEach((value, columnOffset) => {
      const row = used.row + rowOffset;
      const column = used.column + columnOffset;
      const formula = formulas[rowOffset]?.[columnOffset] ?? '';
      const { style } = model.getCellStyle(place.index, row + 1, column + 1);
      const locked = !isCovered({ row, column, rows: 1, columns: 1 }, unlocked);
      const isStyled = !locked || JSON.stringify(style) !== plain;
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
      if (value === '' && !isFormula && !isStyled) return;
      const cell = worksheet.getCell(row + 1, column + 1);
      const spill = isFormula ? book.spillArea(sheet.id, row, column) : null;
      cell.value = isFormula ? fileFormula(String(formula), value, spill) : fileValue(value);
      if (isStyled) cell.style = fromEngineStyle(style, model, locked);
    });
  });
}

function saveSizes(book: WorkbenchBook, place: SheetPlace, used: Area, worksheet: Worksheet): void {
  const { model } = book.parts.core;
  for (let row = 1; row <= used.row + used.rows; row += 1) {
    if (model.getRowHeight(place.index, row) === 0) worksheet.getRow(row).hidden = true;
  }
  for (let column = 1; column <= used.column + used.columns; column += 1) {
    const width = model.getColumnWidth(place.index, column);
    if (width === 0) worksheet.getColumn(column).hidden = true;
    else if (width !== DEFAULT_WIDTH) worksheet.getColumn(column).width = width / PIXELS_PER_CHARACTER;
  }
}

function saveTable(book: WorkbenchBook, sheet: SheetInfo, table: TableState, worksheet: Worksheet): void {
  const { area, showHeaders, showTotals } = table;
  const values = book.values(sheet.id, area);
  const headers = book.texts(sheet.id, { ...area, rows: 1 })[0] ?? [];
  const totals = showTotals
    ? book.formulas(sheet.id, { ...area, row: area.row + area.rows - 1, rows: 1 })[0]
    : [];
  const rows = values.slice(showHeaders ? 1 : 0, showTotals ? -1 : undefined);
  worksheet.addTable({
    name: table.name,
    displayName: table.name,
    ref: formatAddress({ ...area, rows: 1, columns: 1 }),
    headerRow: showHeaders,
    totalsRow: showTotals,
    style: { theme: table.style, showRowStripes: true },
    columns: headers.map((header, index) => ({
      name: showHeaders ? header : `Column${index + 1}`,
      filterButton: true,
      ...totalsOf(totals?.[index] ?? ''),
    })),
    rows: rows.map((line) => line.map(fileValue)),
  });
}

function totalsOf(total: CellValue): {
  totalsRowLabel?: string;
  totalsRowFunction?: 'custom';
  totalsRowFormula?: string;
} {
  if (typeof total === 'string' && total.startsWith('=')) {
    return { totalsRowFunction: 'custom', totalsRowFormula: total.slice(1) };
  }
  return total === '' ? {} : { totalsRowLabel: String(total) };
}

function fileFormula(formula: string, value: CellValue, spill: Area | null): FileValue {
  const prefixed = formula
    .slice(1)
    .replaceAll(
      /"(?:[^"]|"")*"|\b([A-Z]+)(?=\()/g,
      (text: string, name?: string) => PREFIXED.get(name ?? '') ?? text,
    );
  const result = fileValue(value) as string | number | boolean | { error: '#N/A' };
  return spill
    ? ({ formula: prefixed, result, shareType: 'array', ref: formatAddress(spill) } as unknown as FileValue)
    : { formula: prefixed, result };
}

function fileValue(value: CellValue): FileValue {
  if (typeof value === 'string' && /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/.test(value)) {
    return { error: value as '#N/A' };
  }
  return value === '' ? null : value;
}
