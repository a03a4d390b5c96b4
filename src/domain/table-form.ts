import type { RegistrationKind } from '../contract/index.ts';
import type { TableField } from './fields.ts';

/** What a table is for. */
export type FormKind = 'payout' | RegistrationKind;

/** Every column of results that a form can have, and what it holds. */
export const resultKinds = {
  distributionId: 'id',
  paymentId: 'id',
  distributionStatus: 'status',
  paymentStatus: 'status',
  registeredId: 'id',
  checkedAt: 'time',
  message: 'text',
} as const satisfies Record<string, 'id' | 'status' | 'time' | 'text'>;
export type ResultColumn = keyof typeof resultKinds;

/** Every name of a result column, whatever the form. */
export const resultColumnNames = Object.keys(resultKinds) as readonly ResultColumn[];

/** The columns whose ids say that a row is done. */
export const idColumnNames = resultColumnNames.filter((column) => resultKinds[column] === 'id');

/** The header texts of a form's result columns, in the order in which they are created; by them they are found again. */
export type FormResults = Readonly<Partial<Record<ResultColumn, string>>>;

/**
 * What the cells of a field look like, by which a column is confirmed or doubted: ids of one prefix, or values of one
 * kind. Names, references and `account` numbers can be nearly anything, so their cells prove nothing, and `any` can be
 * anything.
 */
export type FieldCells =
  'veh' | 'ent' | 'cnt' | 'currency' | 'date' | 'amount' | 'email' | 'name' | 'reference' | 'account' | 'any';

/** A table's purpose as a value: what its columns are called, which of them it needs, and what is written beside its rows. */
export interface TableForm<F extends TableField> {
  kind: FormKind;
  /** In the order in which the pane lists them. */
  fields: readonly F[];
  required: readonly F[];
  /** What the pane and the messages call a field, in the language of the moment. */
  labels: Readonly<Record<F, string>>;
  /** What to do where a required cell is blank. */
  advice: Readonly<Partial<Record<F, string>>>;
  /** Header texts by which a field is known, best first. They are compared as `normalizeHeader` leaves them. */
  synonyms: Readonly<Record<F, readonly string[]>>;
  /**
   * The same in other languages, best first. They count where they stand alone, accents aside: one word more or another
   * spelling is understood in English only.
   */
  otherLanguages: Readonly<Record<F, readonly string[]>>;
  cells: Readonly<Record<F, FieldCells>>;
  /** Fields whose column its cells alone can tell, in the order in which they choose. */
  toldByCells: readonly F[];
  /** Fields that tables often hold twice under good names, each with the rank of the synonym from which on that is so. */
  oftenTwice: Readonly<Partial<Record<F, number>>>;
  /** A row that fills one of them is meant, even if its texts speak of a total. */
  neverInTotals: readonly F[];
  /** Fields that no other form has: by their names a table is known to be of this one. */
  telling: readonly F[];
  results: FormResults;
}

/** Which column of the table holds which field: an index into `SheetTable.header`, or null when the table has none. */
export type FieldMapping<F extends TableField> = Record<F, number | null>;

/** The result columns of a form, in order. */
export function resultColumnsOf(results: FormResults): ResultColumn[] {
  return Object.keys(results) as ResultColumn[];
}
