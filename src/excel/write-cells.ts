import type { ResultCell, ResultColumn } from '../domain/index.ts';
import type { PlacedTable } from './read-place.ts';
import type { PlacedResultColumns } from './result-columns.ts';
import type { ExcelSession } from './with-excel.ts';
import { cellsToWrite, writeRuns, type WriteRun } from './write-runs.ts';

/** Excel on the web takes requests of at most 5 MB (Office Add-ins documentation, resource limits); the rest is for the envelope. */
const REQUEST_BYTES = 3_500_000;
/** A range with its reference, and one assignment to it. */
const ACTION_BYTES = 1_200;
/** A link costs a range, an assignment and its texts. */
const LINK_BYTES = 1_600;
/** Links are set cell by cell, which is slow, so only so many; the ids stand without one. */
const LINKS_AT_MOST = 500;

const TEXT_FORMAT = '@';
/** The serial is UTC, and says so: people in several time zones look at one workbook. */
const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm "UTC"';

/** Wide enough for what they hold, in Office.js's unit, where a column of a new sheet has 48. */
const CREATED_WIDTHS: Record<ResultColumn, number> = {
  distributionId: 150,
  paymentId: 150,
  distributionStatus: 110,
  paymentStatus: 100,
  checkedAt: 130,
  message: 240,
};

/** Writes the cells of a plan in requests that fit, each with the formats that keep its values as they are. */
export async function writeCells(
  session: ExcelSession,
  cells: readonly ResultCell[],
  before: PlacedTable,
  columns: PlacedResultColumns,
): Promise<void> {
  const { table } = before;
  const pending = cellsToWrite(cells, table);
  const data = columns.range.getCell(1, 0);
  formatCreatedColumns(data, columns, before);
  const formats = formatsToSet(pending, before, columns);
  const requests = new RequestQueue(session);
  for (const run of writeRuns(pending, columns.offsets, table.hidden)) {
    for (const part of splitRun(run)) {
      await requests.add(bytesOf(part) + ACTION_BYTES * (1 + formats.size));
      writeRun(data, part, formats, before.isOnProtectedSheet);
    }
  }
  // A protected sheet refuses links, and with them the ids of the same request.
  const links = before.isOnProtectedSheet ? [] : linksToSet(pending);
  for (const { rowOffset, value, link } of links) {
    await requests.add(LINK_BYTES + link.length * 2);
    data.getCell(rowOffset, columns.offsets.distributionId).hyperlink = {
      address: link,
      textToDisplay: value,
      screenTip: 'Open in Nova',
    };
  }
  await requests.finish();
}

/** Sends what is queued whenever more would not fit into one request. */
class RequestQueue {
  readonly #session: ExcelSession;
  #bytes = 0;

  constructor(session: ExcelSession) {
    this.#session = session;
    session.context.application.suspendScreenUpdatingUntilNextSync();
  }

  /** Announces an action before it is queued. */
  async add(bytes: number): Promise<void> {
    if (this.#bytes > 0 && this.#bytes + bytes > REQUEST_BYTES) {
      await this.#session.sync();
      this.#session.context.application.suspendScreenUpdatingUntilNextSync();
      this.#bytes = 0;
    }
    this.#bytes += bytes;
  }

  async finish(): Promise<void> {
    await this.#session.sync();
  }
}

/** A protected sheet may take values in unlocked cells and still refuse formats. */
function formatCreatedColumns(data: Excel.Range, columns: PlacedResultColumns, before: PlacedTable): void {
  const { table } = before;
  const rowCount = table.values.length - (table.hasTotalsRow ? 1 : 0);
  if (rowCount === 0 || before.isOnProtectedSheet) return;
  for (const column of columns.created) {
    const range = data.getOffsetRange(0, columns.offsets[column]).getResizedRange(rowCount - 1, 0);
    setNumberFormat(range, formatOf(column));
    range.format.columnWidth = CREATED_WIDTHS[column];
  }
}

/** Formats for columns that were there before and would not keep the values as they are, by column offset. */
function formatsToSet(
  pending: readonly ResultCell[],
  { table, isOnProtectedSheet }: PlacedTable,
  columns: PlacedResultColumns,
): Map<number, string> {
  const formats = new Map<number, string>();
  if (isOnProtectedSheet) return formats;
  for (const { rowOffset, column } of pending) {
    const offset = columns.offsets[column];
    const current = table.numberFormats[rowOffset]?.[offset];
    if (current !== undefined && !keeps(column, current)) formats.set(offset, formatOf(column));
  }
  return formats;
}

function formatOf(column: ResultColumn): string {
  return column === 'checkedAt' ? DATE_TIME_FORMAT : TEXT_FORMAT;
}

/** A date format of the user's own is left as it is. */
function keeps(column: ResultColumn, format: string): boolean {
  return column === 'checkedAt' ? /[ymdh]/i.test(format) : format === TEXT_FORMAT;
}

function writeRun(
  data: Excel.Range,
  run: WriteRun,
  formats: ReadonlyMap<number, string>,
  isUnformatted: boolean,
): void {
  const first = data.getOffsetRange(run.rowOffset, run.columnOffset);
  const width = run.values[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const format = formats.get(run.columnOffset + column);
    if (format === undefined) continue;
    setNumberFormat(first.getOffsetRange(0, column).getResizedRange(run.values.length - 1, 0), format);
  }
  first.getResizedRange(run.values.length - 1, width - 1).values = run.values.map((row) =>
    row.map((value) => asText(value, isUnformatted)),
  );
}

/**
 * An apostrophe in front makes text of what Excel would take for a formula; in a cell that does not have the text
 * format also of what it would take for a number, a date or a boolean.
 */
function asText(value: string | number | null, isUnformatted: boolean): string | number | null {
  if (typeof value !== 'string' || value === '' || value.startsWith("'")) return value;
  return isUnformatted || /^[=+\-@]/.test(value) ? `'${value}` : value;
}

/** One format for all cells of a range, which Excel takes as a single value though the typings want one per cell. */
function setNumberFormat(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}

/** In parts that fit into one request each. */
function splitRun(run: WriteRun): WriteRun[] {
  const rowBytes = bytesOf(run) / run.values.length;
  const rowsPerPart = Math.max(1, Math.floor(REQUEST_BYTES / 2 / rowBytes));
  const parts: WriteRun[] = [];
  for (let start = 0; start < run.values.length; start += rowsPerPart) {
    const values = run.values.slice(start, start + rowsPerPart);
    parts.push({ ...run, rowOffset: run.rowOffset + start, values });
  }
  return parts;
}

function bytesOf(run: WriteRun): number {
  return new TextEncoder().encode(JSON.stringify(run.values)).length;
}

function linksToSet(pending: readonly ResultCell[]) {
  return pending
    .flatMap(({ rowOffset, column, value, link }) =>
      column === 'distributionId' && typeof value === 'string' && link?.startsWith('https://')
        ? [{ rowOffset, value, link }]
        : [],
    )
    .slice(0, LINKS_AT_MOST);
}
