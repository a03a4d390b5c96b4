import { oversight, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, totalOf } from '../../support/payout-workbook.ts';
import { becomes, chooseFromMenu, openRows, reload, scrollToEnd, seesDialog, signInAs } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

/** What a second person has to approve, seen by the first and by the second; and the history that remains. */
export const approving: TourPart = {
  name: 'approving',
  desk: { limits: { approval: { from: { USD: '5000000.00' } } } },
  async walk(it, visit) {
    await signInAs(it, 'Preparer');
    await nothingWaits(it, visit);
    await preparing(it, visit);
    await judging(it, visit);
    await news(it, visit);
    await history(it, visit);
  },
};

async function nothingWaits(it: DeskUnderTest, visit: Visit): Promise<void> {
  await chooseFromMenu(it, /^Approvals/);
  await it.sees(oversight.approvals.none);
  await visit('approvals-none');
  await it.click('Back to payouts');
}

async function preparing(it: DeskUnderTest, visit: Visit): Promise<void> {
  // Payees who got little before, so that there is something out of the usual.
  await openRows(it, payoutRows(2), 'small payouts.xlsx');
  await it.stageAll(totalOf(payoutRows(2)));
  await it.sees('6 of 6 verified');
  const [header = [], ...small] = payoutRows(2);
  const rows = [
    header,
    ...small.map((row, index) => [`Large ${row[0]}`, ...row.slice(1, 5), 2_500_000 + index]),
  ];
  await openRows(it, rows, 'large payouts.xlsx');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(oversight.limits.approval);
  await visit('preview-needs-approval');
  await it.confirmAndStage(totalOf(rows));
  await it.sees(strings.preview.badgeAwaiting);
  await visit('result-waits-for-approval');
  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.badgeAwaiting);
  await visit('preview-waits-for-approval');
  await chooseFromMenu(it, /^Approvals/);
  await it.sees(oversight.approvals.own);
  await visit('approvals-own');
  await lookAtFirst(it);
  await it.sees(oversight.sealed.own);
  await visit('approval-own');
  await it.click('Back');
  await it.click('Back to payouts');
}

async function judging(it: DeskUnderTest, visit: Visit): Promise<void> {
  await becomes(it, 'Second person');
  await reload(it);
  await it.sees(oversight.approvals.waiting(2));
  await visit('start-with-approvals');
  await chooseFromMenu(it, /^Approvals/);
  await it.sees(/Prepared by/);
  await visit('approvals');
  await lookAtFirst(it);
  await it.sees(/^Usually/);
  await visit('approval');
  await scrollToEnd(it);
  await visit('approval-end');
  await it.click('Return…');
  await seesDialog(it);
  await visit('approval-return');
  await it.pane
    .getByRole('textbox', { name: 'What is wrong with it?' })
    .fill('The amounts are ten times last time');
  await it.click('Return it');
  await it.sees(/Nothing of .* was sent\./);
  await visit('returned');
  await it.click('Dismiss');
  await lookAtFirst(it);
  await it.click(/^Approve 3 payments, /);
  await it.sees(oversight.approved.accepted.title);
  await visit('approved');
  await it.click('Back to payouts');
}

async function lookAtFirst(it: DeskUnderTest): Promise<void> {
  await it.pane
    .getByRole('button', { name: /^Look at / })
    .first()
    .click();
}

async function news(it: DeskUnderTest, visit: Visit): Promise<void> {
  await becomes(it, 'Preparer');
  await it.sees('3 of 3 verified');
  await it.sees(oversight.waitingNews.title);
  await visit('news-of-approvals');
  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.badgeReturned);
  await visit('preview-returned');
}

async function history(it: DeskUnderTest, visit: Visit): Promise<void> {
  await chooseFromMenu(it, 'History');
  await it.sees('Large Deal 2');
  await visit('history');
  await it.pane.getByRole('button', { name: strings.receipt.open }).first().click();
  await it.pane.getByRole('button', { name: strings.receipt.print }).waitFor();
  await visit('history-receipt');
  await it.click('Back');
  await it.pane.getByRole('tab', { name: oversight.history.scopes.all }).click();
  await it.sees(oversight.history.action('sign-in'));
  await visit('history-of-all-workbooks');
  await it.click('Filters');
  await visit('history-filters');
  await it.pane.getByRole('searchbox', { name: 'Search' }).fill('nothing like this');
  await it.click('Show');
  await it.sees(oversight.history.none);
  await visit('history-empty');
  await it.click('Back to payouts');
}
