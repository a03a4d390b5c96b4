import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, Kysely, QueryResult } from 'kysely';
import { LogOnDisk } from './log-on-disk.ts';

/**
 * SQLite with commits that are shared and do not stand in anybody's way: transactions that come while an earlier commit is
 * on its way to the disk become savepoints of one transaction of the file. Its commit writes to the log without waiting
 * for the disk; the wait is ours, outside of this thread. A transaction resolves only when it is on the disk, so whoever
 * goes on can rely on what was written, also after a power cut.
 *
 * What is read outside a transaction comes from a connection of its own, which sees what is committed. That may be on
 * its way to the disk still; whatever is written next comes after it in the log, and so never outlives it.
 *
 * The writer has to be in WAL mode with `synchronous = NORMAL`, which keeps the file whole by itself.
 */
export class GroupCommitDialect implements Dialect {
  readonly #writer: DatabaseSync;
  readonly #reader: DatabaseSync;

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = writer;
    this.#reader = reader;
  }

  createDriver(): Driver {
    return new GroupCommitDriver(this.#writer, this.#reader);
  }
  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }
  // Kysely's own interface takes a database of any schema here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  createIntrospector(database: Kysely<any>): SqliteIntrospector {
    return new SqliteIntrospector(database);
  }
}

class GroupCommitDriver implements Driver {
  readonly #writer: Statements;
  readonly #reader: Statements;
  readonly #turns = new Turns();
  readonly #disk: LogOnDisk;
  #group: Group | null = null;
  /** Resolves, whatever became of it, when the commit that is on its way to the disk has got there. */
  #onItsWay: Promise<void> = Promise.resolve();

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = new Statements(writer);
    this.#reader = new Statements(reader);
    this.#disk = new LogOnDisk(writer);
  }

  async init(): Promise<void> {}

  acquireConnection(): Promise<Connection> {
    return Promise.resolve(new Connection(this));
  }

  async releaseConnection(): Promise<void> {}

  /** Waits for its turn, which it keeps until it is committed or rolled back. */
  async beginTransaction(connection: Connection): Promise<void> {
    await this.#turns.take();
    try {
      this.#group ??= this.#open();
      this.#writer.database.exec('SAVEPOINT one');
      connection.inTransaction = true;
    } catch (error) {
      this.#turns.give();
      throw error;
    }
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await this.#leave(connection, 'RELEASE one');
  }

  /** Also called after a commit that failed, when there is nothing left to roll back. */
  async rollbackTransaction(connection: Connection): Promise<void> {
    if (connection.inTransaction) await this.#leave(connection, 'ROLLBACK TO one; RELEASE one');
  }

  /** A query outside a transaction. */
  async execute(query: CompiledQuery): Promise<QueryResult<never>> {
    if (query.query.kind === 'SelectQueryNode') return this.#reader.run(query);
    await this.#turns.take();
    let group: Group;
    let result: QueryResult<never>;
    try {
      group = this.#group ??= this.#open();
      result = this.#writer.run(query);
    } finally {
      this.#turns.give();
    }
    await group.committed;
    return result;
  }

  executeInTransaction(query: CompiledQuery): QueryResult<never> {
    return this.#writer.run(query);
  }

  async destroy(): Promise<void> {
    await this.#group?.committed;
    await this.#onItsWay;
    await this.#disk.close();
    this.#reader.database.close();
    this.#writer.database.close();
  }

  async #leave(connection: Connection, command: string): Promise<void> {
    const group = this.#group;
    if (group === null) throw new Error('a transaction ended outside its group');
    connection.inTransaction = false;
    try {
      this.#writer.database.exec(command);
    } finally {
      this.#turns.give();
    }
    await group.committed;
  }

  #open(): Group {
    this.#writer.database.exec('BEGIN IMMEDIATE');
    const group = new Group();
    // The turn of the event loop that it was opened in may bring more.
    void this.#onItsWay.then(() => setImmediate(() => void this.#commit(group)));
    return group;
  }

  async #commit(group: Group): Promise<void> {
    await this.#turns.take();
    try {
      this.#group = null;
      this.#writer.database.exec('COMMIT');
      const synced = this.#disk.sync();
      this.#onItsWay = synced.catch(() => undefined);
      group.resolve(synced);
    } catch (error) {
      if (this.#writer.database.isTransaction) this.#writer.database.exec('ROLLBACK');
      group.reject(error);
    } finally {
      this.#turns.give();
    }
  }
}

class Connection implements DatabaseConnection {
  readonly #driver: GroupCommitDriver;
  inTransaction = false;

  constructor(driver: GroupCommitDriver) {
    this.#driver = driver;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.inTransaction
      ? this.#driver.executeInTransaction(query)
      : await this.#driver.execute(query);
    return result;
  }

  streamQuery(): never {
    throw new Error('the ledger is never streamed');
  }
}

/** Those who wait for one commit. */
class Group {
  readonly committed: Promise<void>;
  resolve!: (onDisk: Promise<void>) => void;
  reject!: (error: unknown) => void;

  constructor() {
    this.committed = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Everyone who wrote in the group waits for it; when all of them failed before, nobody does.
    this.committed.catch(() => undefined);
  }
}

/** One after the other, in the order in which they came. */
class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else next();
  }
}

/** Prepared statements, kept by their text: the ledger has a few dozen. */
class Statements {
  readonly database: DatabaseSync;
  readonly #kept = new Map<string, { statement: StatementSync; returnsRows: boolean }>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  run(query: CompiledQuery): QueryResult<never> {
    const { statement, returnsRows } = this.#prepare(query.sql);
    const parameters = query.parameters as readonly SQLInputValue[];
    if (returnsRows) return { rows: statement.all(...parameters) as never[] };
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  #prepare(text: string): { statement: StatementSync; returnsRows: boolean } {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    const statement = this.database.prepare(text);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    // A lookup has as many texts as it has lengths.
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(text, prepared);
    return prepared;
  }
}

const mostKept = 200;
