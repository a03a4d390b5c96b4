import type { Compilable, CompiledQuery } from 'kysely';
import type { LedgerDatabase } from './schema.ts';

/** The place of a value in a query that is compiled before the value is known. */
class Slot {
  readonly read: (values: Readonly<Record<string, unknown>>) => unknown;

  constructor(read: Slot['read']) {
    this.read = read;
  }
}

/** Stands for the value of this name while a query is built, so it has that value's type. */
export type SlotFor<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/**
 * A query of those that every submission needs. Kysely builds and compiles it once for each database instead of for
 * each use, which costs more than SQLite needs to run it; a use only puts its values into their places.
 */
export class Prepared<Values extends object, Row> {
  readonly #build: (database: LedgerDatabase, slot: SlotFor<Values>) => Compilable<Row>;
  /** By the adapter, which a database shares with its transactions. */
  readonly #compiled = new WeakMap<object, CompiledQuery<Row>>();

  constructor(build: (database: LedgerDatabase, slot: SlotFor<Values>) => Compilable<Row>) {
    this.#build = build;
  }

  /** Answers all rows. */
  async run(database: LedgerDatabase, values: Values): Promise<Row[]> {
    const { adapter } = database.getExecutor();
    let compiled = this.#compiled.get(adapter);
    if (compiled === undefined) {
      const slot = (name: string) => new Slot((given) => given[name]) as never;
      compiled = this.#build(database, slot).compile();
      this.#compiled.set(adapter, compiled);
    }
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = compiled.parameters.map((value) =>
      value instanceof Slot ? value.read(given) : value,
    );
    const { rows } = await database.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  }
}

/** What `derive` makes of a value; of a slot's, each time when the query is used. */
export function derived<T, U>(value: T, derive: (value: T) => U): U {
  if (!(value instanceof Slot)) return derive(value);
  return new Slot((values) => derive(value.read(values) as T)) as U;
}
