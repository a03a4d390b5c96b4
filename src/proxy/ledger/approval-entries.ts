import type { SubmissionKindName } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import { writeAudit } from './audit.ts';
import { assertDayHasRoom, dayOf } from './day-total.ts';
import { decideOn } from './decide-on-entry.ts';
import type { ApprovalTerms, LedgerEntry } from './entry.ts';
import type { LedgerClock } from './ledger-clock.ts';
import { programName } from './mode-lock.ts';
import type { LedgerDatabase } from './schema.ts';

/** What becomes of entries that wait for a second person. Each method answers null when the entry no longer waits. */
export class ApprovalEntries {
  readonly #database: LedgerDatabase;
  readonly #organization: string;
  readonly #clock: LedgerClock;

  constructor(database: LedgerDatabase, organization: string, clock: LedgerClock) {
    this.#database = database;
    this.#organization = organization;
    this.#clock = clock;
  }

  /** What waits and can still be approved, the oldest first. */
  listWaiting(limit: number): Promise<LedgerEntry[]> {
    return this.#ours()
      .where('state', '=', 'awaiting')
      .where('approval_ends_at', '>', this.#at())
      .orderBy('reserved_at')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** What was approved and has not left yet, of these kinds. */
  listApprovedUnsent(limit: number, kinds: readonly SubmissionKindName[]): Promise<LedgerEntry[]> {
    return this.#ours()
      .where('state', '=', 'reserved')
      .where('kind', 'in', kinds)
      .where('approved_at', 'is not', null)
      .orderBy('approved_at')
      .limit(limit)
      .execute();
  }

  #ours() {
    return this.#database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', this.#organization);
  }

  /**
   * Approves what waits, once and for this content alone, as the ledger's own time still allows it. From here on it may
   * be sent, and counts in this day. Throws a `ProxyError` (`limit-exceeded`) when the day has no room for it.
   */
  approve(entry: LedgerEntry, userName: string, dayLimitCents: number | null): Promise<LedgerEntry | null> {
    const at = this.#at();
    return this.#database.transaction().execute(async (transaction) => {
      if (dayLimitCents !== null) await assertDayHasRoom(transaction, entry, at, dayLimitCents);
      const approved = await transaction
        .updateTable('ledger_entry')
        .set({
          ...{ state: 'reserved', approved_by: userName, approved_at: at },
          ...{ counted_day: dayOf(at), updated_at: at },
        })
        .where('id', '=', entry.id)
        .where('state', '=', 'awaiting')
        .where('approval_ends_at', '>', this.#clock.instant())
        .where('user_name', '<>', userName)
        .returningAll()
        .executeTakeFirst();
      if (approved === undefined) return null;
      const result = `approved, prepared by ${entry.user_name}, content ${entry.content_hash}`;
      const record = { at, by: { userName }, entryId: entry.id, result };
      await writeAudit(transaction, { ...record, action: 'approve', outcome: 'approved' });
      return approved;
    });
  }

  returnToPreparer(entry: LedgerEntry, userName: string, reason: string): Promise<LedgerEntry | null> {
    const change = { state: 'returned' as const, resolved_by: userName, resolved_reason: reason };
    return decideOn(this.#database, entry, change, {
      ...{ at: this.#at(), userName, result: `returned: ${reason}` },
      ...{ action: 'return', outcome: 'returned', from: 'awaiting' },
    });
  }

  /** Ends all that nobody approved in time; a few at a time, because there is always a next time. */
  async expireOverdue(): Promise<void> {
    const overdue = await this.#ours()
      .where('state', '=', 'awaiting')
      .where('approval_ends_at', '<=', this.#clock.instant())
      .limit(20)
      .execute();
    for (const entry of overdue) await this.expire(entry);
  }

  /** Ends what nobody approved in time. */
  expire(entry: LedgerEntry): Promise<LedgerEntry | null> {
    const userName = programName;
    return decideOn(
      this.#database,
      entry,
      { state: 'returned' },
      {
        ...{ at: this.#at(), userName, result: `not approved until ${entry.approval_ends_at}` },
        ...{ action: 'expire', outcome: 'returned', from: 'awaiting' },
      },
    );
  }

  /** Makes a reserved entry wait, where approval has become necessary since it was made. */
  seal(entry: LedgerEntry, terms: ApprovalTerms, seen: string | null): Promise<LedgerEntry | null> {
    const change = {
      state: 'awaiting' as const,
      approval_ends_at: terms.endsAt,
      approval_from_cents: terms.fromCents,
      seen,
    };
    return decideOn(this.#database, entry, change, {
      ...{ at: this.#at(), userName: entry.user_name, result: `waits for approval until ${terms.endsAt}` },
      ...{ action: 'reserve', outcome: 'awaiting-approval', from: 'reserved' },
    });
  }

  #at(): string {
    return toInstant(this.#clock.now());
  }
}
