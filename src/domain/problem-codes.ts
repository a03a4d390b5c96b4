import type { RuleCode } from '../words/index.ts';
import type { Correction } from './correction.ts';
import type { TableField } from './fields.ts';
import type { Problem, Severity } from './problem.ts';
import { registrationCodes } from './registering/problem-codes.ts';
import type { CellPosition } from './sheet-table.ts';

/**
 * The rules of payout tables, some of which every table can have, by their severity. What a rule is called, why it is
 * there and what to do stands in `src/words`, by the same code; neither compiles without the other.
 */
export const payoutCodes = {
  // The table as a whole
  'no-payout-rows': 'problem',
  'nothing-selected': 'problem',
  'required-column-missing': 'problem',
  'column-mapped-twice': 'problem',
  'column-is-result': 'problem',
  'result-column-twice': 'problem',
  'result-column-spelling': 'problem',
  'result-column-name-taken': 'problem',
  'sheet-protected': 'problem',
  'result-columns-blocked': 'problem',
  'changed-since-staged': 'warning',
  // Any cell
  'required-cell-blank': 'problem',
  'cell-error': 'problem',
  'cell-is-boolean': 'problem',
  'text-too-long': 'problem',
  // Ids
  'id-has-invisible-character': 'problem',
  'id-has-space': 'problem',
  'id-has-lookalike': 'problem',
  'id-wrong-kind': 'problem',
  'id-prefix-case': 'problem',
  'id-malformed': 'problem',
  // Amount and currency
  'amount-is-text': 'problem',
  'amount-not-a-number': 'problem',
  'amount-has-fraction-of-cent': 'problem',
  'amount-zero': 'problem',
  'amount-negative': 'problem',
  'amount-too-large': 'problem',
  'total-too-large': 'problem',
  'currency-malformed': 'problem',
  'currency-not-supported': 'problem',
  // Dates
  'date-is-text': 'problem',
  'date-never-was': 'problem',
  'date-out-of-range': 'problem',
  'date-has-time': 'warning',
  'date-in-past': 'warning',
  'date-on-weekend': 'warning',
  'date-far-ahead': 'warning',
  // Values that can be read in more than one way
  'amount-is-ambiguous': 'problem',
  'currency-disagrees': 'problem',
  'date-order-ambiguous': 'problem',
  'cell-merged': 'problem',
  // Contacts, names, references
  'contact-twice': 'warning',
  'too-many-contacts': 'problem',
  'name-is-number': 'warning',
  'reference-inexact': 'problem',
  // What Nova knows of the payees
  'entity-unknown': 'problem',
  'contact-unknown': 'problem',
  'payee-name-differs': 'warning',
  'payee-without-instructions': 'warning',
  'payees-not-checked': 'warning',
  // Results that stand in the row already
  'result-id-malformed': 'problem',
  'result-ids-incomplete': 'problem',
  'payment-id-twice': 'problem',
  // Distributions
  'distribution-partly-staged': 'problem',
  'distribution-too-large': 'problem',
  'payee-twice': 'warning',
  'reference-on-two-distributions': 'warning',
  'reference-splits-distribution': 'warning',
  'name-with-two-dates': 'warning',
  'name-nearly-equal': 'warning',
  'distribution-cents-differ': 'warning',
  'subtotal-among-rows': 'problem',
  'amount-equals-rows-above': 'warning',
  'amount-unusual': 'warning',
  'tie-out-differs': 'problem',
  'currencies-mixed': 'warning',
} as const satisfies Partial<Record<RuleCode, Severity>>;

/** Every code that the domain emits. A code never changes its meaning; a rule that goes leaves its code unused. */
export const problemCodes = { ...payoutCodes, ...registrationCodes } as const satisfies Record<
  RuleCode,
  Severity
>;

export type ProblemCode = keyof typeof problemCodes;

/** A problem with the severity of its rule, and the change that would mend it where one is certain. */
export function problemAt(
  code: ProblemCode,
  message: string,
  cell: CellPosition | null,
  field: TableField | null,
  correction: Correction | null = null,
): Problem {
  const problem = { code, severity: problemCodes[code], message, cell, field };
  return correction === null ? problem : { ...problem, correction };
}
