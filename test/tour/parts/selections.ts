import { rulesInWords, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows } from '../../support/payout-workbook.ts';
import { openRows } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

const rows = payoutRows(2);
/** Where a second table begins on the same sheet. */
const below = rows.length + 4;
const [firstTable, secondTable] = [`A1:F${rows.length}`, `A${below}:F${below + rows.length - 1}`];

/** Selections that could mean more than one thing, or that hold what nobody can pay. */
export const selections: TourPart = {
  name: 'selections',
  async walk(it, visit) {
    await it.signIn();
    await severalTables(it, visit);
    await merged(it, visit);
  },
};

async function severalTables(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(it, rows, 'two tables.xlsx');
  await it.write(`Payouts!A${below}`, rows);
  // A Sunday, so that there is something to look at before the preview.
  await it.write('Payouts!C2', [[46_663]]);
  await it.select(`Payouts!A1:F${below + rows.length - 1}`);
  await it.click('Check');
  await it.sees(strings.table.ambiguityTitle);
  await it.pane.getByText(strings.table.ambiguityTitle).scrollIntoViewIfNeeded();
  await visit('several-tables');
  await it.click('Back');
  await it.page.evaluate(
    ([one, other]) => {
      window.workbench.addTable(`Payouts!${one}`, 'Ordinary');
      window.workbench.addTable(`Payouts!${other}`, 'Special');
    },
    [firstTable, secondTable],
  );
  await it.select(`Payouts!A2:A${below + 2}`);
  await it.sees(/several tables/);
  await visit('start-several-tables');
}

/** The name of a distribution over all of its rows, as tables made for reading have it. */
async function merged(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(it, rows, 'merged.xlsx');
  await it.page.evaluate(() => window.workbench.merge('Payouts!A2:A4'));
  await it.select('Payouts!A2:F4');
  await it.click('Check');
  await it.sees(rulesInWords()['cell-merged'].title);
  await visit('merged-cells');
}
