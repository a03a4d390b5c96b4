/** A pane that opens on a sheet with ids, and one that nobody sees: when statuses come by themselves, and when they wait. */
import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';
import { resultSheet as sheet } from '../support/results-in-sheet.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const rows = payoutRows(2);
const statuses = 8;

async function staged(): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await it.signIn();
  await it.select(`${sheet}!A2`);
  await it.page.clock.install();
  await it.stageAll(totalOf(rows));
  await it.sees('6 of 6 verified');
  return it;
}

/** Nova pays the first distribution out. */
async function executeFirst(it: DeskUnderTest): Promise<void> {
  const [first] = await it.sandbox.records();
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'executed' });
}

/** The saved workbook says of each row what the sandbox says of its distribution. */
async function expectTrue(it: DeskUnderTest): Promise<void> {
  const records = await it.sandbox.records();
  const [, ...saved] = await it.savedRows(sheet);
  const known = new Map(records.map(({ id, distribution }) => [id, String(distribution.status)]));
  expect(saved.map((row) => row[statuses])).toEqual(saved.map((row) => known.get(row[6] ?? '')));
  expect(saved.filter((row) => row[statuses] === 'executed')).toHaveLength(3);
}

test('a pane that opens on a sheet with ids brings their statuses without being asked', async () => {
  const it = await staged();
  await executeFirst(it);
  await it.page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.reload());
  await it.sees('3 became disbursed');
  await expectTrue(it);
});

test('a pane that nobody sees asks for nothing, and at once when it is seen again', async () => {
  const it = await staged();
  await executeFirst(it);
  const beSeen = (state: DocumentVisibilityState) =>
    it.pane.locator('body').evaluate((_body, visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      Object.defineProperty(document, 'hidden', { value: visibility === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await beSeen('hidden');
  const asked = (await it.sandbox.requests()).length;
  await it.page.clock.fastForward(600_000);
  await it.page.clock.runFor(1_000);
  expect((await it.sandbox.requests()).length).toBe(asked);
  expect((await it.savedRows(sheet)).flat()).not.toContain('executed');

  await beSeen('visible');
  await it.sees('3 became disbursed');
  await expectTrue(it);
});
