/** Reads the fields of one row and gathers its problems; `validate-rows.ts` puts the fields together. */
import type { ContactId, IdPrefix, IsoDate } from '../contract/index.ts';
import { problemTexts, type DayField } from '../words/index.ts';
import type { AmountColumn } from './amount-column.ts';
import type { DayReading } from './check-date.ts';
import { idFault, isId, mendedId, shorten } from './check-id.ts';
import type { Correction, CorrectionKind } from './correction.ts';
import type { PayoutField, TableField } from './fields.ts';
import type { StagedResult } from './payout-row.ts';
import type { Problem } from './problem.ts';
import { problemAt, type ProblemCode } from './problem-codes.ts';
import { fieldCell, fieldValue, type RawRow, type ReadResult } from './read-result.ts';
import { isBlank } from './read-table.ts';
import type { CellValue } from './sheet-table.ts';
import type { ResultColumn } from './table-form.ts';

/** As Excel's API gives error cells; newer kinds included. */
const errorText =
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!|BUSY!|GETTING_DATA)$/;

/** The contract's limit for texts that go to Nova. */
const longestText = 500;
const mostContacts = 100;
/** Whether a number may have lost digits of the reference that was typed. */
export function inexactReference(value: number): boolean {
  return !Number.isInteger(value) || Math.abs(value) > largestReference;
}

/** Above it a double no longer tells every whole number apart as fifteen digits do. */
const largestReference = 999_999_999_999_999;

/** A row whose cells are read. A value that cannot be used is null, and then a problem stands in `problems`. */
export interface CellContext<F extends TableField = PayoutField> {
  read: ReadResult<F>;
  row: RawRow;
  problems: Problem[];
}

/** What a payout row is read with. */
export interface RowContext extends CellContext {
  /** See `dayReader`. */
  dayOf: (value: string | number, field: DayField) => DayReading;
  /** What all amounts of the table have in common. */
  amounts: AmountColumn;
  staged: StagedResult | null;
}

export function report<F extends TableField>(
  context: CellContext<F>,
  code: ProblemCode,
  message: string,
  field: F,
  correction: Correction | null = null,
): void {
  const cell = fieldCell(context.read, context.row.rowIndex, field);
  context.problems.push(problemAt(code, message, cell, field, correction));
}

/** The cell's value; null when it is blank, an error or a boolean, each reported where it must be. */
export function usableValue<F extends TableField>(context: CellContext<F>, field: F): string | number | null {
  const value: CellValue = fieldValue(context.read, context.row, field);
  const { form } = context.read;
  if (isBlank(value)) {
    // An unmapped required column is one problem of the table, not one of every row.
    if (form.required.includes(field) && context.read.mapping[field] !== null) {
      const message = problemTexts.cells.blank(form.labels[field], form.advice[field] ?? '');
      report(context, 'required-cell-blank', message, field);
    }
    return null;
  }
  if (typeof value === 'boolean') {
    report(context, 'cell-is-boolean', problemTexts.cells.isBoolean(form.labels[field], value), field);
    return null;
  }
  if (typeof value === 'string' && value.startsWith('#') && errorText.test(value)) {
    report(context, 'cell-error', problemTexts.cells.error(value), field);
    return null;
  }
  return value;
}

export function readId(context: RowContext, field: 'vehicle' | 'entity', prefix: IdPrefix): string | null {
  const value = usableValue(context, field);
  if (value === null) return null;
  const text = String(value);
  const fault = idFault(text, prefix);
  if (fault === null) return text;
  report(context, fault.code, fault.message, field, fault.correction);
  return null;
}

/** A name or a reference: outer spaces are dropped, a number becomes its digits. */
export function readText(
  context: RowContext,
  field: 'distributionName' | 'payeeName' | 'externalReference',
): string | null {
  const value = usableValue(context, field);
  if (value === null) return null;
  if (typeof value === 'number' && field === 'distributionName') {
    report(context, 'name-is-number', problemTexts.cells.nameIsNumber(value), field);
  }
  if (typeof value === 'number' && field === 'externalReference') {
    if (inexactReference(value)) {
      report(context, 'reference-inexact', problemTexts.cells.referenceInexact(value), field);
      return null;
    }
  }
  const text = String(value).trim();
  if (text.length > longestText && field !== 'payeeName') {
    const label = context.read.form.labels[field];
    const message = problemTexts.cells.textTooLong(label, text.length, longestText);
    report(context, 'text-too-long', message, field);
    return null;
  }
  return text;
}

export function readDay(context: RowContext, field: DayField): IsoDate | null {
  const value = usableValue(context, field);
  if (value === null) return null;
  const { date, findings, remarks } = context.dayOf(value, field);
  for (const { code, message, correction } of findings) report(context, code, message, field, correction);
  // Of a row that is staged already the day has been confirmed once; asking for ever would teach people not to read.
  if (context.staged === null) {
    for (const remark of remarks) report(context, remark.code, remark.message, field);
  }
  return date;
}

/** Contacts stand in one cell, parted by commas, semicolons or line breaks; null when one of them cannot be used. */
export function readContacts(context: RowContext): ContactId[] | null {
  const before = context.problems.length;
  const value = usableValue(context, 'contacts');
  if (value === null) return context.problems.length > before ? null : [];
  if (typeof value === 'string' && isId(value, 'cnt')) return [value as ContactId];
  const contacts: ContactId[] = [];
  let failed = false;
  const pieces = String(value).split(/[,;\r\n]/);
  // Looking through a short list makes no set for every row.
  const seen = pieces.length > 8 ? new Set<string>() : null;
  for (const piece of pieces) {
    // A space after the comma is how people write lists; other spaces are a fault that `idFault` names.
    const text = withoutOuterSpaces(piece);
    if (text === '') continue;
    const fault = contactFault(text);
    if (fault !== null) {
      const correction = fault.correction === undefined ? null : mendedContacts(fault.correction.kind, value);
      report(context, fault.code, fault.message, 'contacts', correction);
      failed = true;
    } else if (seen === null ? contacts.includes(text as ContactId) : seen.has(text)) {
      report(context, 'contact-twice', problemTexts.cells.contactTwice(text), 'contacts');
    } else {
      seen?.add(text);
      contacts.push(text as ContactId);
    }
  }
  if (contacts.length > mostContacts) {
    const message = problemTexts.cells.tooManyContacts(contacts.length, mostContacts);
    report(context, 'too-many-contacts', message, 'contacts');
    failed = true;
  }
  return failed ? null : contacts;
}

/** Spaces and tabs only, and in one pass however many of them stand inside. */
function withoutOuterSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start += 1;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(start, end);
}

/** All that can be mended in the cell at once, since a correction replaces the whole of it. */
function mendedContacts(kind: CorrectionKind, value: string | number): Correction {
  const pieces = String(value).split(/([,;\r\n][ \t]*)/);
  return { kind, to: pieces.map((piece) => mendedId(piece, 'cnt') ?? piece).join('') };
}

function contactFault(text: string) {
  if (isId(text, 'cnt')) return null;
  if (/^\S+@\S+\.\S+$/.test(text)) {
    return { code: 'id-malformed' as const, message: problemTexts.ids.contactIsEmail(shorten(text)) };
  }
  return idFault(text, 'cnt');
}

/** What the result columns hold of a row; null, with a problem, when it cannot be told whether the row was staged. */
export function readStaged(
  read: Pick<ReadResult, 'table' | 'resultColumns'>,
  row: RawRow,
  problems: Problem[],
): StagedResult | null {
  if (read.resultColumns.distributionId === null && read.resultColumns.paymentId === null) return null;
  const text = (column: ResultColumn): string => {
    const index = read.resultColumns[column];
    return index === null ? '' : String(row.cells[index] ?? '').trim();
  };
  const at = (column: ResultColumn) => ({
    rowIndex: row.rowIndex,
    columnIndex: read.table.firstColumnIndex + (read.resultColumns[column] ?? 0),
  });
  const distributionId = text('distributionId');
  const paymentId = text('paymentId');
  if (distributionId === '' && paymentId === '') return null;
  for (const [column, id, prefix] of [
    ['distributionId', distributionId, 'dst'],
    ['paymentId', paymentId, 'dpmt'],
  ] as const) {
    if (id === '' || isId(id, prefix)) continue;
    const message = problemTexts.ids.resultMalformed(shorten(id));
    problems.push(problemAt('result-id-malformed', message, at(column), null));
    return null;
  }
  if (distributionId === '') {
    const message = problemTexts.ids.resultIncomplete(paymentId);
    problems.push(problemAt('result-ids-incomplete', message, at('paymentId'), null));
    return null;
  }
  return {
    distributionId,
    paymentId: paymentId === '' ? null : paymentId,
    distributionStatus: text('distributionStatus'),
    paymentStatus: text('paymentStatus'),
  };
}
