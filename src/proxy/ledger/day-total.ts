import { sql } from 'kysely';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import { isPostgres } from './dialect.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** What may be, or become, money on its way. What was rejected is not, and frees its part of the day. */
const countedStates = ['reserved', 'sending', 'accepted', 'unknown'] as const;

/** The day of an instant in RFC 3339 (UTC). */
export function dayOf(at: string): string {
  return at.slice(0, 10);
}

/**
 * Throws a `ProxyError` (`limit-exceeded`) when this entry would take the day of `at` beyond `limitCents`. To be called
 * in the transaction that lets the entry through, and before it does: until that ends, nobody else is let through in
 * this organization, so that two who come at once cannot both take what is left. On SQLite that holds anyway, because
 * one transaction writes at a time.
 */
export async function assertDayHasRoom(
  transaction: LedgerDatabase,
  entry: Pick<LedgerEntry, 'id' | 'organization' | 'currency' | 'total_cents'>,
  at: string,
  limitCents: number,
): Promise<void> {
  const { organization, currency, total_cents: ownCents } = entry;
  if (currency === null || ownCents === null) {
    throw new ProxyError(403, 'limit-exceeded', [told('severalCurrencies'), told('nothingSent')]);
  }
  if (isPostgres(transaction)) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`distribution-desk day ${organization}`}, 0))`.execute(
      transaction,
    );
  }
  const day = dayOf(at);
  const found = await transaction
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.sum('total_cents').as('cents'))
    .where('organization', '=', organization)
    .where('counted_day', '=', day)
    .where('currency', '=', currency)
    .where('state', 'in', countedStates)
    .where('id', '<>', entry.id)
    .executeTakeFirst();
  const takenCents = Number(found?.cents ?? 0);
  if (takenCents + ownCents <= limitCents) return;
  throw new ProxyError(403, 'limit-exceeded', [
    told('beyondDay', { day, currency, limitCents, takenCents, amountCents: ownCents }),
    told('nothingSent'),
    told('otherDay'),
  ]);
}
