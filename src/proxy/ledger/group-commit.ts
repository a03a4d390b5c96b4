import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, Kysely, QueryResult } from 'kysely';

/**
 * SQLite with commits that are shared: transactions that come at about the same time become savepoints of one
 * transaction of the file, and wait together for the one commit, and the one wait for the disk, that makes them durable.
 * A transaction resolves only after that commit, so whoever goes on can rely on what was written.
 *
 * What is read outside a transaction comes from a connection of its own, which sees only what is committed.
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
  // Kysely's own interface takes any database here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  createIntrospector(database: Kysely<any>): SqliteIntrospector {
    return new SqliteIntrospector(database);
  }
}

const quietMs = 1;
/** About what a commit itself takes on a common disk: a longer wait would cost more than it saves. */
const longestGatheringMs = 6;

class GroupCommitDriver implements Driver {
  readonly #writer: Statements;
  readonly #reader: Statements;
  readonly #turns = new Turns();
  #group: Group | null = null;
  #lastSize = 0;

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = new Statements(writer);
    this.#reader = new Statements(reader);
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
      this.#group.size += 1;
      this.#writer.command('SAVEPOINT one');
      connection.inTransaction = true;
    } catch (error) {
      this.#turns.give();
      throw error;
    }
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await this.#leave(connection, ['RELEASE one']);
  }

  /** Also called after a commit that failed, when there is nothing left to roll back. */
  async rollbackTransaction(connection: Connection): Promise<void> {
    if (connection.inTransaction) await this.#leave(connection, ['ROLLBACK TO one', 'RELEASE one']);
  }

  /** A query outside a transaction. */
  async execute(query: CompiledQuery): Promise<QueryResult<never>> {
    if (query.query.kind === 'SelectQueryNode') return this.#reader.run(query);
    await this.#turns.take();
    let group: Group;
    let result: QueryResult<never>;
    try {
      group = this.#group ??= this.#open();
      group.size += 1;
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
    this.#writer.database.close();
    this.#reader.database.close();
  }

  async #leave(connection: Connection, commands: readonly string[]): Promise<void> {
    const group = this.#group;
    if (group === null) throw new Error('a transaction ended outside its group');
    connection.inTransaction = false;
    try {
      for (const command of commands) this.#writer.command(command);
    } finally {
      this.#turns.give();
    }
    await group.committed;
  }

  #open(): Group {
    this.#writer.command('BEGIN IMMEDIATE');
    const group = new Group();
    this.#awaitOthers(group, performance.now());
    return group;
  }

  /**
   * Commits once nobody has joined for as long as `quietMs`, at the latest after `longestGatheringMs`. Where the group
   * before was joined by nobody, nobody is expected, and a lone transaction is not made to wait.
   */
  #awaitOthers(group: Group, openedAtMs: number): void {
    const sizeBefore = group.size;
    const look = () => {
      const nowMs = performance.now();
      const isAlone = group.size <= 1 && this.#lastSize <= 1;
      const isComplete = group.size === sizeBefore || nowMs - openedAtMs >= longestGatheringMs;
      if (isAlone || isComplete) void this.#commit(group);
      else this.#awaitOthers(group, openedAtMs);
    };
    if (group.size <= 1 && this.#lastSize <= 1) setImmediate(look);
    else setTimeout(look, quietMs);
  }

  async #commit(group: Group): Promise<void> {
    await this.#turns.take();
    try {
      this.#group = null;
      this.#lastSize = group.size;
      this.#writer.command('COMMIT');
      group.resolve();
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
  /** How many transactions have joined. */
  size = 0;
  resolve!: () => void;
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

  /** Runs a statement that has neither parameters nor rows. */
  command(text: string): void {
    this.#prepare(text).statement.run();
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
