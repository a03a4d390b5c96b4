import { distributionIdSchema, saidSchema } from '../../contract/index.ts';
import type { ModeLock as ModeLockFacts, Said, Sentence } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import { lockEntry, writeAudit } from './audit.ts';
import type { AuditRecord } from './audit.ts';
import type { LedgerDatabase } from './schema.ts';

export interface Mismatch {
  /** For the user. */
  says: Sentence | Said;
  distributionId: string | null;
  entryId: string | null;
  by: AuditRecord['by'];
}

/** Who did what nobody asked for. */
export const programName = 'Distribution Desk';

/** How old what is known of a lock may be where another proxy can set it, in milliseconds. */
const knownForMs = 200;

/**
 * Stops all sending of one organization, for every proxy on its ledger and over restarts, from the moment in which an
 * answer was of the other mode or of another organization, until an admin has looked at it and releases it.
 *
 * Where other proxies may set it, what is known is at most a fifth of a second old; this proxy's own is known at once.
 */
export class ModeLock {
  readonly #database: LedgerDatabase;
  readonly #organization: string;
  readonly #clock: Clock;
  readonly #shared: boolean;
  #known: ModeLockFacts | null = null;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(database: LedgerDatabase, organization: string, clock: Clock, shared: boolean) {
    this.#database = database;
    this.#organization = organization;
    this.#clock = clock;
    this.#shared = shared;
  }

  /** The lock; null while sending is free. */
  async current(): Promise<ModeLockFacts | null> {
    const isKnown = this.#shared
      ? performance.now() - this.#readAt < knownForMs
      : this.#readAt !== Number.NEGATIVE_INFINITY;
    return isKnown ? this.#known : this.#read();
  }

  /** Throws a `ProxyError` (`mode-mismatch`) while nothing may be sent. */
  async assertFree(): Promise<void> {
    const lock = await this.current();
    if (lock === null) return;
    throw new ProxyError(503, 'mode-mismatch', [...whyLocked(lock), told('lockStands')]);
  }

  /** Locks, in the transaction of what shows the mismatch where it is given. A lock that stands already stays. */
  async engage(mismatch: Mismatch, transaction?: LedgerDatabase): Promise<void> {
    const since = toInstant(this.#clock.now());
    const { distributionId, entryId, by } = mismatch;
    const { message: reason, said } = say(mismatch.says);
    // At once, also should the database be out of reach: this proxy sends nothing more.
    this.#known ??= {
      ...{ since, reason, said },
      distributionId: distributionIdSchema.safeParse(distributionId).data ?? null,
    };
    this.#readAt = performance.now();
    const write = async (database: LedgerDatabase) => {
      const row = {
        ...{ organization: this.#organization, since, reason, distribution_id: distributionId },
        said: JSON.stringify(said),
      };
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('mode_lock')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) return;
      const record = {
        at: since,
        by,
        action: 'mode-mismatch' as const,
        result: `sending stopped: ${reason}`,
      };
      await writeAudit(database, entryId === null ? record : { ...record, entryId });
    };
    if (transaction !== undefined) return write(transaction);
    await this.#database.transaction().execute(async (own) => {
      // As a transaction that is given holds its entry before it comes here.
      if (entryId !== null) await lockEntry(own, entryId);
      await write(own);
    });
  }

  /**
   * Lets sending go on. Throws a `ProxyError` (`lock-changed`) unless the lock is the one of `since`: another mismatch
   * may have come meanwhile, at which nobody has looked.
   */
  async release(since: string, reason: string, userName: string): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      const released = await transaction
        .deleteFrom('mode_lock')
        .where('organization', '=', this.#organization)
        .where('since', '=', since)
        .returning('reason')
        .executeTakeFirst();
      if (released === undefined) {
        throw new ProxyError(409, 'lock-changed', told('lockChanged'));
      }
      await writeAudit(transaction, {
        ...{ at: toInstant(this.#clock.now()), by: { userName } },
        ...{ action: 'release', result: `sending released: ${reason}` },
      });
    });
    await this.#read();
  }

  async #read(): Promise<ModeLockFacts | null> {
    const row = await this.#database
      .selectFrom('mode_lock')
      .select(['since', 'reason', 'said', 'distribution_id'])
      .where('organization', '=', this.#organization)
      .executeTakeFirst();
    this.#known =
      row === undefined
        ? null
        : {
            since: row.since,
            reason: row.reason,
            ...(row.said === null ? {} : { said: saidSchema.parse(JSON.parse(row.said)) }),
            distributionId: distributionIdSchema.safeParse(row.distribution_id).data ?? null,
          };
    this.#readAt = performance.now();
    return this.#known;
  }
}

/** What a lock says of its reason; of one that an older version set, its English. */
export function whyLocked({ reason, said }: ModeLockFacts): Said {
  return said ?? [told('asRecorded', { text: reason })];
}
