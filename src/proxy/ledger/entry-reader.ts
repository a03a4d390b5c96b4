import type { SubmissionKindName } from '../../contract/index.ts';
import { hasOtherSet } from './alone.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerClock } from './ledger-clock.ts';
import { Prepared } from './prepared.ts';
import type { LedgerDatabase } from './schema.ts';
import { findNewPayees } from './staged-payees.ts';

const selectGenerations = new Prepared<{ organization: string; contentHash: string }, LedgerEntry>(
  (database, slot) =>
    database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', slot('organization'))
      .where('content_hash', '=', slot('contentHash'))
      .orderBy('generation', 'desc'),
);

/** Looks up the entries of one organization. */
export class EntryReader {
  readonly #database: LedgerDatabase;
  readonly #organization: string;
  readonly #clock: LedgerClock;

  constructor(database: LedgerDatabase, organization: string, clock: LedgerClock) {
    this.#database = database;
    this.#organization = organization;
    this.#clock = clock;
  }

  /** All generations of a content, the latest first. */
  generations(contentHash: string): Promise<LedgerEntry[]> {
    return selectGenerations.run(this.#database, { organization: this.#organization, contentHash });
  }

  #ours() {
    return this.#database
      .selectFrom('ledger_entry')
      .selectAll()
      .where('organization', '=', this.#organization);
  }

  async find(entryId: string): Promise<LedgerEntry | null> {
    return (await this.#ours().where('id', '=', entryId).executeTakeFirst()) ?? null;
  }

  /** The entries of these contents, all generations, the latest first. */
  async findByHashes(contentHashes: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (let start = 0; start < contentHashes.length; start += idsPerQuery) {
      const some = contentHashes.slice(start, start + idsPerQuery);
      const query = this.#ours().where('content_hash', 'in', some).orderBy('generation', 'desc');
      found.push(...(await query.execute()));
    }
    return found;
  }

  /** The distributions of these names, the latest first. */
  async findByNames(names: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (let start = 0; start < names.length; start += idsPerQuery) {
      const some = names.slice(start, start + idsPerQuery);
      const query = this.#ours().where('name', 'in', some).where('kind', '=', 'distribution');
      found.push(...(await query.orderBy('reserved_at', 'desc').execute()));
    }
    return found;
  }

  /** The entries that became what Nova has under these ids, in no order; an id that is not in the ledger has none. */
  async findByNovaIds(novaIds: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (let start = 0; start < novaIds.length; start += idsPerQuery) {
      const some = novaIds.slice(start, start + idsPerQuery);
      found.push(...(await this.#ours().where('nova_id', 'in', some).execute()));
    }
    return found;
  }

  async findByNovaId(novaId: string): Promise<LedgerEntry | null> {
    return (await this.#ours().where('nova_id', '=', novaId).executeTakeFirst()) ?? null;
  }

  /** The accepted entry of this kind that bears an external reference, the latest one; null where there is none. */
  async findByReference(kind: SubmissionKindName, reference: string): Promise<LedgerEntry | null> {
    const query = this.#ours()
      .where('reference', '=', reference)
      .where('kind', '=', kind)
      .where('state', '=', 'accepted')
      .orderBy('accepted_at', 'desc');
    return (await query.executeTakeFirst()) ?? null;
  }

  /** The accepted payment instructions of an entity. */
  findOfSubject(subject: string): Promise<LedgerEntry[]> {
    return this.#ours().where('subject', '=', subject).where('state', '=', 'accepted').execute();
  }

  /** Whether the ledger has payment instructions for this entity that Nova has, or may yet get, from another request. */
  hasOtherSet(subject: string, setHash: string | null): Promise<boolean> {
    return hasOtherSet(this.#database, { organization: this.#organization, subject, set_hash: setHash });
  }

  /** See `findNewPayees`. */
  findNewPayees<Id extends string>(entities: Iterable<Id>): Promise<Id[]> {
    return findNewPayees(entities, this.#database, this.#organization);
  }

  /**
   * What may have reached Nova and is due to be asked for: unknown with its pause over, or left behind by a proxy whose
   * lease has ended. An unknown one only while it was first sent less than `withinMs` ago, so that its key still lives;
   * one that was left behind always, because only whoever takes it can say that its key has ended. Oldest first.
   * `kinds` are those of which the ledger keeps all that asking again needs; of others only what was left behind is due.
   */
  listDue(
    withinMs: number,
    limit: number,
    kinds: readonly SubmissionKindName[] = ['distribution'],
  ): Promise<LedgerEntry[]> {
    const now = this.#clock.instant();
    return this.#ours()
      .where((is) =>
        is.or([
          is.and([
            is('state', '=', 'unknown'),
            is('kind', 'in', kinds),
            is('next_ask_at', '<=', now),
            is('first_sent_at', '>', this.#clock.instant(-withinMs)),
          ]),
          is.and([
            is('state', '=', 'sending'),
            is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]),
          ]),
        ]),
      )
      .where('state', 'in', ['sending', 'unknown'])
      .orderBy('first_sent_at')
      .limit(limit)
      .execute();
  }
}

/** Far below the number of parameters that SQLite (32,766) and PostgreSQL (65,535) take. */
const idsPerQuery = 500;
