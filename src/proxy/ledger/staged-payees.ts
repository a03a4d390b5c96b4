import type { NovaDistributionRequest } from '../../contract/index.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** What may be in Nova, and may be not. */
const doubtful = ['sending', 'unknown'] as const;
/** A body can have megabytes. */
const bodiesAtOnce = 50;
/** Far below the number of parameters that SQLite (32,766) and PostgreSQL (65,535) take. */
const payeesPerQuery = 1_000;

/**
 * Which of these entities the organization has never staged a payment to: no distribution that it accepted names them, and
 * none of which nobody knows whether Nova has it. Each once, in the order in which they are given. A distribution that
 * was cancelled in Nova since has been staged too.
 */
export async function findNewPayees<Id extends string>(
  entities: Iterable<Id>,
  database: LedgerDatabase,
  organization: string,
): Promise<Id[]> {
  const wanted = [...new Set(entities)];
  if (wanted.length === 0) return [];
  // In this order: what is accepted meanwhile is found by one of the two.
  const known = await payeesInDoubt(database, organization);
  await notePayees(database, organization);
  for (let start = 0; start < wanted.length; start += payeesPerQuery) {
    const found = await database
      .selectFrom('staged_payee')
      .select('entity')
      .where('organization', '=', organization)
      .where('entity', 'in', wanted.slice(start, start + payeesPerQuery))
      .execute();
    for (const { entity } of found) known.add(entity);
  }
  return wanted.filter((entity) => !known.has(entity));
}

async function payeesInDoubt(database: LedgerDatabase, organization: string): Promise<Set<string>> {
  const entries = await database
    .selectFrom('ledger_entry')
    .select('body')
    .where('state', 'in', doubtful)
    .where('organization', '=', organization)
    .where('kind', '=', 'distribution')
    .execute();
  return new Set(entries.flatMap(({ body }) => payeesOf(body)));
}

/** Enters the payees of the accepted entries that are not in the table yet; none of them is ever taken out again. */
async function notePayees(database: LedgerDatabase, organization: string): Promise<void> {
  const ids = await unnoted(database, organization);
  for (let start = 0; start < ids.length; start += bodiesAtOnce) {
    const entries = await database
      .selectFrom('ledger_entry')
      .select(['id', 'kind', 'body'])
      .where('id', 'in', ids.slice(start, start + bodiesAtOnce))
      .execute();
    await note(database, organization, entries);
  }
}

async function unnoted(database: LedgerDatabase, organization: string): Promise<string[]> {
  const entries = await database
    .selectFrom('ledger_entry')
    .select('id')
    .where('state', '=', 'accepted')
    .where('organization', '=', organization)
    .where((is) => {
      const noted = is.selectFrom('entry_with_payees').select('entry_id');
      return is.not(is.exists(noted.whereRef('entry_id', '=', 'ledger_entry.id')));
    })
    .execute();
  return entries.map(({ id }) => id);
}

/** Two that note the same at once leave it there once. In one order, so that neither waits for the other. */
async function note(
  database: LedgerDatabase,
  organization: string,
  entries: readonly Pick<LedgerEntry, 'id' | 'kind' | 'body'>[],
): Promise<void> {
  const paying = entries.filter(({ kind }) => kind === 'distribution');
  const payees = [...new Set(paying.flatMap(({ body }) => payeesOf(body)))].sort();
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < payees.length; start += payeesPerQuery) {
      const some = payees.slice(start, start + payeesPerQuery);
      await transaction
        .insertInto('staged_payee')
        .values(some.map((entity) => ({ organization, entity })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await transaction
      .insertInto('entry_with_payees')
      .values(entries.map(({ id }) => ({ entry_id: id })).sort((a, b) => (a.entry_id < b.entry_id ? -1 : 1)))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Of a canonical body of a distribution. */
function payeesOf(body: string): string[] {
  const [{ payments }] = JSON.parse(body) as [NovaDistributionRequest];
  return payments.map(({ entity }) => entity);
}
