import { sheetSays } from '../words/index.ts';
import { ExcelError } from './errors.ts';
import { TEXT_FORMAT } from './result-formats.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** Excel on the web takes requests of at most 5 MB (Office Add-ins documentation, resource limits). */
const REQUEST_BYTES = 3_500_000;
const NAME = 'Nova results';

export interface ResultsSheet {
  sheetName: string;
  /** How many lines under the header were read back as they were written, of how many. */
  verified: number;
  expected: number;
}

/**
 * Writes lines of text, header first, all equally wide, to a new sheet of a name that is free, `Nova results` or with a
 * number behind it, and reads them back. Every cell has the text format, so that nothing becomes a formula or loses
 * digits; nothing that exists is touched. Throws what `withExcel` throws; `SheetProtectedError` where the workbook takes
 * no new sheets.
 */
export function writeResultsSheet(
  lines: readonly (readonly string[])[],
  options: ExcelOptions = {},
): Promise<ResultsSheet> {
  return withExcel(async (session) => {
    const { worksheets } = session.context.workbook;
    worksheets.load('name');
    await session.sync();
    const sheetName = freeName(worksheets.items.map(({ name }) => name));
    const sheet = worksheets.add(sheetName);
    const width = lines[0]?.length ?? 1;
    let verified = 0;
    for (const { start, part } of partsOf(lines)) {
      const range = sheet.getRangeByIndexes(start, 0, part.length, width);
      (range as { numberFormat: unknown }).numberFormat = TEXT_FORMAT;
      range.values = part.map((line) => line.map(asText));
      if (start === 0) range.getRow(0).format.font.bold = true;
      const back = sheet.getRangeByIndexes(start, 0, part.length, width);
      back.load('values');
      await session.sync();
      const held = back.values as unknown[][];
      verified += part.filter(
        (line, row) => start + row > 0 && line.every((text, column) => held[row]?.[column] === text),
      ).length;
    }
    sheet.getRangeByIndexes(0, 0, 1, width).format.columnWidth = 150;
    sheet.activate();
    await session.sync();
    return { sheetName, verified, expected: Math.max(0, lines.length - 1) };
  }, options);
}

/** Excel tells names of sheets apart without regard to case. */
function freeName(taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; number <= 1_000; number++) {
    const name = number === 1 ? NAME : `${NAME} ${number}`;
    if (!known.has(name.toLowerCase())) return name;
  }
  throw new ExcelError('results-sheets-full', sheetSays.tooManyResults);
}

/** The text format keeps all but what starts like a formula; an apostrophe of the text's own needs one before it. */
function asText(text: string): string {
  return /^[=+\-@'\t\r]/.test(text) ? `'${text}` : text;
}

function* partsOf(lines: readonly (readonly string[])[]) {
  let start = 0;
  let bytes = 0;
  for (const [index, line] of lines.entries()) {
    const lineBytes = line.reduce((sum, text) => sum + text.length * 3 + 6, 0);
    if (bytes + lineBytes > REQUEST_BYTES && index > start) {
      yield { start, part: lines.slice(start, index) };
      start = index;
      bytes = 0;
    }
    bytes += lineBytes;
  }
  yield { start, part: lines.slice(start) };
}
