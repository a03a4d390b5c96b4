import { guideLines, lists, listTitles, type ListName } from './guide.ts';
import { cellXml, printSetUp, type SharedTexts } from './sheet-xml.ts';
import { columnLetter, mainNamespace, xmlHead } from './xml.ts';

const listNames = Object.keys(lists) as readonly ListName[];
/** The guide's text stands in column A; the lists begin in column C, with their titles in this row. */
const listRow = 3;
const listColumn = 2;
const charactersInALine = 95;

/** Where the cells of each drop-down stand: a defined name and what it refers to. */
export function listAreas(sheetName: string): [name: ListName, refersTo: string][] {
  return listNames.map((name, index) => {
    const letter = columnLetter(listColumn + index);
    return [name, `${sheetName}!$${letter}$${listRow + 1}:$${letter}$${listRow + lists[name].length}`];
  });
}

export function guideXml(texts: SharedTexts): string {
  const longest = Math.max(guideLines.length, ...listNames.map((name) => lists[name].length)) + listRow;
  const rows = Array.from({ length: longest }, (_, index) => {
    const row = index + 1;
    const cells = [guideCell(row, texts), ...listNames.map((name, at) => listCell(name, at, row, texts))];
    return `<row r="${row}"${height(guideLines[row - listRow] ?? '')}>${cells.join('')}</row>`;
  });
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    '<cols><col min="1" max="1" width="92" customWidth="1"/><col min="2" max="2" width="4" customWidth="1"/>',
    `<col min="3" max="${listColumn + listNames.length}" width="30" customWidth="1"/></cols>`,
    `<sheetData>${rows.join('')}</sheetData>${printSetUp(1)}</worksheet>`,
  ].join('');
}

/** Rows of wrapped text need a height that every program agrees on. */
function height(line: string): string {
  const lines = Math.ceil(line.length / charactersInALine);
  return lines > 1 ? ` ht="${lines * 15}" customHeight="1"` : '';
}

function guideCell(row: number, texts: SharedTexts): string {
  if (row === 1) return cellXml('A1', 'title', { text: 'Guide' }, texts);
  const line = guideLines[row - listRow];
  if (line === undefined) return '';
  const isHeading = line.startsWith('#');
  return cellXml(
    `A${row}`,
    isHeading ? 'heading' : 'paragraph',
    { text: isHeading ? line.slice(1) : line },
    texts,
  );
}

function listCell(name: ListName, at: number, row: number, texts: SharedTexts): string {
  const address = `${columnLetter(listColumn + at)}${row}`;
  if (row === listRow) return cellXml(address, 'heading', { text: listTitles[name] }, texts);
  const item = lists[name][row - listRow - 1];
  return item === undefined ? '' : cellXml(address, 'text', { text: item }, texts);
}
