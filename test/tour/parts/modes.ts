import { oversight, strings } from '../../../src/words/index.ts';
import { versionHeader } from '../../../src/contract/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows, seedId, totalOf } from '../../support/payout-workbook.ts';
import {
  becomes,
  chooseFromMenu,
  controlTotal,
  everything,
  isAtStart,
  openMenu,
  openRows,
  reload,
  scrollToEnd,
  seesDialog,
  titleOf,
} from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

/** Where money moves. */
export const live: TourPart = {
  name: 'live',
  desk: { live: true },
  async walk(it, visit) {
    await it.signIn();
    await isAtStart(it);
    await visit('start');
    const rows = payoutRows(2);
    await openRows(it, rows, 'payouts.xlsx');
    await it.click('Check');
    await it.proceedToConfirm();
    await controlTotal(it).fill(totalOf(rows));
    await visit('confirm');
    await it.click(/^Stage 2/);
    await it.sees('6 of 6 verified');
    await visit('result');
    await chooseFromMenu(it, 'Check settings');
    await seesDialog(it);
    await it.pane.getByText('This workbook belongs to live').scrollIntoViewIfNeeded();
    await visit('settings-of-a-bound-workbook');
  },
};

/** What a server's limits leave no way around. */
export const limits: TourPart = {
  name: 'limits',
  desk: {
    limits: {
      largestPayment: { USD: '1001.00' },
      largestDistribution: { USD: '3000.00' },
      vehicles: [seedId('vehicles', 0)],
    },
  },
  async walk(it, visit) {
    await it.signIn();
    await openRows(it, payoutRows(2), 'payouts.xlsx');
    await it.click('Check');
    await it.proceedPastWarnings();
    await it.sees(oversight.limits.beyond);
    await visit('preview');
    await scrollToEnd(it);
    await visit('preview-end');
  },
};

/** An answer of the other mode, which stops all sending. */
export const modeLock: TourPart = {
  name: 'mode-lock',
  async walk(it, visit) {
    await it.signIn();
    const rows = payoutRows(2);
    await openRows(it, rows, 'payouts.xlsx');
    await it.sandbox.orderFaults({
      kind: 'wrong-livemode',
      match: { method: 'POST', path: '/v1/distributions' },
    });
    await it.stageAll(totalOf(rows));
    await it.sees(new RegExp(`^${strings.result.stopped}`));
    await it.sees(oversight.modeLock.title);
    await visit('result');
    await it.click(oversight.modeLock.why);
    await it.click('Check again');
    await it.proceedPastWarnings();
    await it.sees(strings.preview.badgeOtherMode(true));
    await visit('preview');
    await scrollToEnd(it);
    await visit('preview-end');
    await reload(it);
    await it.sees(oversight.modeLock.title);
    await isAtStart(it);
    await visit('for-an-administrator');
    await it.click('Let sending go on…');
    await seesDialog(it);
    await visit('let-sending-go-on');
    await it.click('Cancel');
    await becomes(it, 'Preparer', ['viewer', 'preparer']);
    await it.sees(oversight.modeLock.title);
    await isAtStart(it);
    await it.click(oversight.modeLock.why);
    await visit('for-others');
  },
};

/** A pane and a server that do not fit, and a pane that stops. */
export const versions: TourPart = {
  name: 'versions',
  async walk(it, visit) {
    await it.signIn();
    await otherVersion(it, visit);
    await crash(it, visit);
  },
};

async function otherVersion(it: DeskUnderTest, visit: Visit): Promise<void> {
  for (const [name, version] of [
    ['newer-server', '99.0.0'],
    ['older-server', '0.0.1'],
  ] as const) {
    await it.page.route(everything, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), [versionHeader]: version } });
    });
    await openRows(it, payoutRows(1), `${name}.xlsx`);
    await it.sees(strings.version[name === 'newer-server' ? 'newer' : 'older'].title);
    await isAtStart(it);
    await visit(name);
    await it.page.unroute(everything);
  }
  await it.page.route('**/api/distributions/lookup', (route) =>
    route.fulfill({
      status: 426,
      json: {
        error: {
          code: 'pane-outdated',
          message: 'This pane is older than the server takes. Close and open it. Nothing was sent.',
        },
      },
    }),
  );
  await it.click('Check');
  await it.sees(titleOf('pane-outdated'));
  await visit('pane-outdated');
  await it.page.unroute('**/api/distributions/lookup');
}

/** Something that the pane draws with fails: no person can bring that about, so the browser is made to. */
async function crash(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.pane.locator('body').evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get: () => {
        throw new Error('Nothing can be formatted.');
      },
    });
  });
  await openMenu(it);
  await it.page.keyboard.press('Escape');
  await it.click('Check');
  await it.sees(strings.crash.title);
  await visit('stopped');
}
