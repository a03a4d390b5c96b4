import {
  findResultColumns,
  followRegistration,
  planRegistrationWriteBack,
  resultsOf,
  toSerial,
  type RegistrationResult,
  type SheetTable,
  type UnplacedRegistration,
  type WriteBackPlan,
} from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { writeStill } from '../flows/write.ts';
import type { Written } from '../rules.ts';
import type { HeldIds } from '../state.ts';
import { judge, lookUp } from './checks.ts';
import { RowsNotReadableError } from './errors.ts';
import { settingsOf } from '../flows/reread.ts';
import type { RegistrationResults } from './phase.ts';

/** Writes ids and messages beside their rows, wherever the rows stand now, and reads them back. */
export async function writeResults(
  desk: Desk,
  results: RegistrationResults,
): Promise<Written<UnplacedRegistration>> {
  const outcomes = results.withoutAccounts === true ? await fromLedger(desk, results) : results.outcomes;
  return writeStill(desk, results.reference, (table) => planResults(table, results, outcomes));
}

function planResults(
  table: SheetTable,
  { kind, mapping, header, knownAt }: RegistrationResults,
  outcomes: readonly RegistrationResult[],
): WriteBackPlan<UnplacedRegistration> {
  const followed = followRegistration(kind, mapping, header, table.header, table);
  return planRegistrationWriteBack(table, followed, kind, outcomes, {
    serial: toSerial(knownAt, table.date1904),
  });
}

/** The rows are read again and looked up: whoever keeps no account number knows them by what the ledger says. */
async function fromLedger(
  desk: Desk,
  { reference, kind, mapping, header }: RegistrationResults,
): Promise<RegistrationResult[]> {
  const table = await desk.excel.rereadTable(reference);
  const followed = followRegistration(kind, mapping, header, table.header, table);
  const check = await judge({ table, mapping: followed, settings: await settingsOf(desk), kind });
  if (check.plan === null) throw new RowsNotReadableError();
  const earlier = await lookUp(desk, check);
  return check.plan.groups.map((registration, nth) => ({ registration, outcome: earlier[nth] ?? null }));
}

/** Looks which ids of these results the sheet bears now. Writes nothing. A row that was deleted is missed by nobody. */
export async function lookForIds(desk: Desk, results: RegistrationResults): Promise<HeldIds> {
  const table = await desk.excel.rereadTable(results.reference);
  const column = findResultColumns(table, resultsOf(results.kind)).registeredId;
  const standing = table.values.map((row) => (column === null ? '' : String(row[column] ?? '').trim()));
  const ids = acceptedIds(results);
  const held = ids.filter((id) => standing.includes(id)).length;
  const rowsWithout = standing.filter((text) => text === '').length;
  return { held, placed: held + Math.min(ids.length - held, rowsWithout) };
}

export function acceptedIds({ outcomes }: Pick<RegistrationResults, 'outcomes'>): string[] {
  return outcomes.flatMap(({ outcome }) =>
    (outcome ?? []).flatMap((one) => (one?.outcome === 'accepted' ? [one.id] : [])),
  );
}
