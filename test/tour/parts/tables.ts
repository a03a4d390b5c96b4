import { rulesInWords, strings } from '../../../src/words/index.ts';
import { answerForPayees, payeesAddress } from '../../../src/scripts/bench-payees.ts';
import { benchRows } from '../../../src/scripts/bench-workbook.ts';
import { payoutHeaders } from '../../../src/scripts/sample-data.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, workbookFile } from '../../support/payout-workbook.ts';
import { chooseFromMenu, hold, openRows, scrollToEnd, seesDialog, titleOf } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

/** Sheets of all kinds, and what the check says of them. */
export const tables: TourPart = {
  name: 'tables',
  async walk(it, visit) {
    await it.signIn();
    await noTables(it, visit);
    await unlikeTables(it, visit);
    await currencies(it, visit);
    await corrections(it, visit);
    await tieOut(it, visit);
    await payees(it, visit);
    await longTables(it, visit);
  },
};

async function noTables(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.openWorkbook(await workbookFile('Empty', [], 'empty.xlsx'));
  await it.click('Choose a table from a list');
  await it.sees(strings.choose.noneTitle);
  await visit('no-tables-to-choose');
  await it.click('Back');
  await it.sees(strings.source.emptyTitle);
  await visit('start-of-an-empty-workbook');
}

async function unlikeTables(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = payoutRows(2);
  await openRows(it, rows, 'nothing to refresh.xlsx');
  await it.click('Refresh statuses');
  await it.sees(strings.refresh.nothingTitle);
  await visit('nothing-to-refresh');
  const [, ...body] = rows;
  const unnamed = [['Deal', 'Fund', 'When', 'LP', 'To', 'Sum'], ...body];
  await openRows(it, unnamed, 'other headers.xlsx');
  await it.click('Check');
  await it.sees(strings.mapping.missing);
  await scrollToEnd(it);
  await visit('columns-missing');
  await openRows(it, [...rows, ...rows.slice(1, 2)], 'rows aside.xlsx');
  await it.page.evaluate(() => window.workbench.hideRows('Payouts', 3, 1));
  await it.select('Payouts!A2:F4');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(/outside your selection/);
  await visit('preview-rows-aside');
}

/** One distribution in dollars, and one with a payment in euros. */
async function currencies(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = payoutRows(2).map((row, index) => [
    ...row,
    index === 0 ? 'Currency' : index === 5 ? 'EUR' : 'USD',
  ]);
  await openRows(it, rows, 'two currencies.xlsx');
  await it.click('Check');
  await it.sees(rulesInWords()['currency-not-supported'].title);
  await visit('two-currencies');
}

async function corrections(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = payoutRows(2).map((row, index) =>
    index === 0
      ? row
      : [...row.slice(0, 4), ` ${row[4]}`, index % 2 ? `1,00${index}.00` : Number(row[5]) + 0.001],
  );
  await openRows(it, rows, 'to correct.xlsx');
  await it.click('Check');
  await it.pane.getByRole('button', { name: /^Fix all/ }).waitFor();
  await visit('corrections');
  await scrollToEnd(it);
  await visit('corrections-end');
  await it.page.evaluate(() => window.workbench.setEditing(true));
  await it.click(/^Fix all/);
  await it.sees(titleOf('cell-edit-mode'));
  await visit('corrections-while-editing');
  await it.page.evaluate(() => window.workbench.setEditing(false));
}

async function tieOut(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(it, payoutRows(2), 'clean.xlsx');
  // Before the check: it would be made again by itself.
  await it.write('Payouts!A12', [[1], ['a note']]);
  // A Sunday.
  await it.write('Payouts!C2', [[46_663], [46_663], [46_663]]);
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees(/^\d warnings?$/);
  await it.select('Payouts!A13');
  await it.click('Take from the selected cell');
  await it.sees(strings.tieOut.noNumberTitle);
  await visit('tie-out-no-number');
  await it.click('Dismiss');
  await it.select('Payouts!A12');
  await it.click('Take from the selected cell');
  await it.sees(strings.tieOut.at('Payouts!A12'));
  await scrollToEnd(it);
  await visit('tie-out-differs');
}

async function payees(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = payoutRows(2);
  const [, first = []] = rows;
  first[4] = 'ent_Unknown0000000000000000001';
  await it.sandbox.orderFaults({
    kind: 'status',
    status: 503,
    match: { method: 'GET', path: '/v1/entities/*' },
    times: 100,
  });
  await openRows(it, rows, 'payees.xlsx');
  await it.click('Check');
  await it.sees(/not checked/i);
  await visit('payees-not-checked');
  await it.sandbox.call('DELETE', '/control/faults');
  await it.click('Check again');
  await it.sees('1 problem');
  await visit('payee-unknown');
  await chooseFromMenu(it, 'Check settings');
  await seesDialog(it);
  await it.pane.getByRole('textbox', { name: 'Default currency' }).fill('US');
  await it.sees(strings.settings.currencyWrong);
  await visit('settings-wrong-currency');
  await it.click('Cancel');
}

/** Lists that are drawn in part. */
async function longTables(it: DeskUnderTest, visit: Visit): Promise<void> {
  const clean = benchRows(600);
  const wrong = clean.map((row, index) =>
    row.map((value, column) => (column === 4 && index % 2 ? 'none' : value)),
  );
  await answerForPayees(it.page);
  await openRows(it, [[...payoutHeaders], ...wrong], 'long.xlsx');
  const letGo = await hold(it, payeesAddress);
  await it.click('Check');
  await it.sees(/^Asked Nova about/);
  await visit('check-progress');
  letGo();
  await it.sees(strings.problems.title(300));
  await visit('many-problems');
  const search = it.pane.getByRole('searchbox', { name: 'Search problems' });
  await search.fill('no such problem');
  await it.sees(strings.search.none);
  await visit('search-finds-nothing');
  await it.page.unroute(payeesAddress);
}
