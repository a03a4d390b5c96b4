import { randomUUID } from 'node:crypto';
import { roleSchema } from '../../contract/index.ts';
import type { Role } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ConfigError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { AuditRecord } from '../ledger/audit.ts';
import type { LedgerDatabase, UserTable } from '../ledger/schema.ts';

export interface User {
  id: string;
  name: string;
  /** Empty for somebody of Entra's: there the token says the roles. */
  roles: readonly Role[];
  /** Whether they may do more than look in live mode; for somebody of Entra's the token says it. */
  live: boolean;
  /** Known through Entra ID, and not to be signed in with codes. */
  isEntra: boolean;
  isDisabled: boolean;
}

export interface NewUser {
  name: string;
  roles: readonly Role[];
  live: boolean;
}

/** Who it is by Entra's token. */
export interface EntraPerson {
  /** Tenant and object id: what stays when the name changes. */
  subject: string;
  name: string;
  /** Told after the name when somebody else has it already. */
  account: string;
}

/** What the audit log calls whoever sits at the proxy's own machine; nobody can be called so. */
const consoleName = 'console';

/**
 * The people who may sign in, in the ledger's database, so that every replica knows the same ones. Nobody is ever
 * deleted and no name is ever changed or given again: the ledger knows by it who prepared, approved and decided.
 */
export class Users {
  readonly #database: LedgerDatabase;
  readonly #clock: Clock;

  constructor(database: LedgerDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async list(): Promise<User[]> {
    const rows = await this.#database.selectFrom('users').selectAll().orderBy('name_key').execute();
    return rows.map(toUser);
  }

  /** Null where there is nobody of this name. */
  async find(name: string): Promise<User | null> {
    const row = await this.#database
      .selectFrom('users')
      .selectAll()
      .where('name_key', '=', nameKey(name))
      .executeTakeFirst();
    return row === undefined ? null : toUser(row);
  }

  /** Throws a `ConfigError` when the name cannot be used or is taken, also by somebody who was disabled. */
  async add(user: NewUser): Promise<void> {
    const name = tidyName(user.name);
    if (name === '' || name.length > 100 || nameKey(name) === consoleName) {
      throw new ConfigError(['A name has 1 to 100 characters, and is not "console".']);
    }
    if (user.roles.length === 0) throw new ConfigError(['Say which roles: --role preparer, for instance.']);
    const added = await this.#insert(name, { roles: user.roles.join(' '), live: user.live ? 1 : 0 });
    if (!added) throw new ConfigError([`There is somebody called ${name} already; no name is given twice.`]);
  }

  /** Adds somebody unless there is somebody of this name. */
  async ensure(user: NewUser): Promise<void> {
    if ((await this.find(user.name)) === null) await this.add(user);
  }

  /** Ends all of somebody's tokens and codes, and lets them in no more; with `disabled` false, lets them in again. */
  async setDisabled(name: string, disabled: boolean): Promise<void> {
    const user = await this.#require(name);
    await this.#end(user, disabled ? 'user-disabled' : 'user-enabled', {
      disabled_at: disabled ? toInstant(this.#clock.now()) : null,
    });
  }

  /** Ends all of somebody's tokens and codes; they may sign in again. */
  async revoke(name: string): Promise<void> {
    await this.#end(await this.#require(name), 'tokens-revoked', {});
  }

  /** What is kept of somebody of Entra's, who is written down at the first sight. */
  async ofEntra(person: EntraPerson): Promise<{ user: User; tokensFrom: string | null }> {
    const known = await this.#bySubject(person.subject);
    if (known !== undefined) return { user: toUser(known), tokensFrom: known.tokens_from };
    const name = tidyName(person.name).slice(0, 60);
    const account = tidyName(person.account).slice(0, 100);
    for (const candidate of [name, `${name} (${account})`, `${name} (${person.subject})`]) {
      if (candidate === '' || nameKey(candidate) === consoleName) continue;
      await this.#insert(candidate, { roles: '', live: 0, subject: person.subject });
      // Also when another request of the same person was faster.
      const row = await this.#bySubject(person.subject);
      if (row !== undefined) return { user: toUser(row), tokensFrom: row.tokens_from };
    }
    throw new Error('a person of Entra ID could not be written down');
  }

  #bySubject(subject: string) {
    return this.#database.selectFrom('users').selectAll().where('subject', '=', subject).executeTakeFirst();
  }

  async #insert(name: string, values: Pick<UserTable, 'roles' | 'live'> & { subject?: string }) {
    const at = toInstant(this.#clock.now());
    return this.#database.transaction().execute(async (transaction) => {
      const result = await transaction
        .insertInto('users')
        .values({ id: randomUUID(), name, name_key: nameKey(name), created_at: at, ...values })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows === 0n) return false;
      const roles = values.subject === undefined ? values.roles : 'by Entra ID';
      await audit(transaction, at, 'user-added', `${name}: ${roles}${values.live === 1 ? ', live' : ''}`);
      return true;
    });
  }

  async #require(name: string): Promise<User> {
    const user = await this.find(name);
    if (user === null) {
      throw new ConfigError([
        `There is nobody called ${tidyName(name)}; npm run users -- list shows who is.`,
      ]);
    }
    return user;
  }

  async #end(user: User, action: AuditRecord['action'], change: { disabled_at?: string | null }) {
    const at = toInstant(this.#clock.now());
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('users')
        .set({ ...change, tokens_from: at })
        .where('id', '=', user.id)
        .execute();
      await transaction.deleteFrom('session').where('user_id', '=', user.id).execute();
      await transaction.deleteFrom('sign_in_code').where('user_id', '=', user.id).execute();
      await audit(transaction, at, action, user.name);
    });
  }
}

function audit(database: LedgerDatabase, at: string, action: AuditRecord['action'], result: string) {
  return writeAudit(database, { at, by: { userName: consoleName }, action, result });
}

/** The roles in the column of a user, without words that a later version may have put there. */
export function readRoles(text: string): Role[] {
  const words = text.split(' ');
  return roleSchema.options.filter((role) => words.includes(role));
}

function toUser(row: UserTable): User {
  return {
    id: row.id,
    name: row.name,
    roles: readRoles(row.roles),
    live: row.live === 1,
    isEntra: row.subject !== null,
    isDisabled: row.disabled_at !== null,
  };
}

/** One line without characters that nobody sees. */
function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** The same for two names that a reader would take for one. */
function nameKey(name: string): string {
  return tidyName(name).normalize('NFKC').toLowerCase();
}
