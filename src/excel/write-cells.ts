import type { ResultCell } from '../domain/index.ts';
import { sheetSays } from '../words/index.ts';
import { setNumberFormat } from './format-columns.ts';
import { formatOf, keeps } from './result-formats.ts';
import type { PlacedResultColumns } from './result-columns.ts';
import type { WriteTarget } from './write-target.ts';
import type { ExcelSession } from './with-excel.ts';
import { WrittenRows } from './written-rows.ts';
import { cellsToWrite, writeRuns, type WriteRun } from './write-runs.ts';

/** Excel on the web takes requests of at most 5 MB (Office Add-ins documentation, resource limits); the rest is for the envelope. */
const REQUEST_BYTES = 3_500_000;
/** A range with its reference, and one assignment to it. */
const ACTION_BYTES = 1_200;
/** A link costs a range, an assignment and its texts. */
const LINK_BYTES = 1_600;
/** Links are set cell by cell, which is slow, so only so many, the first row of each distribution before all; the ids stand without one. */
const LINKS_AT_MOST = 500;

/**
 * Writes the cells of a plan in requests that fit, each with the formats that keep its values as they are, and each
 * with a look at the rows that it goes into. Throws `SheetChangedError` when they were others in that very moment; what
 * was written beside the wrong rows is taken back then.
 */
export async function writeCells(
  session: ExcelSession,
  cells: readonly ResultCell[],
  target: WriteTarget,
  columns: PlacedResultColumns,
): Promise<void> {
  const pending = cellsToWrite(cells, target.table);
  const data = columns.range.getCell(1, 0);
  const formats = formatsToSet(pending, target, columns);
  const requests = new Requests(session, target, columns, formats.size > 0);
  for (const run of writeRuns(pending, columns.offsets, target.table.hidden)) {
    for (const { part, bytes } of splitRun(run)) {
      await requests.add(bytes + ACTION_BYTES * (1 + formats.size), part, () =>
        writeRun(data, part, formats, target.isOnProtectedSheet),
      );
    }
  }
  // A protected sheet refuses links, and with them the ids of the same request.
  const links = target.isOnProtectedSheet ? [] : linksToSet(pending);
  for (const { rowOffset, value, link } of links) {
    await requests.add(LINK_BYTES + link.length * 2, null, () => {
      data.getCell(rowOffset, columns.offsets.distributionId).hyperlink = {
        address: link,
        textToDisplay: value,
        screenTip: sheetSays.openInNova,
      };
    });
  }
  await requests.send();
}

/** Gathers actions, and sends them whenever more would not fit into one request or its answer. */
class Requests {
  readonly #session: ExcelSession;
  readonly #target: WriteTarget;
  readonly #columns: PlacedResultColumns;
  readonly #isFormatting: boolean;
  #actions: (() => void)[] = [];
  #rows: WrittenRows;
  #bytes = 0;

  constructor(
    session: ExcelSession,
    target: WriteTarget,
    columns: PlacedResultColumns,
    isFormatting: boolean,
  ) {
    this.#isFormatting = isFormatting;
    this.#session = session;
    this.#target = target;
    this.#columns = columns;
    this.#rows = new WrittenRows(target, columns);
    session.context.application.suspendScreenUpdatingUntilNextSync();
  }

  async add(bytes: number, run: WriteRun | null, action: () => void): Promise<void> {
    const answerBytes = run === null ? 0 : this.#rows.answerBytes(run);
    const isFull = this.#bytes + bytes > REQUEST_BYTES || answerBytes > REQUEST_BYTES;
    if (this.#actions.length > 0 && isFull) {
      await this.send();
      this.#session.context.application.suspendScreenUpdatingUntilNextSync();
    }
    this.#bytes += bytes;
    this.#actions.push(action);
    if (run !== null) this.#rows.add(run);
  }

  async send(): Promise<void> {
    const rows = this.#rows;
    rows.queueLook(this.#isFormatting);
    for (const action of this.#actions) action();
    this.#actions = [];
    this.#bytes = 0;
    this.#rows = new WrittenRows(this.#target, this.#columns);
    await this.#session.sync();
    await rows.takeBackIfAstray(this.#session);
  }
}

/** Formats for columns that were there before and would not keep the values as they are, by column offset. */
function formatsToSet(
  pending: readonly ResultCell[],
  { table, isOnProtectedSheet }: WriteTarget,
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

/** In parts that fit into one request each, and what each weighs. */
function splitRun(run: WriteRun): { part: WriteRun; bytes: number }[] {
  const bytes = bytesOf(run);
  const rowsPerPart = Math.max(1, Math.floor((REQUEST_BYTES / 2 / bytes) * run.values.length));
  if (rowsPerPart >= run.values.length) return [{ part: run, bytes }];
  const parts: { part: WriteRun; bytes: number }[] = [];
  for (let start = 0; start < run.values.length; start += rowsPerPart) {
    const values = run.values.slice(start, start + rowsPerPart);
    const part = { ...run, rowOffset: run.rowOffset + start, values };
    parts.push({ part, bytes: bytesOf(part) });
  }
  return parts;
}

function bytesOf(run: WriteRun): number {
  return new TextEncoder().encode(JSON.stringify(run.values)).length;
}

function linksToSet(pending: readonly ResultCell[]) {
  const links = pending.flatMap(({ rowOffset, column, value, link }) =>
    column === 'distributionId' && typeof value === 'string' && link?.startsWith('https://')
      ? [{ rowOffset, value, link }]
      : [],
  );
  const firsts = new Map(links.map((link) => [link.value, link.rowOffset]).reverse() as [string, number][]);
  const isFirst = ({ value, rowOffset }: (typeof links)[number]) => firsts.get(value) === rowOffset;
  return [...links.filter(isFirst), ...links.filter((link) => !isFirst(link))].slice(0, LINKS_AT_MOST);
}
