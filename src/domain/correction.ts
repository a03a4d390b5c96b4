export type CorrectionKind =
  | 'trim'
  | 'remove-invisible'
  | 'prefix-case'
  | 'text-to-number'
  | 'date-to-iso'
  /** Leading zeros that a numeric cell dropped, put back as text. */
  | 'restore-zeros'
  /** A code for the name that stands there: US for United States. */
  | 'code';

/**
 * What a cell would hold if its fault were mended, offered only where nothing else can be meant. A number is written
 * as a number, whatever the format of the cell; a text stays exactly this text, also where it looks like a date.
 */
export interface Correction {
  kind: CorrectionKind;
  to: string | number;
}
