import { strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, seedId, totalOf } from '../../support/payout-workbook.ts';
import {
  controlTotal,
  everything,
  hold,
  isAtStart,
  openRows,
  reload,
  scrollToEnd,
  stagings,
  titleOf,
} from '../hands.ts';
import type { Clock } from '../open-tour.ts';
import type { TourPart, Visit } from '../tour.ts';

const creation = { method: 'POST', path: '/v1/distributions' };

/** Runs that end otherwise than planned: at Nova, on the way, or by somebody's wish. */
export const troubles: TourPart = {
  name: 'troubles',
  async walk(it, visit, clock) {
    await it.signIn();
    await stopped(it, visit);
    await refused(it, visit);
    await serverGone(it, visit);
    await sheetChanged(it, visit);
    await notKnown(it, visit, clock);
  },
};

/** New content each time: what was staged before would be recognized. */
function rowsOf(name: string, distributions: number): (string | number)[][] {
  return payoutRows(distributions).map((row, index) =>
    index === 0 ? row : [`${name} ${row[0]}`, ...row.slice(1)],
  );
}

async function toConfirmed(it: DeskUnderTest, name: string, distributions: number): Promise<void> {
  const rows = rowsOf(name, distributions);
  await openRows(it, rows, `${name.toLowerCase()}.xlsx`);
  await it.click('Check');
  await it.proceedToConfirm();
  await controlTotal(it).fill(totalOf(rows));
}

async function stopped(it: DeskUnderTest, visit: Visit): Promise<void> {
  await toConfirmed(it, 'Stopped', 4);
  const letGo = await hold(it, stagings, 1);
  await it.click(/^Stage 4 distributions/);
  await it.sees(strings.progress.sending(2, 4));
  await it.click('Stop after this one');
  await it.sees(strings.progress.cancelling);
  await visit('progress-stopping');
  letGo();
  await it.sees(strings.result.cancelled);
  await it.sees('6 of 6 verified');
  await visit('result-stopped');
  await scrollToEnd(it);
  await visit('result-stopped-end');
}

async function refused(it: DeskUnderTest, visit: Visit): Promise<void> {
  const unknown = 'ent_DoesNotExist0000000000001';
  const rows = rowsOf('Refused', 2);
  (rows[2] as (string | number)[])[4] = unknown;
  await it.sandbox.post('/control/entities', { id: unknown, name: String(rows[2]?.[3]) });
  await openRows(it, rows, 'refused.xlsx');
  await it.click('Check');
  await it.proceedToConfirm();
  await controlTotal(it).fill(totalOf(rows));
  await it.sandbox.call('DELETE', `/control/entities/${unknown}`);
  await it.click(/^Stage 2/);
  await it.sees('3 of 3 verified');
  await visit('result-refused');
  await it.sandbox.post('/control/entities', { id: unknown, name: String(rows[2]?.[3]) });
  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.badgeRejected);
  await visit('preview-refused-before');
}

async function serverGone(it: DeskUnderTest, visit: Visit): Promise<void> {
  await toConfirmed(it, 'Gone', 2);
  // Whatever is asked: one answer, and the pane would find the server to be back.
  await it.page.route(everything, (route) => route.abort());
  await it.click(/^Stage 2/);
  await it.sees(new RegExp(`^${strings.result.stopped}`));
  await it.sees(strings.connection.silent.title);
  await visit('result-server-gone');
  await it.page.unroute(everything);
}

async function sheetChanged(it: DeskUnderTest, visit: Visit): Promise<void> {
  await toConfirmed(it, 'Changed', 2);
  await it.write('Payouts!F3', [[999_999]]);
  await it.click(/^Stage 2/);
  await it.sees(strings.notices.sheetChangedTitle);
  await visit('sheet-changed');
  await it.write('Payouts!E3', [[seedId('entities', 20)]]);
  await reload(it);
  await isAtStart(it);
}

/** An answer that is lost, and then found by nobody for a day. */
async function notKnown(it: DeskUnderTest, visit: Visit, clock: Clock): Promise<void> {
  await toConfirmed(it, 'Lost', 3);
  await it.sandbox.orderFaults({ kind: 'lost-response', match: creation, after: 1, times: 1000 });
  await it.click(/^Stage 3/);
  await it.sees(strings.preview.badgeUnknown);
  await it.sees('3 of 3 verified');
  await visit('result-not-known');
  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.badgeUnknown);
  await it.pane.getByText(strings.preview.badgeUnknown).first().scrollIntoViewIfNeeded();
  await visit('preview-not-known');
  await clock.pass(25);
  await it.sandbox.post('/control/tokens/expire', {});
  await reload(it);
  await it.signIn();
  await it.select('Payouts!A2');
  await it.click('Check');
  const field = it.pane.getByRole('textbox', { name: 'Distribution id' });
  await field.waitFor();
  await visit('preview-needs-a-person');
  await field.scrollIntoViewIfNeeded();
  await field.fill('something else');
  await it.sees(strings.resolve.linkWrong);
  await scrollToEnd(it);
  await visit('preview-needs-a-person-end');
  await field.fill('dst_SomethingElse');
  await it.click('Link the distribution');
  await it.sees(titleOf('link-not-found'));
  await visit('link-not-found');
}
