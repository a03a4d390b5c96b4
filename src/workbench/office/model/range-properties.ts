import { invalidArgument, notImplemented } from '../api-error.ts';
import { isRecord } from '../arguments.ts';
import { asPlainJson } from '../query.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';

type Range = ReferenceTo<'Range'>;

/** One call reads so many cells or lines at most: each is looked up on its own here. */
const MOST_LOOKUPS = 200_000;

/**
 * `getCellProperties` and its kin: many cells, rows or columns in one call. The options name what is wanted, nested as
 * the answer is: `{ rowHidden: true, format: { fill: { color: true } } }`.
 */
export const rangeProperties: NonNullable<WireClass<'Range'>['methods']> = {
  GetCellProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    const select = selected(args.record(0));
    limit(rows * columns, 'getCellProperties');
    return lines(rows, (row) =>
      lines(columns, (column) => read(part(self, row, column, 1, 1), select, host)),
    );
  },
  GetColumnProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    const select = selected(args.record(0));
    limit(columns, 'getColumnProperties');
    return lines(columns, (column) => read(part(self, 0, column, rows, 1), select, host));
  },
  GetRowProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    const select = selected(args.record(0));
    limit(rows, 'getRowProperties');
    return lines(rows, (row) => read(part(self, row, 0, 1, columns), select, host));
  },
  SetCellProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    eachOf(args.list(0), rows, (line, row) => {
      if (!Array.isArray(line)) throw invalidArgument();
      eachOf(line, columns, (state, column) => update(part(self, row, column, 1, 1), state, host));
    });
  },
  SetColumnProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    eachOf(args.list(0), columns, (state, column) => update(part(self, 0, column, rows, 1), state, host));
  },
  SetRowProperties: (self, args, host) => {
    const { rows, columns } = areaOf(self);
    eachOf(args.list(0), rows, (state, row) => update(part(self, row, 0, 1, columns), state, host));
  },
};

function part(self: Range, rowOffset: number, columnOffset: number, rows: number, columns: number): Range {
  const { row, column } = areaOf(self);
  return rangeAt(self.sheetId, { row: row + rowOffset, column: column + columnOffset, rows, columns });
}

function lines<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_item, index) => make(index));
}

function limit(count: number, member: string): void {
  if (count > MOST_LOOKUPS) throw notImplemented(`Range.${member} of more than ${MOST_LOOKUPS} parts`);
}

/** `{ format: { fill: { color: true } } }` becomes `['format/fill/color']`. */
function selected(options: Record<string, unknown>, prefix = ''): string[] {
  return Object.entries(options).flatMap(([name, wanted]) => {
    if (wanted === true) return [prefix + name];
    return isRecord(wanted) ? selected(wanted, `${prefix}${name}/`) : [];
  });
}

function read(range: Range, select: string[], host: ModelHost): unknown {
  return select.length === 0 ? {} : asPlainJson(host.load(range, select));
}

function eachOf(states: unknown[], count: number, apply: (state: unknown, index: number) => void): void {
  if (states.length !== count) throw invalidArgument();
  states.forEach(apply);
}

function update(range: Range, state: unknown, host: ModelHost): void {
  if (isRecord(state)) host.update(range, state);
}
