/** The German of `../en/problems.ts`. */
import type { Words } from '../language.ts';
import { amounts, cells, currencies, dates, ids } from './cell-problems.ts';
import { advice, fields } from './fields.ts';
import { sheet } from './sheet-messages.ts';
import { distributions, payees, table } from './table-problems.ts';

export const problemTexts: Words['problemTexts'] = {
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
