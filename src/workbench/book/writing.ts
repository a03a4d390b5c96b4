import { assertInGrid, contains, intersect, union } from './a1.ts';
import {
  BookError,
  type Area,
  type CellFormat,
  type CellInput,
  type CellValue,
  type ChangeSource,
} from './book.ts';
import {
  asText,
  decimalText,
  InputReader,
  isGeneral,
  needsMoreDigits,
  type EngineInput,
} from './cell-input.ts';
import { cutRules } from './conditional-rules.ts';
import type { Core } from './core.ts';
import { CELL_TYPE } from './engine.ts';
import type { Reading } from './reading.ts';
import { fullRectangles, type EngineCell } from './rectangles.ts';
import { sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';
import { grown, subtract } from './state.ts';

/** Writes cells, contents and formats. Rows and columns count from 0 in everything public. */
export class Writing {
  readonly #core: Core;
  readonly #sheets: Sheets;
  readonly #reading: Reading;
  readonly #inputs: InputReader;

  constructor(core: Core, sheets: Sheets, reading: Reading) {
    this.#core = core;
    this.#sheets = sheets;
    this.#reading = reading;
    this.#inputs = new InputReader(core.engine);
  }

  /** As `range.values = …`: null leaves a cell, merged cells but the first are left out as in Excel. */
  write(place: SheetPlace, area: Area, cells: CellInput[][], source: ChangeSource): void {
    assertInGrid(area);
    if (cells.length !== area.rows || cells.some((line) => line.length !== area.columns)) {
      throw new BookError(
        'InvalidArgument',
        `The number of rows or columns in the input array doesn't match the size or dimensions of the range.`,
      );
    }
    this.#core.step(() => {
      const covered = coveredByMerges(this.#core.sheetState(place.key).merges, area);
      const written: { row: number; column: number; input: CellValue }[] = [];
      cells.forEach((line, rowOffset) => {
        line.forEach((input, columnOffset) => {
          const row = area.row + rowOffset;
          const column = area.column + columnOffset;
          if (input !== null && !covered(row, column)) written.push({ row, column, input });
        });
      });
      if (this.#core.protectedSheets.has(place.key)) {
        this.#core.assertUnlocked(
          place.key,
          written.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
        );
      }
      this.put(
        place,
        area,
        written.map(({ row, column, input }) => this.#engineCell(place, row, column, input)),
      );
      if (written.some(({ input }) => typeof input === 'number' && needsMoreDigits(input))) {
        this.#core.setSheetState(place.key, { longNumbers: true });
      }
      if (written.length > 0) this.#core.emit({ kind: 'cells', sheetId: sheetIdOf(place.key), area, source });
    });
  }

  /**
   * Inside a step. Cells that keep their style are set one by one, which is fastest; the others go through IronCalc's
   * paste, which sets content and style together, once for every full rectangle, because it would clear the gaps.
   */
  put(place: SheetPlace, area: Area, cells: EngineCell[]): void {
    if (cells.some(({ text }) => mayBeFormula(text))) this.#core.expectFormulas();
    const { version } = this.#core;
    const isPlain = (cell: EngineCell): boolean => !cell.restyled && !cell.text.startsWith("'");
    const plain = cells.filter(isPlain);
    if (plain.length > 0) {
      this.#core.change((model) => {
        for (const { row, column, text } of plain) model.setUserInput(place.index, row + 1, column + 1, text);
      });
    }
    const styled = plain.length === cells.length ? [] : cells.filter((cell) => !isPlain(cell));
    for (const { corner, end, rows } of fullRectangles(styled)) {
      this.#sheets.withSelection(place.index, { ...corner, rows: 1, columns: 1 }, () => {
        const source: [number, number, number, number] = [
          corner.row + 1,
          corner.column + 1,
          end.row + 1,
          end.column + 1,
        ];
        this.#core.change((model) => model.pasteFromClipboard(place.index, source, rows, false));
      });
    }
    if (cells.length > 0) this.grow(place, area);
    this.#reading.wrote(place, cells, version);
  }

  /** Inside a step: remembers that the area may have content. */
  grow(place: SheetPlace, area: Area): void {
    const { extent } = this.#core.sheetState(place.key);
    const next = grown(extent, area);
    if (next !== extent) this.#core.setSheetState(place.key, { extent: next });
  }

  /** What stands in a cell, as the input and style that would put the same there again. */
  engineCell(place: SheetPlace, row: number, column: number): EngineCell {
    const model = this.#core.fresh();
    const content = model.getCellContent(place.index, row + 1, column + 1);
    const type = model.getCellType(place.index, row + 1, column + 1);
    const { style } = model.getCellStyle(place.index, row + 1, column + 1);
    if (type !== CELL_TYPE.text) {
      return { row, column, text: withoutExponent(content), style, restyled: true };
    }
    const shown = model.getFormattedCellValue(place.index, row + 1, column + 1);
    const isFormula = content.startsWith('=') && shown !== content;
    const text = isFormula ? content : asText(shown).text;
    return { row, column, text, style, restyled: true };
  }

  setNumberFormats(place: SheetPlace, area: Area, formats: (string | null)[][], source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      for (const [format, part] of sameFormatRuns(area, formats)) {
        this.#style(place, part, 'num_fmt', format === '' || isGeneral(format) ? 'general' : format);
      }
      this.#formatted(place, area, source);
    });
  }

  setFormat(place: SheetPlace, area: Area, format: Partial<CellFormat>, source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const paths: [string, string | undefined | null][] = [
        [
          'num_fmt',
          format.numberFormat && (isGeneral(format.numberFormat) ? 'general' : format.numberFormat),
        ],
        ['font.b', format.bold?.toString()],
        ['font.i', format.italic?.toString()],
        ['font.color', format.fontColor === null ? '' : format.fontColor],
        ['fill.color', format.fillColor === null ? '' : format.fillColor],
        ['alignment.horizontal', format.horizontalAlignment?.toLowerCase()],
        ['alignment.wrap_text', format.wrapText?.toString()],
      ];
      for (const [path, value] of paths) {
        if (value !== undefined && value !== null) this.#style(place, area, path, value);
      }
      if (format.locked !== undefined) this.setLocked(place, area, format.locked);
      this.#formatted(place, area, source);
    });
  }

  /** Inside a step. */
  setLocked(place: SheetPlace, area: Area, locked: boolean): void {
    const { unlocked } = this.#core.sheetState(place.key);
    this.#core.setSheetState(place.key, {
      unlocked: locked ? cutOut(unlocked, area) : [...cutOut(unlocked, area), area],
    });
  }

  clear(place: SheetPlace, area: Area, what: 'All' | 'Contents' | 'Formats', source: ChangeSource): void {
    assertInGrid(area);
    this.#core.step(() => {
      this.#core.assertUnlocked(place.key, [area]);
      const { extent, formatExtent, links } = this.#core.sheetState(place.key);
      const known = what === 'Contents' ? extent : grown(extent, { row: 0, column: 0, ...formatExtent });
      const part =
        known.rows > 0 && known.columns > 0 ? intersect(area, { row: 0, column: 0, ...known }) : null;
      if (part) {
        const corners = [
          part.row + 1,
          part.column + 1,
          part.row + part.rows,
          part.column + part.columns,
        ] as const;
        this.#core.change((model) => {
          if (what === 'Contents') model.rangeClearContents(place.index, ...corners);
          else if (what === 'Formats') model.rangeClearFormatting(place.index, ...corners);
          else model.rangeClearAll(place.index, ...corners);
        });
      }
      if (what === 'All') {
        this.#core.setSheetState(place.key, { links: links.filter((link) => !contains(area, link.area)) });
      }
      if (what !== 'Contents') this.#clearConditionalFormats(place, area);
      const sheetId = sheetIdOf(place.key);
      this.#core.emit({ kind: what === 'Formats' ? 'formats' : 'cells', sheetId, area, source });
    });
  }

  #clearConditionalFormats(place: SheetPlace, area: Area): void {
    const { conditionalFormats } = this.#core.sheetState(place.key);
    const rest = cutRules(this.#core.engine, conditionalFormats, [area]);
    if (rest !== conditionalFormats) this.#core.setSheetState(place.key, { conditionalFormats: rest });
  }

  #style(place: SheetPlace, area: Area, path: string, value: string): void {
    const range = {
      sheet: place.index,
      row: area.row + 1,
      column: area.column + 1,
      width: area.columns,
      height: area.rows,
    };
    this.#core.restyle((model) => model.updateRangeStyle(range, path, value));
  }

  #formatted(place: SheetPlace, area: Area, source: ChangeSource): void {
    const { formatExtent } = this.#core.sheetState(place.key);
    const bounded = area.rows < 1_048_576 && area.columns < 16_384;
    const next = bounded ? grown(formatExtent, area) : formatExtent;
    if (next !== formatExtent) this.#core.setSheetState(place.key, { formatExtent: next });
    this.#core.emit({ kind: 'formats', sheetId: sheetIdOf(place.key), area, source });
  }

  #engineCell(place: SheetPlace, row: number, column: number, input: CellValue): EngineCell {
    const { style } = this.#core.model.getCellStyle(place.index, row + 1, column + 1);
    const read: EngineInput = this.#inputs.read(input, style.num_fmt === '@');
    const numberFormat =
      read.numberFormat !== null && isGeneral(style.num_fmt) ? read.numberFormat : style.num_fmt;
    const restyled = numberFormat !== style.num_fmt || read.quotePrefix !== style.quote_prefix;
    return {
      row,
      column,
      text: read.text,
      style: restyled ? { ...style, num_fmt: numberFormat, quote_prefix: read.quotePrefix } : style,
      restyled,
    };
  }
}

/** IronCalc makes a formula also of `+1+1` and of `-wire`. */
function mayBeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text) && !Number.isFinite(Number(text));
}

/** Which cells of the area lie under a merged one: they cannot be written. */
function coveredByMerges(merges: readonly Area[], area: Area): (row: number, column: number) => boolean {
  const near = merges.filter((merge) => intersect(merge, area) !== null);
  return (row, column) =>
    near.some(
      (merge) =>
        (row !== merge.row || column !== merge.column) &&
        contains(merge, { row, column, rows: 1, columns: 1 }),
    );
}

/** A content of fifteen digits can have an exponent, which would change the cell's format when it is put back. */
function withoutExponent(content: string): string {
  return /^-?\d(\.\d+)?e-?\d+$/.test(content) ? decimalText(Number(content)) : content;
}

/** Columns of one format become one call, and equal neighbouring columns one area. */
function sameFormatRuns(area: Area, formats: (string | null)[][]): [string, Area][] {
  const runs: [string, Area][] = [];
  for (let columnOffset = 0; columnOffset < area.columns; columnOffset += 1) {
    for (let rowOffset = 0; rowOffset < area.rows;) {
      const format = formats[rowOffset]?.[columnOffset] ?? null;
      let end = rowOffset + 1;
      while (end < area.rows && (formats[end]?.[columnOffset] ?? null) === format) end += 1;
      const run = {
        row: area.row + rowOffset,
        column: area.column + columnOffset,
        rows: end - rowOffset,
        columns: 1,
      };
      const beside = runs.find(
        ([other, part]) =>
          other === format &&
          part.row === run.row &&
          part.rows === run.rows &&
          part.column + part.columns === run.column,
      );
      if (beside) beside[1] = union(beside[1], run);
      else if (format !== null) runs.push([format, run]);
      rowOffset = end;
    }
  }
  return runs;
}

function cutOut(areas: readonly Area[], hole: Area): Area[] {
  return areas.flatMap((area) => subtract(area, hole));
}
