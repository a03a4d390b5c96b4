import type { Registered, RegistrationKind, RegistrationOutcome } from '../../contract/index.ts';
import { endingOf } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import { harmlessText } from '../harmless-text.ts';
import { findResultColumns } from '../header-match.ts';
import { originMessage } from '../origin-message.ts';
import { placeRows, type PlacingRules } from '../place-rows.ts';
import type { CheckedAt } from '../plan-write-back.ts';
import type { SheetTable } from '../sheet-table.ts';
import type { SubmissionSource } from '../source.ts';
import { linesWithStrayIds } from '../stray-ids.ts';
import { registrationForm, resultsOf } from '../table-forms.ts';
import type { ResultCell, WriteBackPlan } from '../write-back-plan.ts';
import { readRows } from './check-registration.ts';
import { contentKey, sentKey } from './content-key.ts';
import { mappingOf, type RegistrationMapping } from './mapping.ts';
import type { RegistrationResult, UnplacedRegistration } from './plan.ts';
import { titleOf, type RegistrationRow } from './registration-row.ts';

/**
 * Where each result belongs on the sheet as it is now. `table` is fresh and `mapping` fits it. Rows are found by
 * content, as those of payouts are; a row that was deleted, or whose content changed, gets no id and is listed in
 * `unplaced`. What Nova accepted writes its id; every other outcome writes a message and no id; what was not asked
 * leaves its row alone.
 */
export function planRegistrationWriteBack(
  table: SheetTable,
  mapping: RegistrationMapping,
  kind: RegistrationKind,
  results: readonly RegistrationResult[],
  checkedAt: CheckedAt,
): WriteBackPlan<UnplacedRegistration> {
  const freshRows = readRows(table, mapping, kind);
  const seekers = results.flatMap(rowResults);
  const places = placeRows(seekers, freshRows, placing);
  const idAt = idReader(table, kind);
  const lineOf = linesThatCannotBeRead(table, idAt, freshRows);
  const cells: ResultCell[] = [];
  const unplaced: UnplacedRegistration[] = [];
  seekers.forEach((seeker, index) => {
    const line = places[index]?.index ?? lineOf.get(seeker.id ?? '');
    if (line !== undefined) cells.push(...cellsOf(seeker, line, checkedAt, table.source));
    else if (seeker.outcome.outcome === 'accepted') unplaced.push(unplacedOf(seeker, seeker.outcome));
  });
  cells.push(...idsToTakeAway(table, idAt, seekers, places, freshRows));
  // A stable sort: the cells of a row keep their order.
  cells.sort((one, other) => one.rowOffset - other.rowOffset);
  const columns = mappingOf(registrationForm(kind), mapping);
  const keyColumns = Object.values(columns).filter((column) => column !== null);
  // The sheet's result columns are those of this kind, whatever the table was read for.
  const reference = { ...table.reference, form: kind };
  return { reference, table: { ...table, reference }, keyColumns, cells, unplaced };
}

interface Seeker {
  row: RegistrationRow;
  outcome: RegistrationOutcome;
  id: string | null;
}

function rowResults({ registration, outcome }: RegistrationResult): Seeker[] {
  return registration.rows.flatMap((row, index) => {
    const one = outcome?.[index] ?? null;
    return one === null ? [] : [{ row, outcome: one, id: one.outcome === 'accepted' ? one.id : null }];
  });
}

const placing: PlacingRules<RegistrationRow, Seeker> = {
  idOf: (row) => row.registeredId,
  idWanted: ({ id }) => id,
  idsOf: ({ id }) => [id],
  contentKeys: [contentKey, sentKey],
  isFree: (row) => row.registeredId === null,
};

function cellsOf(
  { outcome }: Seeker,
  rowOffset: number,
  checkedAt: CheckedAt,
  source: SubmissionSource,
): ResultCell[] {
  const cell = (column: ResultCell['column'], value: string | number): ResultCell => ({
    rowOffset,
    column,
    value,
    link: null,
  });
  const rest = (message: string) => [
    cell('checkedAt', checkedAt.serial),
    cell('message', harmlessText(message)),
  ];
  switch (outcome.outcome) {
    case 'accepted':
      return [cell('registeredId', outcome.id), ...rest(acceptedMessage(outcome, source))];
    case 'rejected':
      return rest(besideRefusal(outcome));
    case 'unknown':
      return rest(registrationProblems.beside.unknown(outcome.message));
    case 'other-mode':
    case 'awaiting-approval':
    case 'returned':
      return rest(outcome.message);
    case 'not-sent':
      return rest(registrationProblems.beside.notSent(outcome.message));
  }
}

/** Empty when all is well, so that the message of an earlier attempt goes; rows of another workbook say so. */
function acceptedMessage(outcome: Registered, source: SubmissionSource): string {
  return outcome.existing ? originMessage(outcome, source, 'Registered') : '';
}

function besideRefusal({ message, holder }: Extract<RegistrationOutcome, { outcome: 'rejected' }>): string {
  const { notRegistered, holder: holds } = registrationProblems.beside;
  const refused = notRegistered(message);
  return holder === null || holder === undefined ? refused : `${refused} ${holds(holder.id, holder.name)}`;
}

/** What stands in the id column of a line; `''` where there is no such column. */
function idReader(table: SheetTable, kind: RegistrationKind): (index: number) => string {
  const column = findResultColumns(table, resultsOf(kind)).registeredId;
  return (index) => (column === null ? '' : String(table.values[index]?.[column] ?? '').trim());
}

/** The lines by their ids whose content is none that could be sent, such as rows whose account number was masked since. */
function linesThatCannotBeRead(
  table: SheetTable,
  idAt: (index: number) => string,
  freshRows: readonly RegistrationRow[],
): ReadonlyMap<string, number> {
  const readable = new Set(freshRows.map(({ index }) => index));
  const lines = new Map<string, number>();
  table.values.forEach((_cells, index) => {
    const id = readable.has(index) ? '' : idAt(index);
    if (id !== '') lines.set(id, index);
  });
  return lines;
}

/** Blanks for what `linesWithStrayIds` finds. */
function idsToTakeAway(
  table: SheetTable,
  idAt: (index: number) => string,
  seekers: readonly Seeker[],
  places: readonly (RegistrationRow | null)[],
  freshRows: readonly RegistrationRow[],
): ResultCell[] {
  const owners = new Map<string, RegistrationRow>();
  const keeping = new Set<RegistrationRow>();
  seekers.forEach(({ row, id }, index) => {
    const place = places[index] ?? null;
    if (id === null || place === null) return;
    owners.set(id, row);
    keeping.add(place);
  });
  const lines = linesWithStrayIds({
    owners,
    keeping,
    freshRows,
    rowCount: table.values.length,
    idAt,
    sentKey,
  });
  return lines.map((rowOffset) => ({ rowOffset, column: 'registeredId', value: '', link: null }));
}

function unplacedOf({ row }: Seeker, { id }: Registered): UnplacedRegistration {
  const { content } = row;
  const isInstructions = content.kind === 'payment-instructions';
  const accountNumber = isInstructions ? content.item.accountNumber : null;
  return {
    id,
    title: titleOf(content),
    entity: isInstructions ? content.entity : null,
    accountEnding: accountNumber === null ? null : endingOf(accountNumber),
    reason: registrationProblems.beside.rowGone(row.rowIndex + 1),
  };
}
