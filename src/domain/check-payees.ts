/** What Nova knows of the payees of a table, and what that means for its rows. Nothing here asks Nova. */
import type { CheckedContact, CheckedEntity, ContactId, EntityId } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { compareNames } from './bank/compare-names.ts';
import type { SliceOptions } from './check-settings.ts';
import { bySheetOrder, escalate } from './check-table.ts';
import type { ColumnMapping, PayoutField } from './fields.ts';
import type { PayeeRow } from './payout-row.ts';
import type { CheckResult } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt, type ProblemCode } from './problem-codes.ts';
import type { SheetTable } from './sheet-table.ts';
import { finish, forEachPaced, paceOf, unpaced, type Pace, type Steps } from './steps.ts';

/** By id; who was never asked about is missing. */
export interface PayeeKnowledge {
  entities: Readonly<Record<string, CheckedEntity>>;
  contacts: Readonly<Record<string, CheckedContact>>;
}

/** Each id once, in the order of the rows. */
export interface PayeeIds {
  entities: EntityId[];
  contacts: ContactId[];
}

/** Under which a table was checked. */
export interface PayeeContext {
  table: SheetTable;
  mapping: ColumnMapping;
  payees: PayeeKnowledge;
  /** Codes of warnings that block as problems do. */
  escalated: readonly string[];
}

/**
 * About whom Nova is to be asked: `unasked` were never asked about, `doubtful` have a finding in some row, which may have
 * been mended in Nova since.
 */
export function payeesToAsk(
  rows: readonly PayeeRow[],
  known: PayeeKnowledge,
): { unasked: PayeeIds; doubtful: PayeeIds } {
  const entities = { unasked: new Set<EntityId>(), doubtful: new Set<EntityId>() };
  const contacts = { unasked: new Set<ContactId>(), doubtful: new Set<ContactId>() };
  for (const row of rows) {
    const { entity, payeeName } = row;
    if (entity !== null) {
      const answer = known.entities[entity];
      if (answer === undefined) entities.unasked.add(entity);
      else if (answer.found === 'not-known' || findingsOf(entity, payeeName, answer).length > 0) {
        entities.doubtful.add(entity);
      }
    }
    for (const contact of row.contacts) {
      const answer = known.contacts[contact];
      if (answer === undefined) contacts.unasked.add(contact);
      else if (answer.found !== 'yes') contacts.doubtful.add(contact);
    }
  }
  const listed = (kind: 'unasked' | 'doubtful'): PayeeIds => ({
    entities: [...entities[kind]],
    contacts: [...contacts[kind]],
  });
  return { unasked: listed('unasked'), doubtful: listed('doubtful') };
}

/**
 * The check of a table with what is known of its payees: an entity or contact that Nova has not is a problem, a legal name
 * that is another than the payee's and an entity without payment instructions are warnings, and so is a check that could
 * not be made. In sheet order, and the plan is null where one of them blocks.
 */
export function withPayees(check: CheckResult, context: PayeeContext): CheckResult {
  return finish(payeeSteps(check, context, unpaced));
}

/** The same, yielding whenever a slice has taken its time. */
export function checkPayeesInSlices(
  check: CheckResult,
  context: PayeeContext,
  slices: SliceOptions,
): Generator<undefined, CheckResult> {
  return payeeSteps(check, context, paceOf(slices));
}

function* payeeSteps(check: CheckResult, context: PayeeContext, pace: Pace): Steps<CheckResult> {
  const { table, mapping, payees, escalated } = context;
  const found: Problem[] = [];
  const report = ({ rowIndex }: PayeeRow, { code, field, message }: Finding) => {
    const column = mapping[field];
    const cell = column === null ? null : { rowIndex, columnIndex: table.firstColumnIndex + column };
    found.push(problemAt(code, message, cell, field));
  };
  yield* forEachPaced(check.payees, pace, (row) => {
    const { entity, payeeName } = row;
    const answer = entity === null ? undefined : payees.entities[entity];
    if (entity !== null && answer !== undefined) {
      for (const finding of findingsOf(entity, payeeName, answer)) report(row, finding);
    }
    for (const contact of row.contacts) {
      if (payees.contacts[contact]?.found === 'no') report(row, unknownContact(contact));
    }
  });
  const unmade = notChecked(check.payees, payees);
  if (unmade !== null) found.push(unmade);
  if (found.length === 0) return check;
  const problems = [...check.problems, ...escalate(found, escalated)].sort(bySheetOrder);
  const blocked = problems.some(({ severity }) => severity === 'problem');
  return { ...check, problems, plan: blocked ? null : check.plan };
}

interface Finding {
  code: ProblemCode;
  field: PayoutField;
  message: string;
}

const none: readonly Finding[] = [];

function findingsOf(entity: EntityId, payeeName: string | null, answer: CheckedEntity): readonly Finding[] {
  if (answer.found === 'not-known') return none;
  if (answer.found === 'no') {
    const message = problemTexts.payees.entityUnknown(entity);
    return [{ code: 'entity-unknown', field: 'entity', message }];
  }
  const { name, instructionsCount } = answer;
  const findings: Finding[] = [];
  // An answer without a name says nothing to compare with; Nova gives every entity one.
  if (payeeName !== null && name.trim() !== '' && compareNames(payeeName, name) === 'differs') {
    const message = problemTexts.payees.nameDiffers(shown(payeeName), shown(name), entity);
    findings.push({ code: 'payee-name-differs', field: 'payeeName', message });
  }
  if (instructionsCount === 0) {
    const message = problemTexts.payees.withoutBankDetails(shown(name), entity);
    findings.push({ code: 'payee-without-instructions', field: 'entity', message });
  }
  return findings.length === 0 ? none : findings;
}

function unknownContact(contact: ContactId): Finding {
  const message = problemTexts.payees.contactUnknown(contact);
  return { code: 'contact-unknown', field: 'contacts', message };
}

/** A name of Nova's takes 255 characters, a cell a hundred times as many. */
function shown(name: string): string {
  return name.length > 255 ? `${name.slice(0, 255)}…` : name;
}

/** One warning for all that could not be asked about, with the first reason; nobody mends it at a cell. */
function notChecked(rows: readonly PayeeRow[], known: PayeeKnowledge): Problem | null {
  const { unasked, doubtful } = payeesToAsk(rows, known);
  const answers = [
    ...doubtful.entities.map((id) => known.entities[id]),
    ...doubtful.contacts.map((id) => known.contacts[id]),
  ].flatMap((answer) => (answer?.found === 'not-known' ? answer : []));
  const count = answers.length + unasked.entities.length + unasked.contacts.length;
  if (count === 0) return null;
  const message = problemTexts.payees.notChecked(count, answers[0]?.message ?? null);
  return problemAt('payees-not-checked', message, null, null);
}
