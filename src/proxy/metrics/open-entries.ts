import type { EntryState, LedgerDatabase } from '../ledger/schema.ts';

const openStates = ['reserved', 'sending', 'unknown', 'awaiting'] as const satisfies readonly EntryState[];

export interface OpenEntries {
  /** How many entries of this organization are in each state that is not an end. */
  counts: Record<(typeof openStates)[number], number>;
  /** When the oldest unknown one was first sent; null without one. */
  oldestUnknownAt: string | null;
}

/** Looked up by state, of which the ledger keeps an index: settled entries, which grow without end, are not read. */
export async function readOpenEntries(database: LedgerDatabase, organization: string): Promise<OpenEntries> {
  const rows = await database
    .selectFrom('ledger_entry')
    .select((of) => [
      'state',
      of.fn.countAll<number | string>().as('count'),
      of.fn.min('first_sent_at').as('oldest'),
    ])
    .where('state', 'in', openStates)
    .where('organization', '=', organization)
    .groupBy('state')
    .execute();
  const rowOf = (state: EntryState) => rows.find((row) => row.state === state);
  const counts = Object.fromEntries(openStates.map((state) => [state, Number(rowOf(state)?.count ?? 0)]));
  return { counts: counts as OpenEntries['counts'], oldestUnknownAt: rowOf('unknown')?.oldest ?? null };
}
