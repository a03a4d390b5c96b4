import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { NovaDistribution } from '../../contract/index.ts';
import { idempotencyKey } from '../staging/canonical-content.ts';
import type { Refusal } from '../staging/explain-rejection.ts';
import type { StagedDistribution } from '../staging/staged-distribution.ts';
import { writeAudit } from './audit.ts';
import type { EntryState, LedgerDatabase, LedgerEntryTable } from './schema.ts';

export type LedgerEntry = Selectable<LedgerEntryTable>;

/** Who asks, from which workbook and sheet. */
export interface Submitter {
  userName: string;
  workbook: string;
  sheet: string;
}

/** How a try that brought no answer is recorded. */
export interface Setback {
  code: string;
  reason: string;
  tries: number;
}

/**
 * The entries of one organization, each change one short transaction together with its line in the audit log. None is
 * ever open while Nova is asked. No row is ever deleted.
 *
 * `at` is an instant as text. The methods that end a try return the entry as it is afterwards.
 */
export class LedgerEntries {
  readonly #database: LedgerDatabase;
  readonly #organization: string;

  constructor(database: LedgerDatabase, organization: string) {
    this.#database = database;
    this.#organization = organization;
  }

  /**
   * The entry under which this content may be sent now, or was accepted: the latest generation, a new first one, or a
   * further one when the latest was rejected. Two callers that reserve at once get the same entry.
   */
  async reserve(content: { hash: string; body: string }, by: Submitter, at: string): Promise<LedgerEntry> {
    const latest = await this.#latest(content.hash);
    if (latest !== null && latest.state !== 'rejected') return latest;
    const generation = (latest?.generation ?? 0) + 1;
    await this.#database.transaction().execute(async (transaction) => {
      const id = randomUUID();
      const inserted = await transaction
        .insertInto('ledger_entry')
        .values({
          id,
          organization: this.#organization,
          content_hash: content.hash,
          generation,
          body: content.body,
          idempotency_key: idempotencyKey(this.#organization, content.hash, generation),
          state: 'reserved',
          reserved_at: at,
          updated_at: at,
          tries: 0,
          user_name: by.userName,
          workbook: by.workbook,
          sheet: by.sheet,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows !== 1n) return;
      await writeAudit(transaction, {
        at,
        by,
        action: 'reserve',
        entryId: id,
        result: `generation ${generation}`,
      });
    });
    const entry = await this.#latest(content.hash);
    if (entry === null) throw new Error('an entry that was just reserved is not in the ledger');
    return entry;
  }

  async #latest(contentHash: string): Promise<LedgerEntry | null> {
    const entry = await this.#database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', this.#organization)
      .where('content_hash', '=', contentHash)
      .orderBy('generation', 'desc')
      .limit(1)
      .executeTakeFirst();
    return entry ?? null;
  }

  /** The entries of these contents, all generations, in no order. */
  async findByHashes(contentHashes: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (let start = 0; start < contentHashes.length; start += hashesPerQuery) {
      const some = contentHashes.slice(start, start + hashesPerQuery);
      const query = this.#database.selectFrom('ledger_entry').selectAll();
      found.push(
        ...(await query
          .where('organization', '=', this.#organization)
          .where('content_hash', 'in', some)
          .execute()),
      );
    }
    return found;
  }

  /**
   * Marks an entry as being sent, which must be committed before the first byte leaves. False when it is no longer in
   * `from`: somebody else has it.
   */
  async markSending(entry: LedgerEntry, at: string): Promise<boolean> {
    const updated = await this.#database
      .updateTable('ledger_entry')
      .set({ state: 'sending', updated_at: at, first_sent_at: entry.first_sent_at ?? at })
      .where('id', '=', entry.id)
      .where('state', '=', entry.state)
      .executeTakeFirst();
    return updated.numUpdatedRows === 1n;
  }

  /** Nova created it. The pages of its payments may still be missing; `completeResult` adds them. */
  recordAccepted(
    entry: LedgerEntry,
    distribution: NovaDistribution,
    staged: StagedDistribution,
    tries: number,
    at: string,
  ): Promise<LedgerEntry> {
    const change = {
      accepted_at: at,
      distribution_id: distribution.id,
      livemode: distribution.livemode ? 1 : 0,
      result: JSON.stringify(staged),
      error_code: null,
      error_message: null,
    };
    const result = `accepted as ${distribution.id}, livemode ${distribution.livemode}`;
    return this.#end(entry, 'accepted', change, tries, at, result);
  }

  recordRejected(entry: LedgerEntry, refusal: Refusal, tries: number, at: string): Promise<LedgerEntry> {
    const change = {
      result: JSON.stringify(refusal),
      error_code: refusal.code,
      error_message: refusal.message,
    };
    return this.#end(entry, 'rejected', change, tries, at, `rejected with ${refusal.status} ${refusal.code}`);
  }

  recordUnknown(entry: LedgerEntry, setback: Setback, at: string): Promise<LedgerEntry> {
    const change = { error_code: setback.code, error_message: setback.reason };
    return this.#end(entry, 'unknown', change, setback.tries, at, `unknown: ${setback.code}`);
  }

  /** Nova cannot have seen it: the key is still fresh, and its 24 hours have not begun. */
  recordNotSent(entry: LedgerEntry, setback: Setback, at: string): Promise<LedgerEntry> {
    const change = { first_sent_at: null, error_code: setback.code, error_message: setback.reason };
    return this.#end(entry, 'reserved', change, setback.tries, at, `not sent: ${setback.code}`);
  }

  #end(
    entry: LedgerEntry,
    state: EntryState,
    change: Partial<LedgerEntryTable>,
    tries: number,
    at: string,
    result: string,
  ): Promise<LedgerEntry> {
    return this.#database.transaction().execute(async (transaction) => {
      const updated = await transaction
        .updateTable('ledger_entry')
        .set({ ...change, state, updated_at: at, tries: entry.tries + tries })
        .where('id', '=', entry.id)
        .where('state', 'not in', ['accepted', 'rejected'])
        .returningAll()
        .executeTakeFirstOrThrow();
      const by = { userName: entry.user_name, workbook: entry.workbook, sheet: entry.sheet };
      await writeAudit(transaction, { at, by, action: 'send', entryId: entry.id, result });
      return updated;
    });
  }

  /** Replaces what is kept of an accepted distribution by something newer: further pages, later statuses. */
  async replaceResult(entryId: string, staged: StagedDistribution, at: string): Promise<void> {
    await this.#database
      .updateTable('ledger_entry')
      .set({ result: JSON.stringify(staged), updated_at: at })
      .where('id', '=', entryId)
      .where('state', '=', 'accepted')
      .execute();
  }

  async findByDistributionId(distributionId: string): Promise<LedgerEntry | null> {
    const entry = await this.#database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', this.#organization)
      .where('distribution_id', '=', distributionId)
      .executeTakeFirst();
    return entry ?? null;
  }

  /**
   * Turns what was being sent when the program died into *unknown*, because Nova may have seen it. Only for a start,
   * or for an entry that nobody in this program is sending: one program has the ledger for itself.
   */
  async adoptAbandoned(at: string, entryId?: string): Promise<void> {
    let update = this.#database
      .updateTable('ledger_entry')
      .set({
        state: 'unknown',
        updated_at: at,
        error_code: 'interrupted',
        error_message: 'The proxy was stopped while this was being sent',
      })
      .where('organization', '=', this.#organization)
      .where('state', '=', 'sending');
    if (entryId !== undefined) update = update.where('id', '=', entryId);
    await update.execute();
  }

  /** What may have reached Nova without an answer, oldest first, as far as the key lives after `sentAfter`. */
  listUnknown(sentAfter: string): Promise<LedgerEntry[]> {
    return this.#database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', this.#organization)
      .where('state', '=', 'unknown')
      .where('first_sent_at', '>', sentAfter)
      .orderBy('first_sent_at')
      .execute();
  }
}

/** Far below the number of parameters that SQLite (32,766) and PostgreSQL (65,535) take. */
const hashesPerQuery = 500;
