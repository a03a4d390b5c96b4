import type { LedgerEntry } from './entry.ts';
import type { LedgerClock } from './ledger-clock.ts';
import { Prepared } from './prepared.ts';
import type { SlotFor } from './prepared.ts';
import type { LedgerDatabase } from './schema.ts';

type Times = Pick<LedgerEntry, 'first_sent_at' | 'lease_until'>;

/** What an accepted entry gets, and which entry it is: the one that this owner is sending. */
export interface OwnAcceptance {
  id: string;
  owner: string;
  organization: string;
  at: string;
  novaId: string;
  livemode: number;
  result: string;
  tries: number;
}

/** The two changes that every submission makes, compiled once. Each is meant for a transaction with its audit line. */
export class SubmissionQueries {
  readonly #insertReserved: Prepared<LedgerEntry, Times>;
  readonly #insertSending: Prepared<LedgerEntry & { now: number; leaseMs: number }, Times>;

  constructor(clock: LedgerClock) {
    this.#insertReserved = new Prepared((database, slot) => insertion(database, slot, {}));
    this.#insertSending = new Prepared((database, slot) =>
      insertion(database, slot, {
        first_sent_at: clock.instant(slot('now')),
        lease_until: clock.instant(slot('leaseMs')),
      }),
    );
  }

  /** Writes a new entry down, with `leaseMs` as one that its owner is about to send. Null when there is one like it. */
  async insert(
    database: LedgerDatabase,
    entry: LedgerEntry,
    leaseMs: number | null,
  ): Promise<LedgerEntry | null> {
    const [times] =
      leaseMs === null
        ? await this.#insertReserved.run(database, entry)
        : await this.#insertSending.run(database, { ...entry, now: 0, leaseMs });
    return times === undefined ? null : { ...entry, ...times };
  }

  /**
   * Records an acceptance where nothing speaks against it: the owner still has the entry, and no other entry has
   * Nova's id. False where something does, and nothing is changed.
   */
  async accept(database: LedgerDatabase, acceptance: OwnAcceptance): Promise<boolean> {
    return (await updateAccepted.run(database, acceptance)).length > 0;
  }
}

function insertion(
  database: LedgerDatabase,
  slot: SlotFor<LedgerEntry>,
  times: { [Name in keyof Times]?: ReturnType<LedgerClock['instant']> },
) {
  return database
    .insertInto('ledger_entry')
    .values({
      id: slot('id'),
      organization: slot('organization'),
      content_hash: slot('content_hash'),
      generation: slot('generation'),
      body: slot('body'),
      idempotency_key: slot('idempotency_key'),
      state: slot('state'),
      reserved_at: slot('reserved_at'),
      updated_at: slot('updated_at'),
      tries: slot('tries'),
      user_name: slot('user_name'),
      workbook: slot('workbook'),
      sheet: slot('sheet'),
      owner: slot('owner'),
      ask_count: slot('ask_count'),
      repeat_of: slot('repeat_of'),
      repeat_reason: slot('repeat_reason'),
      name: slot('name'),
      payment_count: slot('payment_count'),
      total_cents: slot('total_cents'),
      currency: slot('currency'),
      counted_day: slot('counted_day'),
      approval_ends_at: slot('approval_ends_at'),
      approval_from_cents: slot('approval_from_cents'),
      kind: slot('kind'),
      subject: slot('subject'),
      set_hash: slot('set_hash'),
      reference: slot('reference'),
      seen: slot('seen'),
      ...times,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['first_sent_at', 'lease_until']);
}

const updateAccepted = new Prepared<OwnAcceptance, { id: string }>((database, slot) =>
  database
    .updateTable('ledger_entry')
    .set({
      state: 'accepted',
      accepted_at: slot('at'),
      updated_at: slot('at'),
      nova_id: slot('novaId'),
      livemode: slot('livemode'),
      result: slot('result'),
      tries: slot('tries'),
      error_code: null,
      error_message: null,
      next_ask_at: null,
      owner: null,
      lease_until: null,
    })
    .where('id', '=', slot('id'))
    .where('state', '=', 'sending')
    .where('owner', '=', slot('owner'))
    .where((is) => {
      const holder = is
        .selectFrom('ledger_entry as other')
        .select('other.id')
        .where('other.organization', '=', slot('organization'))
        .where('other.nova_id', '=', slot('novaId'));
      return is.not(is.exists(holder));
    })
    .returning('id'),
);
