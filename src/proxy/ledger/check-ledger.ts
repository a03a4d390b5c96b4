import { hashOfBody, idempotencyKey } from '../staging/canonical-content.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** How many entries are held in memory at once. */
const pageSize = 500;

/** Every entry, oldest first, a page at a time. */
export async function* everyEntry(database: LedgerDatabase): AsyncGenerator<LedgerEntry> {
  let after: { reserved_at: string; id: string } | null = null;
  for (;;) {
    let query = database.selectFrom('ledger_entry').selectAll();
    if (after !== null) {
      const { reserved_at: at, id } = after;
      query = query.where((is) =>
        is.or([is('reserved_at', '>', at), is.and([is('reserved_at', '=', at), is('id', '>', id)])]),
      );
    }
    const page: LedgerEntry[] = await query.orderBy('reserved_at').orderBy('id').limit(pageSize).execute();
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return;
  }
}

/**
 * What is wrong with a ledger, one sentence each; empty when nothing is. Beside the database's own rules these are:
 * the hash is that of the body, the key derives from it, each state has what it promises, generations have no gap, and
 * only a rejected, a returned or a deliberately repeated entry has a later one.
 */
export async function findDamage(
  database: LedgerDatabase,
): Promise<{ entryCount: number; damage: string[] }> {
  const damage: string[] = [];
  const contents = new Map<
    string,
    { generation: number; state: string; repeatOf: string | null; id: string }[]
  >();
  let entryCount = 0;
  for await (const entry of everyEntry(database)) {
    entryCount += 1;
    damage.push(...damageOf(entry).map((what) => `Entry ${entry.id} ${what}.`));
    const key = `${entry.organization} ${entry.content_hash}`;
    const { generation, state, repeat_of: repeatOf, id } = entry;
    const others = contents.get(key);
    if (others === undefined) contents.set(key, [{ generation, state, repeatOf, id }]);
    else others.push({ generation, state, repeatOf, id });
  }
  for (const generations of contents.values()) {
    generations.sort((left, right) => left.generation - right.generation);
    for (const [index, entry] of generations.entries()) {
      const before = generations[index - 1];
      if (entry.generation !== index + 1)
        damage.push(`Entry ${entry.id} is generation ${entry.generation}, but the one before it is missing.`);
      if (
        before !== undefined &&
        !['rejected', 'returned'].includes(before.state) &&
        entry.repeatOf === null
      ) {
        damage.push(
          `Entry ${entry.id} follows ${before.id}, which is ${before.state}, without being a deliberate repeat.`,
        );
      }
    }
  }
  const orphans = await database
    .selectFrom('audit_log')
    .leftJoin('ledger_entry', 'ledger_entry.id', 'audit_log.entry_id')
    .select('audit_log.id')
    .where('audit_log.entry_id', 'is not', null)
    .where('ledger_entry.id', 'is', null)
    .execute();
  damage.push(...orphans.map(({ id }) => `Line ${id} of the audit log tells of an entry that is missing.`));
  return { entryCount, damage };
}

function damageOf(entry: LedgerEntry): string[] {
  const rules: [boolean, string][] = [
    [hashOfBody(entry.body) === entry.content_hash, 'has a body that is not the one that was hashed'],
    [
      idempotencyKey(entry.organization, entry.content_hash, entry.generation) === entry.idempotency_key,
      'has a key that does not derive from its content',
    ],
    [
      ['awaiting', 'returned', 'reserved', 'sending', 'accepted', 'rejected', 'unknown'].includes(
        entry.state,
      ),
      'is in a state that does not exist',
    ],
    [
      entry.state !== 'accepted' ||
        (entry.nova_id !== null &&
          entry.accepted_at !== null &&
          entry.result !== null &&
          entry.livemode !== null),
      'is accepted without saying as what',
    ],
    [entry.state === 'accepted' || entry.nova_id === null, 'has an id of Nova without being accepted'],
    [entry.state !== 'rejected' || entry.result !== null, 'is rejected without saying why'],
    [
      ['awaiting', 'returned', 'reserved'].includes(entry.state) || entry.first_sent_at !== null,
      'was sent without saying when',
    ],
    [
      !['awaiting', 'returned'].includes(entry.state) || entry.first_sent_at === null,
      'was sent without being approved',
    ],
    [
      entry.approval_ends_at === null ||
        ['awaiting', 'returned'].includes(entry.state) ||
        (entry.approved_by !== null && entry.approved_by !== entry.user_name),
      'went on without an approval by a second person',
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, what]) => what);
}
