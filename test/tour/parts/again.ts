import { oversight, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../../support/payout-workbook.ts';
import { openRows, scrollToEnd, seesDialog } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

const rows = payoutRows(2);

/** What was staged before: in a copy, with rows missing, cancelled, or lost from the sheet. */
export const again: TourPart = {
  name: 'again',
  async walk(it, visit) {
    await it.signIn();
    await openRows(it, rows, 'payouts.xlsx');
    await it.stageAll(totalOf(rows));
    await it.sees('6 of 6 verified');
    await rowsLackIds(it, visit);
    await copies(it, visit);
    await aRowLess(it, visit);
    await cancelled(it, visit);
    await ofAnotherNova(it, visit);
  },
};

async function rowsLackIds(it: DeskUnderTest, visit: Visit): Promise<void> {
  const [lost = []] = await it.read('Payouts!A4:F4');
  await it.page.evaluate(() => window.workbench.deleteRows('Payouts', 4, 1));
  await it.write('Payouts!A7', [lost]);
  await it.click('Check again');
  await it.sees(strings.restore.title(1));
  await visit('row-lacks-ids');
  await it.click('Write the ids of 1 row');
  await it.sees('1 of 1 verified');
  await visit('ids-restored');
}

async function copies(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(it, rows, 'copy of payouts.xlsx');
  await it.sees(strings.restore.offerTitle);
  await visit('start-ids-missing');
  await it.click('Check');
  await it.sees(/Staged before on/);
  await visit('staged-before');
  await it.pane.getByRole('button', { name: 'Stage it again on purpose…' }).first().click();
  await seesDialog(it);
  await visit('stage-again');
  await it.pane
    .getByRole('textbox', { name: 'Why is it to be paid again?' })
    .fill('The first was cancelled in Nova');
  await it.click('Add to what is staged');
  await it.sees(strings.repeat.badge);
  await scrollToEnd(it);
  await visit('staged-again-on-purpose');
}

async function aRowLess(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(it, rows.slice(0, -1), 'a row less.xlsx');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(oversight.alike.badge);
  await it.pane.getByText(oversight.alike.badge).scrollIntoViewIfNeeded();
  await visit('alike');
}

/** Rows that bear the ids of a distribution that was cancelled in Nova, mended. */
async function cancelled(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.openWorkbook(await workbookFile('Payouts', rows, 'another copy.xlsx'));
  await it.select('Payouts!A2');
  await it.click('Write the ids of 6 rows');
  await it.sees('6 of 6 verified');
  for (const { id } of await it.sandbox.records()) {
    await it.sandbox.post(`/control/distributions/${id}/status`, { status: 'cancelled' });
  }
  await it.click('Refresh statuses');
  await it.sees(/6 payments checked/);
  await visit('refreshed-cancelled');
  await it.write('Payouts!F2', [[1500.25]]);
  await it.click('Done');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(/for your decision\./);
  await visit('cancelled-waits-for-a-decision');
  await it.click('Stage it in place of the cancelled one…');
  await seesDialog(it);
  await visit('stage-in-place');
  await it.pane.getByRole('textbox', { name: 'Why is it staged anew?' }).fill('The first amount was wrong');
  await it.click('Add to what is staged');
  await it.sees(strings.replace.badgeDecided);
  await visit('staged-in-place');
}

/** Rows that bear the ids of a Nova that this one knows nothing of, such as a sandbox that was emptied since. */
async function ofAnotherNova(it: DeskUnderTest, visit: Visit): Promise<void> {
  const results = ['Nova distribution', 'Nova payment', 'Distribution status', 'Payment status'];
  const elsewhere = rows.map((row, index) => [
    ...row,
    ...(index === 0
      ? results
      : [
          `dst_Elsewhere000000000000000${Math.ceil(index / 3)}`,
          `dpmt_Elsewhere00000000000000${index}`,
          'draft',
          'staged',
        ]),
  ]);
  await openRows(it, elsewhere, 'of another Nova.xlsx');
  await it.click('Refresh statuses');
  await it.sees(strings.refresh.notReadTitle(2));
  await visit('refreshed-not-read');
}
