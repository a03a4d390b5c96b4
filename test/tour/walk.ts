import { projectPath } from '../../src/scripts/project-path.ts';
import { answerForPayees, payeesAddress } from '../../src/scripts/bench-payees.ts';
import { benchRows } from '../../src/scripts/bench-workbook.ts';
import { payoutHeaders, samplePayouts } from '../../src/scripts/sample-data.ts';
import type { DeskUnderTest } from '../support/desk.ts';
import { friday, payoutRows, seedId, totalOf, workbookFile } from '../support/payout-workbook.ts';

/** Called in every state of the pane, by a name that stays; the state waits until it is done. */
export type Visit = (name: string) => Promise<void>;

const sample = projectPath('assets/sample-payouts.xlsx');

/** Leads the pane through all its states, each reached as a person would reach it. */
export async function walk(it: DeskUnderTest, visit: Visit): Promise<void> {
  await signingIn(it, visit);
  await checking(it, visit);
  await previewing(it, visit);
  await staging(it, visit);
  await afterwards(it, visit);
  await repeating(it, visit);
  await goingWrong(it, visit);
  await longTables(it, visit);
  await approving(it, visit);
  await withoutServer(it, visit);
}

async function signingIn(it: DeskUnderTest, visit: Visit): Promise<void> {
  const code = it.pane.getByRole('textbox', { name: 'Sign-in code' });
  await code.waitFor();
  await visit('sign-in');
  await code.fill('WRONG-CODE');
  await it.click('Sign in');
  await it.sees('That code does not work');
  await visit('sign-in-refused');
  await it.signIn();
  await visit('start');
}

async function checking(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Choose a table from a list');
  await it.sees('Which table?');
  await visit('choose-table');
  await it.click('Back');
  await it.select('Payouts!A6');
  await it.click('Check');
  await it.sees('2 problems');
  await visit('problems');
  await it.click(/^Columns: /);
  await it.pane.getByRole('combobox', { name: 'Vehicle' }).scrollIntoViewIfNeeded();
  await visit('columns');
  await menu(it);
  await visit('account-menu');
  await it.pane.getByRole('menuitem', { name: 'Check settings' }).click();
  await dialog(it);
  await visit('settings');
  await it.click('Cancel');
}

async function previewing(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.mendSample();
  await it.click('Check again');
  await it.sees('1 warning');
  await it.proceedPastWarnings();
  await it.sees('4 distributions to stage');
  await visit('preview');
  await it.click('14 payments');
  await visit('preview-payments');
  await it.click('Continue to confirm');
  const box = it.pane.getByRole('textbox', { name: 'Control total (USD)' });
  await box.waitFor();
  await visit('confirm');
  await box.fill('1.00');
  await it.sees(/The difference is/);
  await visit('confirm-differs');
  await box.fill(await it.sampleTotal());
  await visit('confirm-ready');
}

async function staging(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await holdRequests(it);
  await it.click(/^Stage 4 distributions/);
  await it.sees('Distribution 1 of 4');
  await visit('progress');
  letGo();
  await it.sees(`${samplePayouts.length} of ${samplePayouts.length} verified`);
  await visit('result');
}

/** Keeps what the pane submits from the proxy until somebody says so. */
async function holdRequests(it: DeskUnderTest): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await it.page.route('**/api/distributions', async (route) => {
    await promise;
    await route.fallback();
  });
  return resolve;
}

async function afterwards(it: DeskUnderTest, visit: Visit): Promise<void> {
  const [first, second] = await it.sandbox.records();
  const failPayment = second?.distribution.payments.data[1]?.id;
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'published' });
  await it.sandbox.post(`/control/distributions/${second?.id}/status`, { status: 'executed', failPayment });
  await it.write('Payouts!F9', [[99_999.5]]);
  await it.click('Refresh statuses');
  await it.sees(/1 failed/);
  await it.sees(/of \d+ verified/);
  await visit('refreshed');
  await it.click('Done');
  await it.select('Payouts!A6');
  await it.click('Check');
  await it.sees('1 warning');
  await visit('warning');
  await it.proceedPastWarnings();
  await it.sees('Nothing to stage');
  await visit('nothing-to-stage');
}

async function repeating(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.openWorkbook(sample);
  await it.sees('Not everything that was staged is in the sheet');
  await visit('start-ids-missing');
  await it.mendSample();
  await it.select('Payouts!A6');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(/Staged before on/);
  await visit('staged-before');
  await it.pane.getByRole('button', { name: 'Stage it again on purpose…' }).first().click();
  await dialog(it);
  await visit('stage-again');
  await it.click('Cancel');
}

/** One refused, one whose answer is lost, one not sent; and a sheet that takes no results. */
async function goingWrong(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = payoutRows(4);
  const creation = { method: 'POST', path: '/v1/distributions' };
  await it.openWorkbook(await workbookFile('Payouts', rows, 'troubles.xlsx'));
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.proceedToConfirm();
  await it.pane.getByRole('textbox', { name: 'Control total (USD)' }).fill(totalOf(rows));
  await it.sandbox.orderFaults({ kind: 'lost-response', match: creation, after: 1, times: 1000 });
  const letGo = await holdRequests(it);
  await it.click(/^Stage 4 distributions/);
  await it.sees('Distribution 1 of 4');
  await it.page.evaluate(() => window.workbench.protect('Payouts'));
  letGo();
  await it.sees('The results are not in the sheet yet');
  await visit('results-not-in-sheet');
  await it.page.evaluate(() => window.workbench.unprotect('Payouts'));
  await it.click('Write results again');
  await it.sees('3 of 3 verified');
  await visit('result-not-known');
  await it.sandbox.call('DELETE', '/control/faults');
}

/** Lists that are drawn in part. */
async function longTables(it: DeskUnderTest, visit: Visit): Promise<void> {
  const clean = benchRows(600);
  const wrong = clean.map((row, index) =>
    row.map((value, column) => (column === 4 && index % 2 ? 'none' : value)),
  );
  await answerForPayees(it.page);
  await it.openWorkbook(await workbookFile('Payouts', [[...payoutHeaders], ...wrong], 'long.xlsx'));
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees('300 problems');
  await visit('many-problems');
  await it.page.unroute(payeesAddress);
}

async function approving(it: DeskUnderTest, visit: Visit): Promise<void> {
  const [header = [], ...small] = payoutRows(2);
  const rows = [
    header,
    ...small.map((row, index) => [`Large ${row[0]}`, ...row.slice(1, 5), 2_500_000 + index]),
  ];
  await it.openWorkbook(await workbookFile('Payouts', rows, 'large payouts.xlsx'));
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(rows));
  await it.sees('Waits for approval');
  await visit('result-waits-for-approval');
  await menu(it);
  await it.pane.getByRole('menuitem', { name: /^Approvals/ }).click();
  await it.sees(/You prepared this one/);
  await visit('approvals-own');
  await it.click('Back to payouts');
  await becomes(it, 'Second person');
  await menu(it);
  await it.pane.getByRole('menuitem', { name: /^Approvals/ }).click();
  await visit('approvals');
  await it.pane
    .getByRole('button', { name: /^Look at / })
    .first()
    .click();
  await it.sees(/^Usually/);
  await visit('approval');
  await it.click('Return…');
  await dialog(it);
  await visit('approval-return');
  await it.click('Cancel');
  await it.click(/^Approve 3 payments, /);
  await it.sees('Approved and staged');
  await visit('approved');
  await it.click('Back to payouts');
  await menu(it);
  await it.pane.getByRole('menuitem', { name: 'History' }).click();
  await it.click('Filters');
  await visit('history');
  await it.pane.getByRole('searchbox', { name: 'Search' }).fill('nothing like this');
  await it.click('Show');
  await it.sees('Nothing fits');
  await visit('history-empty');
  await it.click('Back to payouts');
}

async function withoutServer(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.signOut();
  await it.pane
    .getByRole('textbox', { name: 'Sign-in code' })
    .fill(await it.desk.issueSignInCode('Viewer', ['viewer']));
  await it.click('Sign in');
  await it.pane.getByRole('button', { name: /^Account of Viewer/ }).waitFor();
  await it.openWorkbook(await workbookFile('Payouts', [...payoutRows(1)].map(anew), 'new.xlsx'));
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.proceedPastWarnings();
  await visit('preview-viewer');
  await it.click('Back');
  await it.page.route('**/api/**', (route) => route.abort());
  await it.click('Check again');
  await it.sees('The Distribution Desk server does not answer');
  await visit('server-away');
  await it.page.unroute('**/api/**');
  await it.signOutElsewhere();
  await it.click('Check again');
  await it.sees('Your sign-in has ended');
  await visit('sign-in-ended');
}

function anew(row: (string | number)[], index: number): (string | number)[] {
  return index === 0 ? row : ['Another deal', seedId('vehicles', 0), friday, ...row.slice(3)];
}

async function menu(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menu').waitFor();
}

async function dialog(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('dialog').or(it.pane.getByRole('alertdialog')).waitFor();
}

async function becomes(it: DeskUnderTest, name: string): Promise<void> {
  await it.signOut();
  await it.enterCode(name);
  await it.pane.getByRole('button', { name: new RegExp(`^Account of ${name}`) }).waitFor();
}
