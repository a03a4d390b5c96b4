import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const postedTo = async (it: DeskUnderTest) =>
  (await it.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path === '/v1/distributions',
  );

test('an outcome that stayed unknown past the life of its key is linked by a person, and nothing more is sent', async () => {
  const rows = payoutRows(1);
  let offsetMs = 0;
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', rows),
    environment: { NOVA_MAX_TRIES: '1' },
    now: () => Date.now() + offsetMs,
  }));
  await it.signIn();
  await it.select('Payouts!A2');
  // Every answer is lost, though the first request did its work.
  await it.sandbox.orderFaults({
    kind: 'lost-response',
    match: { method: 'POST', path: '/v1/distributions' },
    times: 1000,
  });
  await it.stageAll(totalOf(rows));
  await it.sees('Not known');
  expect(await it.read('Payouts!G2:H4')).toEqual(Array.from({ length: 3 }, () => ['', '']));

  offsetMs = 25 * 3_600_000;
  await it.sandbox.post('/control/tokens/expire', {});
  const [record] = await it.sandbox.records();
  const sentBefore = (await postedTo(it)).length;
  await it.click('Check again');
  // Twelve hours after signing in, the sign-in has ended too.
  await it.sees('Your sign-in has ended');
  await it.enterCode();
  const again = it.pane.getByRole('button', { name: /^Check( again)?$/ });
  const field = it.pane.getByRole('textbox', { name: 'Distribution id' });
  await again.or(field).first().waitFor();
  if (!(await field.isVisible())) await again.click();
  await field.fill('dst_SomethingElse');
  await it.click('Link the distribution');
  await it.sees('Nova has no such distribution');
  await field.fill(record?.id ?? '');
  await it.click('Link the distribution');
  await it.sees(/Staged before/);
  await it.click('Write ids of 1 distribution');
  await it.sees('3 of 3 verified');
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual([record?.id, record?.id, record?.id]);
  expect(await postedTo(it)).toHaveLength(sentBefore);
  expect(await it.sandbox.records()).toHaveLength(1);
});

test('what was never created is declared so by a second person, never by the one who submitted it, and staged anew', async () => {
  const rows = payoutRows(1);
  let offsetMs = 0;
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', rows),
    environment: { NOVA_MAX_TRIES: '1' },
    now: () => Date.now() + offsetMs,
  }));
  await it.enterCode('First person');
  await it.select('Payouts!A2');
  // Every connection breaks before Nova does anything, which nobody here can know.
  await it.sandbox.orderFaults({
    kind: 'refuse',
    match: { method: 'POST', path: '/v1/distributions' },
    times: 1000,
  });
  await it.stageAll(totalOf(rows));
  await it.sees('Not known');

  offsetMs = 25 * 3_600_000;
  await it.sandbox.post('/control/tokens/expire', {});
  const sentBefore = (await postedTo(it)).length;
  const reason = it.pane.getByRole('textbox', { name: 'How do you know?' });
  const declare = async () => {
    const again = it.pane.getByRole('button', { name: /^Check( again)?$/ });
    await again.or(reason).first().waitFor();
    if (!(await reason.isVisible())) await again.click();
    await reason.fill('Looked through the dashboard by name and date');
    await it.click('Declare never created');
  };
  await it.click('Check again');
  await it.sees('Your sign-in has ended');
  await it.enterCode('First person');
  await declare();
  await it.sees('A second person has to declare this');
  await it.sees(/It was sent for First person/);

  await it.signOut();
  await it.enterCode('Second person');
  await declare();
  await it.sees(/Second person declared that Nova never created this distribution/);
  expect(await postedTo(it)).toHaveLength(sentBefore);
  expect(await it.sandbox.records()).toEqual([]);

  await it.sandbox.call('DELETE', '/control/faults');
  await it.confirmAndStage(totalOf(rows));
  await it.sees('3 of 3 verified');
  const records = await it.sandbox.records();
  expect(records).toHaveLength(1);
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual(Array.from({ length: 3 }, () => records[0]?.id));
  const keys = new Set((await postedTo(it)).map(({ idempotencyKey }) => idempotencyKey));
  expect(keys.size).toBe(2);
});

test('a deliberate repeat shows the earlier one, asks for a reason and creates one more', async () => {
  const rows = payoutRows(1);
  const file = await workbookFile('Payouts', rows);
  const it = (desk = await DeskUnderTest.open({ workbookFile: file }));
  await it.signIn();
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(rows));
  await it.sees('3 of 3 verified');
  const [first] = await it.sandbox.records();

  await it.openWorkbook(file);
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.click('Stage it again on purpose…');
  await it.sees(first?.id ?? 'no record');
  await it.pane
    .getByRole('textbox', { name: 'Why is it to be paid again?' })
    .fill('The first was cancelled in Nova');
  await it.click('Add to what is staged');
  await it.confirmAndStage(totalOf(rows));
  await it.sees('3 of 3 verified');
  const records = await it.sandbox.records();
  expect(records).toHaveLength(2);
  const second = records.find(({ id }) => id !== first?.id);
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual([second?.id, second?.id, second?.id]);
  expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
});

test('a copy in which a row is missing is not staged beside the first unless somebody says so', async () => {
  const rows = payoutRows(1);
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile('Payouts', rows) }));
  await it.signIn();
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(rows));
  await it.sees('3 of 3 verified');

  const copy = rows.slice(0, -1);
  await it.openWorkbook(await workbookFile('Payouts', copy, 'copy.xlsx'));
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees('Something like it was staged before');
  expect(await it.pane.getByRole('button', { name: 'Continue to confirm' }).count()).toBe(0);
  await it.pane.getByRole('checkbox', { name: 'This is another distribution. Stage it too.' }).check();
  await it.confirmAndStage(totalOf(copy));
  await it.sees('2 of 2 verified');
  expect(await it.sandbox.records()).toHaveLength(2);
});
