import { sql } from 'kysely';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { Refusal } from '../staging/explain-rejection.ts';
import { toInstant } from '../clock.ts';
import { writeAudit } from './audit.ts';
import type { AuditRecord } from './audit.ts';
import { awaiting, hasOtherSet } from './alone.ts';
import { distributionContent } from './content.ts';
import type { Content } from './content.ts';
import type { ContentFacts } from './content-facts.ts';
import { assertDayHasRoom, dayOf } from './day-total.ts';
import { decideOn } from './decide-on-entry.ts';
import { acceptance, auditOf, refused } from './entry-changes.ts';
import type { Creation } from './entry-changes.ts';
import { EntryReader } from './entry-reader.ts';
import type { EntryChange, LedgerEntry, Setback, Submitter, Terms } from './entry.ts';
import type { LedgerClock } from './ledger-clock.ts';
import { newEntry } from './new-entry.ts';
import { planGeneration } from './plan-generation.ts';
import type { Repeat } from './plan-generation.ts';
import { holdReplaced, recordTakeovers } from './replaced-payments.ts';
import type { Takeover } from './replaced-payments.ts';
import type { EntryState, LedgerDatabase } from './schema.ts';
import { SubmissionQueries } from './submission-queries.ts';

/**
 * The entries of one organization, each change one short transaction together with its line in the audit log. None is
 * ever open while Nova is asked. No row is ever deleted.
 *
 * `owner` names this running proxy; an entry that is being sent belongs to one owner. Since when it is sent and until
 * when it is held is written, and judged, by the ledger's own time within the query; `at` is an instant as text, for
 * people to read. The methods that end a try return the entry as it is afterwards, whoever ended it.
 */
export class LedgerEntries extends EntryReader {
  readonly #database: LedgerDatabase;
  readonly #organization: string;
  readonly #owner: string;
  readonly #clock: LedgerClock;
  readonly #queries: SubmissionQueries;

  constructor(database: LedgerDatabase, organization: string, owner: string, clock: LedgerClock) {
    super(database, organization, clock);
    this.#database = database;
    this.#organization = organization;
    this.#owner = owner;
    this.#clock = clock;
    this.#queries = new SubmissionQueries(clock);
  }

  /**
   * The entry under which this content may be sent now, or was accepted: the one that stands, a new first one, or a
   * further one when that was rejected or is to be repeated. Two callers that reserve at once get the same entry.
   *
   * `seen` are the generations as the caller has just read them. Nothing is lost when they have become old: a number
   * that is taken meanwhile cannot be taken twice, and everything is read anew.
   *
   * With `leaseMs`, a new entry begins as `sending` and belongs to this proxy (`claimed`): one commit instead of two.
   * Where `terms` ask for an approval, a new entry begins as `awaiting` and counts in no day yet. Throws a `ProxyError`:
   * `repeat-outdated` for a repeat of what is not the latest accepted entry, `limit-exceeded` when the day has no room,
   * `already-replaced` when other content has taken over what `takesOver` names.
   */
  async reserve(
    content: Content | { hash: string; body: string; facts?: ContentFacts },
    by: Submitter,
    at: string,
    options: {
      repeat?: Repeat | null;
      leaseMs?: number | null;
      seen?: readonly LedgerEntry[] | null;
      terms?: Terms | null;
      takesOver?: readonly Takeover[];
    } = {},
  ): Promise<{ entry: LedgerEntry; claimed: boolean }> {
    const takesOver = options.takesOver ?? [];
    for (let seen = options.seen ?? null; ; seen = null) {
      const plan = planGeneration(seen ?? (await this.generations(content.hash)), options.repeat ?? null);
      if (plan.kind === 'use') {
        if (takesOver.length > 0) await this.#takeOver(plan.entry, takesOver, at);
        return { entry: plan.entry, claimed: false };
      }
      if (plan.kind === 'refuse') throw repeatOutdated();
      const approval = options.terms?.approval ?? null;
      const leaseMs = approval === null ? (options.leaseMs ?? null) : null;
      const begun = newEntry('kind' in content ? content : distributionContent(content), plan, {
        organization: this.#organization,
        owner: leaseMs === null ? null : this.#owner,
        by,
        at,
        approval,
        seen: options.terms?.seen ?? null,
      });
      const entry = await this.#insert(begun, leaseMs, options.terms ?? null, takesOver);
      if (entry !== null) return { entry, claimed: entry.state === 'sending' };
    }
  }

  /**
   * The entry that a submission would use, of these generations of its content, without reserving one; null where it
   * would make a new one. Throws as `reserve` does.
   */
  usable(generations: readonly LedgerEntry[], repeat: Repeat | null): LedgerEntry | null {
    const plan = planGeneration(generations, repeat);
    if (plan.kind === 'refuse') throw repeatOutdated();
    return plan.kind === 'use' ? plan.entry : null;
  }

  /** Null when somebody else made this generation meanwhile. */
  #insert(
    begun: LedgerEntry,
    leaseMs: number | null,
    terms: Terms | null,
    takesOver: readonly Takeover[],
  ): Promise<LedgerEntry | null> {
    const mark = this.#clock.mark();
    const dayLimitCents = terms?.dayLimitCents ?? null;
    const unlessAlone = begun.state === 'awaiting' ? null : (terms?.unlessAlone ?? null);
    return this.#database.transaction().execute(async (transaction) => {
      if (takesOver.length > 0) await holdReplaced(transaction, begun, takesOver);
      const mustWait = unlessAlone !== null && (await hasOtherSet(transaction, begun));
      const entry = mustWait ? awaiting(begun, unlessAlone) : begun;
      if (dayLimitCents !== null && entry.state !== 'awaiting')
        await assertDayHasRoom(transaction, entry, entry.reserved_at, dayLimitCents);
      const inserted = await this.#queries.insert(transaction, entry, mustWait ? null : leaseMs);
      if (inserted === null) return null;
      if (inserted.first_sent_at !== null) this.#clock.learn(Date.parse(inserted.first_sent_at), mark);
      const repeat =
        entry.repeat_of === null ? '' : `, a repeat of ${entry.repeat_of}: ${entry.repeat_reason}`;
      const waits = entry.state === 'awaiting' ? `, waits for approval until ${entry.approval_ends_at}` : '';
      const result = `generation ${entry.generation}${repeat}${waits}`;
      const line = { ...auditOf(entry, entry.reserved_at), action: 'reserve' as const, result };
      await writeAudit(transaction, waits === '' ? line : { ...line, outcome: 'awaiting-approval' });
      await recordTakeovers(transaction, inserted, takesOver, entry.reserved_at);
      return inserted;
    });
  }

  /** For an entry that was written down before without them. */
  #takeOver(entry: LedgerEntry, takesOver: readonly Takeover[], at: string): Promise<void> {
    return this.#database.transaction().execute(async (transaction) => {
      await holdReplaced(transaction, entry, takesOver);
      await recordTakeovers(transaction, entry, takesOver, at);
    });
  }

  /**
   * Takes an entry for this proxy and marks it as being sent, which must be committed before the first byte leaves: one
   * that is reserved or unknown, or one whose sender has given no sign of life until its lease ended. Null when the
   * entry is no longer as the caller saw it, or belongs to a proxy that is alive.
   *
   * A reserved one counts in the day on which it is claimed. Throws a `ProxyError` (`limit-exceeded`) when that day has
   * no room for it; one that may have reached Nova is never held back.
   */
  claim(
    entry: LedgerEntry,
    leaseMs: number,
    dayLimitCents: number | null = null,
  ): Promise<LedgerEntry | null> {
    if (entry.state !== 'reserved' || dayLimitCents === null)
      return this.#claim(this.#database, entry, leaseMs);
    return this.#database.transaction().execute(async (transaction) => {
      await assertDayHasRoom(transaction, entry, toInstant(this.#clock.now()), dayLimitCents);
      return this.#claim(transaction, entry, leaseMs);
    });
  }

  async #claim(database: LedgerDatabase, entry: LedgerEntry, leaseMs: number): Promise<LedgerEntry | null> {
    const now = this.#clock.instant();
    const mark = this.#clock.mark();
    const claimed = await database
      .updateTable('ledger_entry')
      .set({
        state: 'sending',
        owner: this.#owner,
        lease_until: this.#clock.instant(leaseMs),
        updated_at: now,
        first_sent_at: sql`coalesce(first_sent_at, ${now})`,
        ...(entry.state === 'reserved' && { counted_day: dayOf(toInstant(this.#clock.now())) }),
      })
      .where('id', '=', entry.id)
      .where('state', '=', entry.state)
      .where((is) =>
        is.or([
          is('state', 'in', ['reserved', 'unknown']),
          is.and([
            is('state', '=', 'sending'),
            is.or([
              is('owner', '=', this.#owner),
              is('lease_until', 'is', null),
              is('lease_until', '<=', now),
            ]),
          ]),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
    if (claimed === undefined) return null;
    this.#clock.learn(Date.parse(claimed.updated_at), mark);
    return claimed;
  }

  /**
   * A sign of life for an entry that this proxy is sending. Until when it holds now, an instant as text; null when it
   * belongs to another by now.
   */
  async renew(entryId: string, leaseMs: number): Promise<string | null> {
    const mark = this.#clock.mark();
    const renewed = await this.#database
      .updateTable('ledger_entry')
      .set({ lease_until: this.#clock.instant(leaseMs) })
      .where('id', '=', entryId)
      .where('state', '=', 'sending')
      .where('owner', '=', this.#owner)
      .returning('lease_until')
      .executeTakeFirst();
    const until = renewed?.lease_until ?? null;
    if (until !== null) this.#clock.learn(Date.parse(until) - leaseMs, mark);
    return until;
  }

  /**
   * As `recordAccepted`, where nothing speaks against it: this proxy still has the entry, and no other entry has Nova's
   * id. Null where something does, and nothing is recorded; then the long way finds out what.
   */
  async acceptOwn(
    entry: LedgerEntry,
    creation: Creation,
    tries: number,
    at: string,
  ): Promise<LedgerEntry | null> {
    const change = { ...acceptance(creation, at), tries: entry.tries + tries };
    return this.#database.transaction().execute(async (transaction) => {
      const isAccepted = await this.#queries.accept(transaction, {
        ...{ id: entry.id, owner: this.#owner, organization: this.#organization, at },
        ...{ novaId: creation.id, livemode: change.livemode },
        ...{ result: change.result, tries: change.tries },
      });
      if (!isAccepted) return null;
      await writeAudit(transaction, {
        ...auditOf(entry, at),
        action: 'send',
        outcome: 'accepted',
        result: acceptedAs(creation),
      });
      return { ...entry, ...change, updated_at: at, owner: null, lease_until: null };
    });
  }

  /**
   * Nova created it. The pages of a distribution's payments may still be missing; `replaceResult` adds them. Recorded even when
   * another proxy has taken the entry over meanwhile: what is known is known. `alongside` is done in the same transaction.
   */
  async recordAccepted(
    entry: LedgerEntry,
    creation: Creation,
    tries: number,
    at: string,
    alongside: ((transaction: LedgerDatabase) => Promise<void>) | null = null,
  ): Promise<LedgerEntry> {
    const change = acceptance(creation, at);
    const result = acceptedAs(creation);
    return this.#end(
      entry,
      ['sending', 'unknown', 'reserved'],
      { ...change, tries: entry.tries + tries },
      at,
      { outcome: 'accepted', result },
      alongside,
    );
  }

  recordRejected(entry: LedgerEntry, refusal: Refusal, tries: number, at: string): Promise<LedgerEntry> {
    const change = { state: 'rejected' as const, ...refused(refusal), tries: entry.tries + tries };
    return this.#end(entry, ['sending'], change, at, {
      outcome: 'rejected',
      result: `rejected with ${refusal.status} ${refusal.code}`,
      requestIds: refusal.requestId === null ? [] : [refusal.requestId],
    });
  }

  /** `nextAskAt` is when it is asked for again by itself; null leaves it to people. */
  recordUnknown(
    entry: LedgerEntry,
    setback: Setback,
    at: string,
    nextAskAt: string | null,
  ): Promise<LedgerEntry> {
    const change = {
      state: 'unknown' as const,
      error_code: setback.code,
      error_message: setback.reason,
      ask_count: entry.ask_count + 1,
      next_ask_at: nextAskAt,
      tries: entry.tries + setback.tries,
    };
    return this.#end(entry, ['sending'], change, at, {
      outcome: 'unknown',
      result: `unknown: ${setback.code}`,
    });
  }

  /** Nova cannot have seen it: the key is still fresh, and its 24 hours have not begun. */
  recordNotSent(entry: LedgerEntry, setback: Setback, at: string): Promise<LedgerEntry> {
    const change = {
      state: 'reserved' as const,
      first_sent_at: null,
      error_code: setback.code,
      error_message: setback.reason,
      tries: entry.tries + setback.tries,
    };
    return this.#end(entry, ['sending', 'reserved'], change, at, {
      outcome: 'not-sent',
      result: `not sent: ${setback.code}`,
    });
  }

  /**
   * Ends this proxy's sending. Where another has taken the entry over, only an acceptance is recorded; else the entry
   * is returned as that other one has it.
   */
  #end(
    entry: LedgerEntry,
    from: EntryState[],
    change: EntryChange,
    at: string,
    told: Pick<AuditRecord, 'outcome' | 'result' | 'requestIds'>,
    alongside: ((transaction: LedgerDatabase) => Promise<void>) | null = null,
  ): Promise<LedgerEntry> {
    return this.#database.transaction().execute(async (transaction) => {
      let update = transaction
        .updateTable('ledger_entry')
        .set({ ...change, updated_at: at, owner: null, lease_until: null })
        .where('id', '=', entry.id)
        .where('state', 'in', from);
      if (change.state !== 'accepted') {
        update = update.where((is) =>
          is.or([
            is('owner', '=', this.#owner),
            is.and([is('owner', 'is', null), is('state', '=', 'reserved')]),
          ]),
        );
      }
      const ended = await update.returningAll().executeTakeFirst();
      if (ended !== undefined) {
        await alongside?.(transaction);
        await writeAudit(transaction, { ...auditOf(entry, at), action: 'send', ...told });

        return ended;
      }
      const query = transaction.selectFrom('ledger_entry').selectAll().where('id', '=', entry.id);
      return query.executeTakeFirstOrThrow();
    });
  }

  /**
   * A person's word on an entry that is unknown, or was refused for something that there is already: what it stands for
   * in Nova. Null when the entry is no longer as the caller saw it.
   */
  link(entry: LedgerEntry, creation: Creation, userName: string, at: string): Promise<LedgerEntry | null> {
    const change = { ...acceptance(creation, at), resolved_by: userName };
    return decideOn(this.#database, entry, change, {
      at,
      userName,
      action: 'link',
      outcome: 'accepted',
      result: `linked to ${creation.id}`,
      from: entry.state,
    });
  }

  /** A second person's word on an unknown entry: that it was never created. Null when it is no longer unknown. */
  declareNeverCreated(
    entry: LedgerEntry,
    refusal: Refusal,
    userName: string,
    reason: string,
    at: string,
  ): Promise<LedgerEntry | null> {
    const change = {
      state: 'rejected' as const,
      ...refused(refusal),
      resolved_by: userName,
      resolved_reason: reason,
    };
    const result = `declared never created: ${reason}`;
    return decideOn(this.#database, entry, change, {
      ...{ at, userName, result },
      action: 'declare-never-created',
      outcome: 'rejected',
    });
  }

  /** Replaces what is kept of an accepted entry by something newer: further pages, later statuses. */
  async replaceResult(entryId: string, result: object, at: string): Promise<void> {
    await this.#database
      .updateTable('ledger_entry')
      .set({ result: JSON.stringify(result), updated_at: at })
      .where('id', '=', entryId)
      .where('state', '=', 'accepted')
      .execute();
  }

  /**
   * For a start on a ledger that no other program holds: what was being sent belongs to nobody, and everything that is
   * unknown is asked for at once, instead of after the pause that it was in.
   */
  async adoptAbandoned(at: string): Promise<void> {
    const ours = this.#database.updateTable('ledger_entry').where('organization', '=', this.#organization);
    await ours
      .set({
        state: 'unknown',
        updated_at: at,
        owner: null,
        lease_until: null,
        next_ask_at: at,
        error_code: 'interrupted',
        error_message: 'The proxy was stopped while this was being sent',
      })
      .where('state', '=', 'sending')
      .execute();
    await ours
      .set({ next_ask_at: at })
      .where('state', '=', 'unknown')
      .where('next_ask_at', 'is not', null)
      .execute();
  }
}

function acceptedAs({ id, livemode }: Creation): string {
  return `accepted as ${id}, livemode ${livemode}`;
}

function repeatOutdated(): ProxyError {
  return new ProxyError(409, 'repeat-outdated', told('repeatOutdated'));
}
