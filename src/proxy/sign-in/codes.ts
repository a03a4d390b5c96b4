import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ConfigError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import type { Users } from './users.ts';

/** Capital letters and digits without those that are mistaken for each other (I and 1, O and 0). */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 32 to the power of 8 are 10^12 secrets; with so few tries for each code, guessing one is hopeless. */
const mostTries = 5;
const selectorLength = 4;
const secretLength = 8;

/**
 * One-time codes such as `ABCD-EFGH-JKLM`, in the ledger's database, so that each replica knows them. The first part
 * says which code it is, so that wrong tries count against that code alone and nobody can void the others'; the rest is
 * the secret, kept as a salted scrypt hash only.
 */
export class SignInCodes {
  readonly #database: LedgerDatabase;
  readonly #users: Users;
  readonly #lifeMs: number;
  readonly #clock: Clock;

  constructor(database: LedgerDatabase, users: Users, lifeMinutes: number, clock: Clock) {
    this.#database = database;
    this.#users = users;
    this.#lifeMs = lifeMinutes * 60_000;
    this.#clock = clock;
  }

  /** A new code for one sign-in of this user. Throws a `ConfigError` when there is no such user, or none with codes. */
  async issue(userName: string): Promise<string> {
    const user = await this.#users.find(userName);
    if (user === null || user.isDisabled || user.isEntra) {
      const why = user === null ? 'is not there' : user.isDisabled ? 'is disabled' : 'signs in with Entra ID';
      throw new ConfigError([
        `No code for ${userName.trim()}, who ${why}; npm run users -- list shows who is.`,
      ]);
    }
    const secret = letters(secretLength);
    const salt = randomBytes(16).toString('base64url');
    const secretHash = await slowHash(secret, salt);
    const nowMs = this.#clock.now();
    const at = toInstant(nowMs);
    return this.#database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('sign_in_code').where('expires_at', '<=', at).execute();
      for (;;) {
        const selector = letters(selectorLength);
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('sign_in_code')
          .values({
            ...{ selector, salt, user_id: user.id, wrong_tries: 0 },
            secret_hash: secretHash.toString('base64url'),
            expires_at: toInstant(nowMs + this.#lifeMs),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 0n) continue;
        await writeAudit(transaction, {
          ...{ at, by: { userName: user.name }, action: 'code-issued' },
          result: `until ${toInstant(nowMs + this.#lifeMs)}`,
        });
        return `${selector}-${secret.slice(0, 4)}-${secret.slice(4)}`;
      }
    });
  }

  /**
   * The id of the user for whom this code was issued, and the code is used up; null for one that is wrong, used or too
   * old. A try is written down before it is compared, so that tries at the same time count as well.
   */
  async redeem(code: string): Promise<string | null> {
    const given = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const selector = given.slice(0, selectorLength);
    if (given.length !== selectorLength + secretLength) return null;
    const at = toInstant(this.#clock.now());
    const known = await this.#database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('sign_in_code')
        .set((is) => ({ wrong_tries: is('wrong_tries', '+', 1) }))
        .where('selector', '=', selector)
        .where('wrong_tries', '<', mostTries)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return undefined;
      const row = transaction.selectFrom('sign_in_code').selectAll().where('selector', '=', selector);
      return row.executeTakeFirst();
    });
    if (known === undefined) return null;
    const hash = await slowHash(given.slice(selectorLength), known.salt);
    if (!timingSafeEqual(hash, Buffer.from(known.secret_hash, 'base64url'))) return null;
    const { numDeletedRows } = await this.#database
      .transaction()
      .execute((transaction) =>
        transaction
          .deleteFrom('sign_in_code')
          .where('selector', '=', selector)
          .where('salt', '=', known.salt)
          .executeTakeFirst(),
      );
    return numDeletedRows === 1n ? known.user_id : null;
  }
}

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Takes some 40 ms on purpose: whoever reads the database cannot try all secrets before a code ends. */
function slowHash(secret: string, salt: string): Promise<Buffer> {
  return derive(secret, salt, 32);
}
