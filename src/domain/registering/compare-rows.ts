/** Rules over several rows of one table. */
import { endingOf } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ProblemCode } from '../problem-codes.ts';
import { fieldCell, type ReadResult } from '../read-result.ts';
import { sentKey } from './content-key.ts';
import type { InstructionsField, RegistrationField } from './fields.ts';
import { neededLabel } from './read-instructions.ts';
import type { RegistrationRow } from './registration-row.ts';

type Report<F> = (code: ProblemCode, message: string, row: RegistrationRow, field: F) => void;

/**
 * Judges rows against each other. Rows that are registered already are compared with, and never reported themselves:
 * of two rows the one that would be sent bears the problem.
 */
export function comparisonProblems<F extends RegistrationField>(
  read: ReadResult<F>,
  rows: readonly RegistrationRow[],
): Problem[] {
  const problems: Problem[] = [];
  const report: Report<RegistrationField> = (code, message, row, field) => {
    const own = read.form.fields.find((candidate) => candidate === field) ?? null;
    const cell = own === null ? null : fieldCell(read, row.rowIndex, own);
    problems.push(problemAt(code, message, cell, own));
  };
  const [first] = read.form.required;
  if (first !== undefined) sameRowTwice(rows, first, report);
  referenceTwice(rows, report);
  nameTwice(rows, report);
  accountOnTwoEntities(rows, report);
  return [...problems, ...missingColumns(read, rows)];
}

/** Of two rows the one that is to be sent, the later one of two such; null when neither is. */
function concerned(
  row: RegistrationRow,
  other: RegistrationRow,
): [row: RegistrationRow, other: RegistrationRow] | null {
  if (row.registeredId === null) return [row, other];
  return other.registeredId === null ? [other, row] : null;
}

/** Calls `found` for every row whose key an earlier row has, with the first of them. */
function pairs(
  rows: readonly RegistrationRow[],
  keyOf: (row: RegistrationRow) => string | null,
  found: (row: RegistrationRow, other: RegistrationRow) => void,
): void {
  const firstOf = new Map<string, RegistrationRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row);
    else {
      const pair = concerned(row, first);
      if (pair !== null) found(...pair);
    }
  }
}

function sameRowTwice(
  rows: readonly RegistrationRow[],
  field: RegistrationField,
  report: Report<RegistrationField>,
): void {
  pairs(rows, sentKey, (row, other) => {
    const message = registrationProblems.rows.same(other.rowIndex + 1, other.registeredId);
    report('row-twice', message, row, field);
  });
}

function referenceTwice(rows: readonly RegistrationRow[], report: Report<RegistrationField>): void {
  const referenceOf = ({ content }: RegistrationRow) => content.item.externalReference;
  pairs(rows, referenceOf, (row, other) => {
    if (sentKey(row) === sentKey(other)) return;
    const message = registrationProblems.rows.sameReference(other.rowIndex + 1);
    report('reference-twice', message, row, 'externalReference');
  });
}

function nameTwice(rows: readonly RegistrationRow[], report: Report<RegistrationField>): void {
  const nameOf = ({ content }: RegistrationRow): string | null => {
    if (content.kind === 'payment-instructions') return null;
    const text = content.kind === 'contact' ? content.item.email : content.item.name;
    return text.toLowerCase().replace(/\s+/g, ' ');
  };
  pairs(rows, nameOf, (row, other) => {
    if (sentKey(row) === sentKey(other)) return;
    const isContact = row.content.kind === 'contact';
    const { sameEmail, sameName } = registrationProblems.rows;
    const message = (isContact ? sameEmail : sameName)(other.rowIndex + 1);
    report('name-twice', message, row, isContact ? 'email' : 'name');
  });
}

function accountOnTwoEntities(rows: readonly RegistrationRow[], report: Report<RegistrationField>): void {
  const byAccount = new Map<string, RegistrationRow[]>();
  for (const row of rows) {
    const { content } = row;
    if (content.kind !== 'payment-instructions' || content.item.accountNumber === null) continue;
    const account = content.item.accountNumber.replace(/[\s/.-]/g, '').toUpperCase();
    const holders = byAccount.get(account) ?? [];
    if (holders.some((other) => isOfEntity(other, content.entity))) continue;
    byAccount.set(account, [...holders, row]);
    const [other] = holders;
    const pair = other === undefined ? null : concerned(row, other);
    if (pair === null) continue;
    const [later, earlier] = pair;
    const message = registrationProblems.rows.sameAccount(
      endingOf(content.item.accountNumber),
      earlier.rowIndex + 1,
      named(earlier),
      named(later),
    );
    report('account-on-two-entities', message, later, 'accountNumber');
  }
}

function isOfEntity({ content }: RegistrationRow, entity: string): boolean {
  return content.kind === 'payment-instructions' && content.entity === entity;
}

function named({ content }: RegistrationRow): string {
  if (content.kind !== 'payment-instructions') return '';
  const { entity, entityName } = content;
  // A name with so many digits may be an account number in the wrong column.
  return entityName === null || /\d{4}/.test(entityName) ? entity : `${entity} (${entityName})`;
}

/** What a column that is not there would have to hold: told once, not at every row. */
function missingColumns<F extends RegistrationField>(
  read: ReadResult<F>,
  rows: readonly RegistrationRow[],
): Problem[] {
  const counts = new Map<InstructionsField, number>();
  for (const { content, registeredId } of rows) {
    if (content.kind !== 'payment-instructions' || registeredId !== null) continue;
    for (const field of content.missingColumns) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts].map(([field, count]) => {
    const { labels } = read.form as unknown as { labels: Readonly<Record<InstructionsField, string>> };
    const message = registrationProblems.table.noColumn(neededLabel(field, labels), count);
    return problemAt('instructions-incomplete', message, null, field);
  });
}
