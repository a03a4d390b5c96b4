import { createHash, randomBytes } from 'node:crypto';
import { roleSchema } from '../../contract/index.ts';
import type { Role } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';

/** A working day with room to spare. */
const sessionLifeMs = 12 * 60 * 60 * 1000;

export interface SignedIn {
  /** Stays the same whatever happens to the name. */
  userId: string;
  /** Unique among all users, and never given to another one: what the ledger and the audit log know somebody by. */
  userName: string;
  /** What they may do on this proxy, never empty. */
  roles: readonly Role[];
  /** RFC 3339, UTC. */
  expiresAt: string;
}

/**
 * The bearer tokens of signed-in users: opaque, 256 random bits, and only their SHA-256 in the ledger's database, so
 * that neither a backup nor a log can be used to sign in. A restart keeps them.
 */
export class Sessions {
  readonly #database: LedgerDatabase;
  readonly #clock: Clock;
  /** Sessions by the hash of their token; null where another proxy may end one of them. */
  readonly #known: Map<string, SignedIn> | null;

  /** With `alone`, no other program works on this ledger, and what was once found need not be looked up again. */
  constructor(database: LedgerDatabase, clock: Clock, alone = false) {
    this.#database = database;
    this.#clock = clock;
    this.#known = alone ? new Map() : null;
  }

  async open(userName: string): Promise<{ token: string; userName: string; expiresAt: string }> {
    const token = randomBytes(32).toString('base64url');
    const nowMs = this.#clock.now();
    const at = toInstant(nowMs);
    const expiresAt = toInstant(nowMs + sessionLifeMs);
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('session').where('expires_at', '<=', at).execute();
      await transaction
        .insertInto('session')
        .values({ token_hash: hashOf(token), user_name: userName, created_at: at, expires_at: expiresAt })
        .execute();
      await writeAudit(transaction, {
        at,
        by: { userName },
        action: 'sign-in',
        result: `until ${expiresAt}`,
      });
    });
    return { token, userName, expiresAt };
  }

  /** Who holds this token; null when it was never given out, was signed out, or has ended. */
  async find(token: string): Promise<SignedIn | null> {
    const hash = hashOf(token);
    const at = toInstant(this.#clock.now());
    const known = this.#known?.get(hash);
    if (known !== undefined && known.expiresAt > at) return known;
    const session = await this.#database
      .selectFrom('session')
      .select(['user_name', 'expires_at'])
      .where('token_hash', '=', hash)
      .where('expires_at', '>', at)
      .executeTakeFirst();
    if (session === undefined) return null;
    const userName = session.user_name;
    const found = { userId: userName, userName, roles: roleSchema.options, expiresAt: session.expires_at };
    if (this.#known !== null && this.#known.size >= mostKnown) this.#known.clear();
    this.#known?.set(hash, found);
    return found;
  }

  async close(token: string, userName: string): Promise<void> {
    const at = toInstant(this.#clock.now());
    const hash = hashOf(token);
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('session').where('token_hash', '=', hash).execute();
      await writeAudit(transaction, { at, by: { userName }, action: 'sign-out', result: 'done' });
    });
    this.#known?.delete(hash);
  }
}

const mostKnown = 1_000;

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
