import {
  distributionIdSchema,
  type LookupResponse,
  type Outcome,
  type StagedContent,
} from '../../contract/index.ts';
import {
  checkTableInSlices,
  followColumns,
  mappingEvidence,
  payoutForm,
  restoreParts,
  stagedDistributionIds,
  suggestMapping,
  wholeWithoutIds,
  type CheckOptions,
  type CheckResult,
  type ColumnMapping,
  type DistributionGroup,
  type DistributionOutcome,
  type SheetTable,
  type TableCandidate,
} from '../../domain/index.ts';
import { settle } from '../boundary.ts';
import { localToday } from '../clock.ts';
import type { Desk } from '../desk.ts';
import type { CheckWatch } from '../rules.ts';
import { runInSlices, slices } from '../slices.ts';
import type { KnownTable, Reading, TieOut } from '../state.ts';
import { isCreated, replacedIds } from '../submission.ts';
import { keptTieOut, readTieOut } from '../tie-out.ts';
import { checkPayees, nobodyKnown } from './payees.ts';
import { readOptions, rereadAs, settingsOf } from './reread.ts';

/** Reads the table at the selection and checks it. Sends nothing to Nova. */
export async function checkSelection(desk: Desk, watch: CheckWatch = {}): Promise<Reading> {
  return checkTableNow(desk, await desk.excel.readSelectedTable(readOptions(watch)), watch);
}

/** Reads a table that the user chose from the list and checks it. */
export async function checkCandidate(
  desk: Desk,
  candidate: TableCandidate,
  watch: CheckWatch = {},
): Promise<Reading> {
  return checkTableNow(desk, await desk.excel.readCandidate(candidate, readOptions(watch)), watch);
}

/** Reads the same table again, wherever it lies now, and checks the same rows. */
export async function checkAgain(desk: Desk, before: Reading, watch: CheckWatch = {}): Promise<Reading> {
  const fresh = await rereadSame(desk, before, watch);
  const { repeats, others, payees } = before;
  return checkRead(desk, { ...fresh, repeats, others, payees }, watch);
}

/** Checks a table that is known by its place alone, all of it. */
export async function checkKnown(desk: Desk, known: KnownTable, watch: CheckWatch = {}): Promise<Reading> {
  const table = await desk.excel.rereadTable(known.reference, readOptions(watch));
  const mapping = followColumns(known.mapping, known.header, table.header, table);
  const settings = await settingsOf(desk);
  return checkRead(desk, { ...unread, table, mapping, settings }, watch);
}

/** Checks the table as it was read under another mapping, which the workbook keeps from now on. */
export async function checkRemapped(
  desk: Desk,
  before: Reading,
  mapping: ColumnMapping,
  watch: CheckWatch = {},
): Promise<Reading> {
  await desk.excel.saveMapping(before.table.reference, mapping);
  return checkRead(desk, { ...before, mapping }, { asks: 'new', ...watch });
}

/** Checks the table as it was read under other settings or against another tie-out cell. */
export function checkUnder(
  desk: Desk,
  before: Reading,
  change: Partial<Pick<Reading, 'settings' | 'tieOut'>>,
  watch: CheckWatch = {},
): Promise<Reading> {
  return checkRead(desk, { ...before, ...change }, { asks: 'new', ...watch });
}

type Subject = Pick<Reading, 'table' | 'mapping' | 'settings' | 'tieOut' | Decided>;

/** What outlives the reading that it was found out or decided on. */
type Decided = 'repeats' | 'others' | 'payees';

/** A table that is met for the first time. */
const unread = { tieOut: null, repeats: {}, others: {}, payees: nobodyKnown };

/** The table once more, narrowed to the same rows; the tie-out cell is read again too. */
export async function rereadSame(
  desk: Desk,
  before: Pick<Reading, 'table' | 'mapping' | 'tieOut'>,
  watch: CheckWatch = {},
): Promise<Omit<Subject, Decided>> {
  const fresh = await rereadAs(desk, payoutForm, before, watch);
  return { ...fresh, tieOut: before.tieOut === null ? null : await readTieOut(desk, before.tieOut) };
}

/** The user's choice for this table if there is one, else what the header names and the cells suggest. */
export async function mappingFor(desk: Desk, table: SheetTable): Promise<ColumnMapping> {
  return (await desk.excel.loadMapping(table.reference, table.header)) ?? suggestMapping(table.header, table);
}

/** Runs the rules without ever holding up the browser for long. */
export function checkSliced(
  desk: Desk,
  { table, mapping, settings, tieOut, staged }: Omit<Subject, Decided> & Pick<Reading, 'staged'>,
  { isCurrent, onProgress }: CheckWatch = {},
): Promise<CheckResult> {
  const total = table.values.length;
  const onRows = (done: number) => onProgress?.({ stage: 'checking', done, total });
  const options: CheckOptions = {
    ...settings,
    today: localToday(desk.clock),
    tieOut: readableTieOut(tieOut),
    staged,
  };
  return runInSlices(checkTableInSlices(table, mapping, options, { ...slices, onRows }), isCurrent);
}

function readableTieOut(tieOut: TieOut | null): CheckOptions['tieOut'] {
  if (tieOut === null || tieOut.amountCents === null) return null;
  return { ...tieOut, amountCents: tieOut.amountCents };
}

/** Checks a table as it was just read. */
export async function checkTableNow(desk: Desk, table: SheetTable, watch: CheckWatch = {}): Promise<Reading> {
  const mapping = await mappingFor(desk, table);
  const settings = await settingsOf(desk);
  const tieOut = watch.asks === 'nothing' ? null : await keptTieOut(desk, table, settings.defaultCurrency);
  return checkRead(desk, { ...unread, table, mapping, settings, tieOut }, watch);
}

async function checkRead(desk: Desk, subject: Subject, watch: CheckWatch): Promise<Reading> {
  const { table, mapping, settings, tieOut } = subject;
  const staged = await stagedOn(desk, table);
  const own = await checkSliced(desk, { ...subject, staged }, watch);
  const { check, payees } = await checkPayees(desk, own, subject, watch);
  const { earlier, recall, alike, newPayees } = await remember(desk, check, staged);
  const evidence = mappingEvidence(table);
  return {
    table,
    mapping,
    evidence,
    check,
    settings,
    tieOut,
    payees,
    earlier,
    staged,
    recall,
    repeats: stillMeant(subject.repeats, check, earlier),
    alike,
    others: subject.others,
    newPayees,
  };
}

/** Rows whose contents the ledger is asked for at once. */
const rowsAtOnce = 5_000;

/** What the ledger holds of the distributions whose ids stand in the table; asked only when there are any. */
export async function stagedOn(desk: Desk, table: SheetTable): Promise<StagedContent[]> {
  const ids = stagedDistributionIds(table).map((id) => distributionIdSchema.parse(id));
  // An answer has a line for each row: it is asked for in parts that are quickly taken apart.
  const idsAtOnce = Math.max(1, Math.floor((rowsAtOnce * ids.length) / Math.max(1, table.values.length)));
  const staged: StagedContent[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    staged.push(...(await desk.proxy.staged(ids.slice(start, start + idsAtOnce))));
  }
  return staged;
}

/**
 * What the ledger knows by content. While problems block, the distributions without one are still looked up, so that
 * lost ids can come back before everything is mended; should that fail, it fails with nothing offered.
 */
async function remember(
  desk: Desk,
  { plan, groups }: CheckResult,
  staged: readonly StagedContent[],
): Promise<Pick<Reading, 'earlier' | 'recall' | 'alike' | 'newPayees'>> {
  const parts = restoreParts(groups, staged);
  const planned = plan?.distributions ?? wholeWithoutIds(groups);
  if (planned.length === 0) return { earlier: [], recall: parts, alike: [], newPayees: null };
  const ask = () => desk.proxy.lookup(planned.map(({ request }) => request));
  if (plan !== null) {
    const { outcomes, alike, newPayees } = await ask();
    const recall = [...missingIds(planned, outcomes), ...parts];
    return { earlier: outcomes, recall, alike, newPayees: withoutStaged(newPayees, plan.alreadyStaged) };
  }
  const done = await settle(ask);
  const recall = done.ok ? [...missingIds(planned, done.value.outcomes), ...parts] : parts;
  return { earlier: [], recall, alike: [], newPayees: null };
}

/** A row that bears ids was staged, also where this ledger does not know of it. */
function withoutStaged(
  newPayees: LookupResponse['newPayees'],
  alreadyStaged: readonly DistributionGroup[],
): Reading['newPayees'] {
  if (newPayees === undefined) return null;
  const staged = new Set(alreadyStaged.flatMap(({ rows }) => rows.map(({ entity }) => entity)));
  return newPayees.filter((entity) => !staged.has(entity));
}

function missingIds(
  planned: readonly DistributionOutcome['distribution'][],
  outcomes: readonly (Outcome | null)[],
): DistributionOutcome[] {
  return planned.flatMap((distribution, index) => {
    const outcome = outcomes[index] ?? null;
    const isMissing = distribution.rows.some(({ replaced }) => replaced === undefined);
    return outcome?.outcome === 'accepted' && isMissing ? [{ distribution, outcome }] : [];
  });
}

/**
 * A decision stands as long as what it repeats or replaces is still the last one of its content, or of its rows. One that
 * waits for approval was sealed with its decision.
 */
function stillMeant(
  repeats: Reading['repeats'],
  { plan }: CheckResult,
  earlier: readonly (Outcome | null)[],
): Reading['repeats'] {
  const meant = (plan?.distributions ?? []).flatMap((distribution, index) => {
    const repeat = repeats[distribution.key];
    if (repeat === undefined) return [];
    const outcome = earlier[index] ?? null;
    const stands =
      'ofEntryId' in repeat
        ? outcome !== null && isCreated(outcome) && outcome.entryId === repeat.ofEntryId
        : !(outcome !== null && isCreated(outcome)) &&
          outcome?.outcome !== 'awaiting-approval' &&
          replacedIds(distribution).join() === repeat.distributionIds.join();
    return stands ? [[distribution.key, repeat] as const] : [];
  });
  return Object.fromEntries(meant);
}
