/** Everything that the checks of payouts say of a table, and what is written into its Message column. */
import { amounts, cells, currencies, dates, ids } from './cell-problems.ts';
import { advice, fields } from './fields.ts';
import { sheet } from './sheet-messages.ts';
import { distributions, payees, table } from './table-problems.ts';

export const problemTexts = {
  fields,
  advice,
  ids,
  amounts,
  currencies,
  dates,
  cells,
  table,
  distributions,
  payees,
  sheet,
};
