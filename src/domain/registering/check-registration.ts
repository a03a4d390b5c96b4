import type { Registration, RegistrationKind } from '../../contract/index.ts';
import { instructionsIdSchema, entityIdSchema, contactIdSchema } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import type { SliceOptions } from '../check-settings.ts';
import { bySheetOrder, escalate } from '../check-table.ts';
import { mergedProblems } from '../check-merged.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../problem-codes.ts';
import type { RawRow, ReadResult } from '../read-result.ts';
import { readSteps } from '../read-table.ts';
import type { CellContext } from '../row-reader.ts';
import type { SheetTable } from '../sheet-table.ts';
import { finish, forEachPaced, paceOf, pauseIfDue, unpaced, type Pace, type Steps } from '../steps.ts';
import type { TableForm } from '../table-form.ts';
import { placeProblems } from '../table-problems.ts';
import { comparisonProblems } from './compare-rows.ts';
import { contactForm } from './contact-form.ts';
import { entityForm } from './entity-form.ts';
import type { RegistrationField } from './fields.ts';
import { instructionsForm } from './instructions-form.ts';
import { mappingOf, type RegistrationMapping } from './mapping.ts';
import { planRegistration } from './plan-registration.ts';
import type { RegistrationCheck, RegistrationSettings } from './plan.ts';
import { readInstructions } from './read-instructions.ts';
import { readContact, readEntity } from './read-party.ts';
import type { RegistrationRow, RowContent } from './registration-row.ts';

/**
 * Every stage up to the plan. Never throws for what a sheet holds. Rows that bear an id are registered already: their
 * cells are not judged, because somebody may have masked them. With a narrower selection only the rows that it touches
 * are planned, of payment instructions all rows of each entity, since one request holds them together.
 */
export function checkRegistration(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: RegistrationKind,
  settings: RegistrationSettings = {},
): RegistrationCheck {
  return finish(checkSteps(table, mapping, kind, settings, unpaced));
}

/** The same, yielding whenever a slice has taken its time. The table must not change meanwhile. */
export function checkRegistrationInSlices(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: RegistrationKind,
  settings: RegistrationSettings,
  slices: SliceOptions,
): Generator<undefined, RegistrationCheck> {
  return checkSteps(table, mapping, kind, settings, paceOf(slices));
}

function* checkSteps(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: RegistrationKind,
  settings: RegistrationSettings,
  pace: Pace,
): Steps<RegistrationCheck> {
  pace.resume();
  const read = yield* readRegistration(table, mapping, kind, pace);
  const { rows, rawRows, problems, registered } = read;
  yield* pauseIfDue(pace);
  const kept = keptRows(table, rows, rawRows);
  const concerns = ({ cell }: Problem) =>
    cell === null || kept === null || kept.has(cell.rowIndex) || cell.rowIndex === table.headerRowIndex;
  const found = [...problems, ...read.compare()].filter(concerns);
  const planned = rows.filter(
    ({ registeredId, rowIndex }) => registeredId === null && (kept === null || kept.has(rowIndex)),
  );
  const sorted = escalate(found.sort(bySheetOrder), settings.escalated ?? []);
  const isBlocked = sorted.some(({ severity }) => severity === 'problem');
  return {
    kind,
    problems: sorted,
    plan: isBlocked ? null : planRegistration(kind, table.source, planned),
    registered,
    rowCount: rawRows.length,
    leftOut: read.leftOut,
  };
}

/** A registration's table as it was read, whatever it registers. */
interface ReadRegistration extends Pick<RegistrationCheck, 'registered' | 'leftOut'> {
  rawRows: readonly RawRow[];
  /** Those that can be sent, and of those that are registered the ones that can still be read. */
  rows: RegistrationRow[];
  /** Of the table and of each row by itself. */
  problems: Problem[];
  /** Problems of rows against each other. */
  compare: () => Problem[];
}

function readRegistration(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: RegistrationKind,
  pace: Pace,
): Steps<ReadRegistration> {
  switch (kind) {
    case 'payment-instructions':
      return readAs(instructionsForm, readInstructions, table, mapping, pace);
    case 'entity':
      return readAs(entityForm, readEntity, table, mapping, pace);
    case 'contact':
      return readAs(contactForm, readContact, table, mapping, pace);
  }
}

function* readAs<F extends RegistrationField>(
  form: TableForm<F>,
  readContent: (context: CellContext<F>) => RowContent | null,
  table: SheetTable,
  mapping: RegistrationMapping,
  pace: Pace,
): Steps<ReadRegistration> {
  const read = yield* readSteps(form, table, mappingOf(form, mapping), pace);
  const problems = [...placeProblems(read), ...read.problems, ...mergedProblems(read)];
  if (read.rows.length === 0) {
    problems.push(problemAt('no-registration-rows', registrationProblems.table.noRows, null, null));
  }
  const rows: RegistrationRow[] = [];
  const registered: RegistrationCheck['registered'] = [];
  const idOf = registeredIds(read, problems);
  yield* forEachPaced(
    read.rows,
    pace,
    (row) => {
      const registeredId = idOf(row);
      if (registeredId !== null) registered.push({ rowIndex: row.rowIndex, id: registeredId });
      const own = registeredId === null ? problems : [];
      const content = readContent({ read, row, problems: own });
      const { index, rowIndex, hidden } = row;
      if (content !== null) rows.push({ index, rowIndex, hidden, content, registeredId });
    },
    pace.onRows,
  );
  return {
    rawRows: read.rows,
    rows,
    problems,
    registered,
    leftOut: read.leftOut,
    compare: () => comparisonProblems(read, rows),
  };
}

const idSchemas = {
  'payment-instructions': instructionsIdSchema,
  entity: entityIdSchema,
  contact: contactIdSchema,
} as const;

/** The id that stands beside a row. What stands there and is none is a problem: nobody can say then whether to send the row. */
function registeredIds<F extends RegistrationField>(
  read: ReadResult<F>,
  problems: Problem[],
): (row: RawRow) => string | null {
  const column = read.resultColumns.registeredId;
  if (column === null) return () => null;
  const { kind } = read.form;
  const schema = kind === 'payout' ? null : idSchemas[kind];
  const columnIndex = read.table.firstColumnIndex + column;
  const firstRow = new Map<string, number>();
  return ({ cells, rowIndex }) => {
    const text = String(cells[column] ?? '').trim();
    if (text === '') return null;
    const cell = { rowIndex, columnIndex };
    if (schema?.safeParse(text).success !== true) {
      problems.push(problemAt('result-id-malformed', registrationProblems.ids.notFromNova, cell, null));
      return text;
    }
    const other = firstRow.get(text);
    if (other === undefined) firstRow.set(text, rowIndex);
    else {
      const message = registrationProblems.ids.twice(text, other + 1);
      problems.push(problemAt('registered-id-twice', message, cell, null));
    }
    return text;
  };
}

/** The rows that the selection is about; null for all. */
function keptRows(
  table: SheetTable,
  rows: readonly RegistrationRow[],
  rawRows: readonly RawRow[],
): ReadonlySet<number> | null {
  if (table.selectedRows === null) return null;
  const selected = new Set(table.selectedRows);
  const entityOf = ({ content }: RegistrationRow) =>
    content.kind === 'payment-instructions' ? content.entity : null;
  const entities = new Set(rows.filter(({ index }) => selected.has(index)).map(entityOf));
  const kept = new Set(rawRows.filter(({ index }) => selected.has(index)).map(({ rowIndex }) => rowIndex));
  for (const row of rows) {
    const entity = entityOf(row);
    if (entity !== null && entities.has(entity)) kept.add(row.rowIndex);
  }
  return kept;
}

/** Used by the write-back to find rows by content, whatever stands in their id cells. */
export function readRows(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: Registration['kind'],
): RegistrationRow[] {
  return finish(readRegistration(table, mapping, kind, unpaced)).rows;
}
