import { strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, totalOf } from '../../support/payout-workbook.ts';
import { controlTotal, hold, openRows, reload, scrollToEnd, stagings } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

/** Results on their way into the sheet, and sheets that do not take them or do not keep them. */
export const writing: TourPart = {
  name: 'writing',
  async walk(it, visit) {
    await it.signIn();
    await notInSheet(it, visit);
    await whileEditing(it, visit);
    await undone(it, visit);
    await unplaced(it, visit);
    await closedBefore(it, visit);
  },
};

/** A run whose last request is still under way, and what lets it go. */
async function staging(it: DeskUnderTest, name: string): Promise<() => void> {
  const rows = payoutRows(2).map((row, index) =>
    index === 0 ? row : [`${name} ${row[0]}`, ...row.slice(1)],
  );
  await openRows(it, rows, `${name.toLowerCase()}.xlsx`);
  await it.click('Check');
  await it.proceedToConfirm();
  await controlTotal(it).fill(totalOf(rows));
  const letGo = await hold(it, stagings, 1);
  await it.click(/^Stage 2/);
  await it.sees(strings.progress.sending(2, 2));
  return letGo;
}

async function notInSheet(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await staging(it, 'Protected');
  await it.page.evaluate(() => window.workbench.protect('Payouts'));
  letGo();
  await it.sees(strings.result.writeFailedTitle);
  await visit('results-not-in-sheet');
  await it.click('Write to a results sheet');
  await it.sees(strings.result.sheetTitle('Nova results'));
  await visit('results-sheet');
  await it.page.evaluate(() => window.workbench.unprotect('Payouts'));
  await it.click('Write results again');
  await it.sees('6 of 6 verified');
}

async function whileEditing(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await staging(it, 'Edited');
  await it.page.evaluate(() => window.workbench.setEditing(true));
  letGo();
  await it.sees(strings.result.waitingForEdit);
  await visit('writing-waits');
  await it.page.evaluate(() => window.workbench.setEditing(false));
  await it.sees('6 of 6 verified');
}

async function undone(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.write('Payouts!H2', [[''], [''], [''], [''], [''], ['']]);
  await it.sees(strings.result.lostTitle(6));
  await visit('ids-lost');
  await it.click('Write results again');
  await it.sees('6 of 6 verified');
}

async function unplaced(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await staging(it, 'Deleted');
  await it.page.evaluate(() => window.workbench.deleteRows('Payouts', 3, 2));
  letGo();
  await it.sees(strings.result.unplacedTitle(2));
  await visit('results-without-a-row');
  await scrollToEnd(it);
  await visit('results-without-a-row-end');
  await it.click('Done');
}

async function closedBefore(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await staging(it, 'Closed');
  await it.page.evaluate(() => window.workbench.protect('Payouts'));
  letGo();
  await it.sees(strings.result.writeFailedTitle);
  await reload(it);
  await it.sees(strings.result.restoredText);
  await visit('results-of-a-closed-pane');
}
