import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { readRoles } from './users.ts';

export interface SignedIn {
  /** Stays the same whatever happens to the name. */
  userId: string;
  /** Unique among all users, and never given to another one: what the ledger and the audit log know somebody by. */
  userName: string;
  /** Never empty. */
  roles: readonly Role[];
  /** Whether they may do more than look in live mode. */
  live: boolean;
  /** RFC 3339, UTC. */
  expiresAt: string;
}

export interface SessionLife {
  /** A token ends so long after the sign-in, however busy its user is. */
  lifeMs: number;
  /** And so long after its last request. */
  idleMs: number;
}

/** A request later than this after the last one that was noted is noted again: one write a minute, not one a request. */
const noteEveryMs = 60_000;

/**
 * The bearer tokens of users who signed in with a code: opaque, 256 random bits, and only their SHA-256 in the ledger's
 * database, so that neither a backup nor a log can be used to sign in. Each request looks its token up there, so that
 * one that was revoked, on whatever replica or by `npm run users`, is worth nothing at once. A restart keeps them.
 */
export class Sessions {
  readonly #database: LedgerDatabase;
  readonly #clock: Clock;
  readonly #life: SessionLife;

  constructor(database: LedgerDatabase, clock: Clock, life: SessionLife) {
    this.#database = database;
    this.#clock = clock;
    this.#life = life;
  }

  /** A new token for this user; null when the user was disabled. */
  async open(userId: string): Promise<{ token: string; userName: string; expiresAt: string } | null> {
    const token = randomBytes(32).toString('base64url');
    const nowMs = this.#clock.now();
    const at = toInstant(nowMs);
    const expiresAt = toInstant(nowMs + this.#life.lifeMs);
    return this.#database.transaction().execute(async (transaction) => {
      const user = await transaction
        .selectFrom('users')
        .select('name')
        .where('id', '=', userId)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      if (user === undefined) return null;
      await transaction.deleteFrom('session').where('expires_at', '<=', at).execute();
      await transaction
        .insertInto('session')
        .values({
          ...{ token_hash: hashOf(token), user_id: userId },
          ...{ created_at: at, last_used_at: at, expires_at: expiresAt },
        })
        .execute();
      await writeAudit(transaction, {
        ...{ at, by: { userName: user.name }, action: 'sign-in' },
        result: `until ${expiresAt}`,
      });
      return { token, userName: user.name, expiresAt };
    });
  }

  /**
   * Who holds this token; null when it was never given out, was signed out or revoked, or has ended. What a pane asks by
   * itself is no use of it: `isUse` false leaves its idle time running.
   */
  async find(token: string, isUse = true): Promise<SignedIn | null> {
    const hash = hashOf(token);
    const nowMs = this.#clock.now();
    const session = await this.#database
      .selectFrom('session')
      .innerJoin('users', 'users.id', 'session.user_id')
      .select(['user_id', 'name', 'roles', 'live', 'expires_at', 'last_used_at'])
      .where('token_hash', '=', hash)
      .where('expires_at', '>', toInstant(nowMs))
      .where('last_used_at', '>', toInstant(nowMs - this.#life.idleMs))
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (session === undefined) return null;
    const isDue = session.last_used_at <= toInstant(nowMs - noteEveryMs);
    if (isUse && isDue) await this.#noteUse(hash, toInstant(nowMs));
    return {
      userId: session.user_id,
      userName: session.name,
      roles: readRoles(session.roles),
      live: session.live === 1,
      expiresAt: session.expires_at,
    };
  }

  async close(token: string, userName: string): Promise<void> {
    const at = toInstant(this.#clock.now());
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute();
      await writeAudit(transaction, { at, by: { userName }, action: 'sign-out', result: 'done' });
    });
  }

  async #noteUse(hash: string, at: string): Promise<void> {
    await this.#database
      .transaction()
      .execute((transaction) =>
        transaction.updateTable('session').set({ last_used_at: at }).where('token_hash', '=', hash).execute(),
      );
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
