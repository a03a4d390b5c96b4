import type { Outcome } from '../../contract/index.ts';
import {
  checkTableInSlices,
  followColumns,
  mappingEvidence,
  suggestMapping,
  type CheckOptions,
  type CheckResult,
  type CheckSettings,
  type ColumnMapping,
  type SheetTable,
  type TableCandidate,
} from '../../domain/index.ts';
import { carrySelection } from '../carry-selection.ts';
import { localToday } from '../clock.ts';
import { defaultSettings, type Desk } from '../desk.ts';
import { runInSlices, slices } from '../slices.ts';
import type { KnownTable, Reading, TieOut } from '../state.ts';
import { readTieOut } from '../tie-out.ts';

/** Reads the table at the selection and checks it. Sends nothing to Nova. */
export async function checkSelection(desk: Desk): Promise<Reading> {
  return checkFresh(desk, await desk.excel.readSelectedTable());
}

/** Reads a table that the user chose from the list and checks it. */
export async function checkCandidate(desk: Desk, candidate: TableCandidate): Promise<Reading> {
  return checkFresh(desk, await desk.excel.readCandidate(candidate));
}

/** Reads the same table again, wherever it lies now, and checks the same rows. */
export async function checkAgain(desk: Desk, before: Reading, isCurrent?: () => boolean): Promise<Reading> {
  const fresh = await rereadSame(desk, before);
  return checkRead(desk, { ...fresh, repeats: before.repeats }, isCurrent);
}

/** Checks a table that is known by its place alone, all of it. */
export async function checkKnown(desk: Desk, known: KnownTable): Promise<Reading> {
  const table = await desk.excel.rereadTable(known.reference);
  const mapping = followColumns(known.mapping, known.header, table.header, table);
  return checkRead(desk, { table, mapping, settings: await settingsOf(desk), tieOut: null, repeats: {} });
}

/** Checks the table as it was read under another mapping, which the workbook keeps from now on. */
export async function checkRemapped(desk: Desk, before: Reading, mapping: ColumnMapping): Promise<Reading> {
  await desk.excel.saveMapping(before.table.reference, mapping);
  return checkRead(desk, { ...before, mapping });
}

/** Checks the table as it was read under other settings or against another tie-out cell. */
export function checkUnder(
  desk: Desk,
  before: Reading,
  change: Partial<Pick<Reading, 'settings' | 'tieOut'>>,
): Promise<Reading> {
  return checkRead(desk, { ...before, ...change });
}

type Subject = Pick<Reading, 'table' | 'mapping' | 'settings' | 'tieOut' | 'repeats'>;

/**
 * The table once more, narrowed to the rows that the first reading was narrowed to, with the mapping at today's columns.
 * A field whose column is gone has none, which the check reports. Settings and tie-out cell are read again too.
 */
export async function rereadSame(
  desk: Desk,
  before: Pick<Reading, 'table' | 'mapping' | 'tieOut'>,
): Promise<Omit<Subject, 'repeats'>> {
  const fresh = await desk.excel.rereadTable(before.table.reference);
  const settings = await settingsOf(desk);
  const tieOut = before.tieOut === null ? null : await readTieOut(desk, before.tieOut);
  const mapping = followColumns(before.mapping, before.table.header, fresh.header, fresh);
  return { table: carrySelection(before.table, before.mapping, fresh, mapping), mapping, settings, tieOut };
}

/** The user's choice for this table if there is one, else what the header names and the cells suggest. */
export async function mappingFor(desk: Desk, table: SheetTable): Promise<ColumnMapping> {
  return (await desk.excel.loadMapping(table.reference, table.header)) ?? suggestMapping(table.header, table);
}

export async function settingsOf(desk: Desk): Promise<CheckSettings> {
  return (await desk.excel.loadCheckSettings()) ?? defaultSettings;
}

/** Runs the rules without ever holding up the browser for long. */
export function checkSliced(
  desk: Desk,
  { table, mapping, settings, tieOut }: Omit<Subject, 'repeats'>,
  isCurrent?: () => boolean,
): Promise<CheckResult> {
  const options: CheckOptions = {
    ...settings,
    today: localToday(desk.clock),
    tieOut: readableTieOut(tieOut),
  };
  return runInSlices(checkTableInSlices(table, mapping, options, slices), isCurrent);
}

function readableTieOut(tieOut: TieOut | null): CheckOptions['tieOut'] {
  if (tieOut === null || tieOut.amountCents === null) return null;
  return { ...tieOut, amountCents: tieOut.amountCents };
}

async function checkFresh(desk: Desk, table: SheetTable): Promise<Reading> {
  const mapping = await mappingFor(desk, table);
  return checkRead(desk, { table, mapping, settings: await settingsOf(desk), tieOut: null, repeats: {} });
}

async function checkRead(desk: Desk, subject: Subject, isCurrent?: () => boolean): Promise<Reading> {
  const { table, mapping, settings, tieOut } = subject;
  const check = await checkSliced(desk, subject, isCurrent);
  let earlier: (Outcome | null)[] = [];
  if (check.plan !== null && check.plan.distributions.length > 0) {
    earlier = (await desk.proxy.lookup(check.plan.distributions.map(({ request }) => request))).outcomes;
  }
  const evidence = mappingEvidence(table);
  return {
    table,
    mapping,
    evidence,
    check,
    settings,
    tieOut,
    earlier,
    repeats: stillMeant(subject.repeats, check, earlier),
  };
}

/** A repeat stands as long as the very entry that it repeats is still the last one of its content. */
function stillMeant(
  repeats: Reading['repeats'],
  { plan }: CheckResult,
  earlier: readonly (Outcome | null)[],
): Reading['repeats'] {
  const meant = (plan?.distributions ?? []).flatMap(({ key }, index) => {
    const repeat = repeats[key];
    const outcome = earlier[index];
    const stands = outcome?.outcome === 'accepted' && outcome.entryId === repeat?.ofEntryId;
    return repeat !== undefined && stands ? [[key, repeat] as const] : [];
  });
  return Object.fromEntries(meant);
}
