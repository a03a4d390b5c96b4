import { afterEach, describe, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const sheet = 'Payouts';

/** Two distributions of three payments each, signed in and with the table selected. */
async function openWith(rows: (string | number)[][]): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await it.signIn();
  await it.select(`${sheet}!A2`);
  return it;
}

async function toConfirm(it: DeskUnderTest): Promise<void> {
  await it.click('Check');
  await it.proceedToConfirm();
}

const totalBox = (it: DeskUnderTest) => it.pane.getByRole('textbox', { name: 'Control total (USD)' });

describe('what goes wrong ends in a clear message, and nothing is sent that should not be', () => {
  test('a wrong control total', async () => {
    const it = await openWith(payoutRows(2));
    await toConfirm(it);
    await totalBox(it).fill('6,015.01');
    await it.sees(
      /You entered \$6,015\.01, but what is to be staged adds up to \$6,015\.00\. The difference is \$0\.01/,
    );
    expect(await it.pane.getByRole('button', { name: /^Stage 2/ }).isEnabled()).toBe(false);
    expect(await it.sandbox.records()).toEqual([]);
  });

  test('a sheet that changed after the check', async () => {
    const rows = payoutRows(2);
    const it = await openWith(rows);
    await toConfirm(it);
    await totalBox(it).fill(totalOf(rows));
    await it.write(`${sheet}!F3`, [[999999]]);
    await it.click(/^Stage 2/);
    await it.sees('The sheet changed after the check');
    expect(await it.sandbox.records()).toEqual([]);
    expect(await it.read(`${sheet}!F3`)).toEqual([[999999]]);
  });

  test('a token of Nova that expired is renewed, and a sign-in that ended resumes where it was', async () => {
    const rows = payoutRows(2);
    const it = await openWith(rows);
    await toConfirm(it);
    await it.sandbox.post('/control/tokens/expire', {});
    await it.signOutElsewhere();
    await totalBox(it).fill(totalOf(rows));
    await it.click(/^Stage 2/);
    await it.sees('Your sign-in has ended');
    expect(await it.sandbox.records()).toEqual([]);
    await it.enterCode();
    await totalBox(it).waitFor();
    if ((await totalBox(it).inputValue()) === '') await totalBox(it).fill(totalOf(rows));
    await it.click(/^Stage 2/);
    await it.sees('6 of 6 verified');
    expect(await it.sandbox.records()).toHaveLength(2);
  });

  test('an entity that Nova no longer knows: its distribution is refused, the other is staged', async () => {
    const rows = payoutRows(2);
    const unknown = 'ent_DoesNotExist0000000000001';
    (rows[2] as (string | number)[])[4] = unknown;
    const it = await openWith(rows);
    await it.sandbox.post('/control/entities', { id: unknown, name: String(rows[2]?.[3]) });
    await toConfirm(it);
    await totalBox(it).fill(totalOf(rows));
    await it.sandbox.call('DELETE', `/control/entities/${unknown}`);
    await it.click(/^Stage 2/);
    await it.sees('3 of 3 verified');
    await it.sees(new RegExp(`does not know.*${unknown}|${unknown}`));
    await it.sees('Nothing was created. Mend the cause, and then check again.');
    const records = await it.sandbox.records();
    expect(records).toHaveLength(1);
    const written = await it.read(`${sheet}!G2:L7`);
    expect(written.slice(0, 3).map((row) => row[0])).toEqual(['', '', '']);
    expect(String(written[0]?.[5])).toContain(unknown);
    expect(written.slice(3).map((row) => row[0])).toEqual([records[0]?.id, records[0]?.id, records[0]?.id]);

    // Mended at Nova, the same rows are staged by the next check, and only they.
    await it.sandbox.post('/control/entities', { id: unknown, name: 'Late Entity LP' });
    await it.click('Check again');
    await it.proceedToConfirm();
    await totalBox(it).fill('3003.00');
    await it.click(/^Stage 1 distribution,/);
    await it.sees('3 of 3 verified');
    expect(await it.sandbox.records()).toHaveLength(2);
  });

  test('a sandbox that is down', async () => {
    const rows = payoutRows(2);
    const it = await openWith(rows);
    await toConfirm(it);
    await totalBox(it).fill(totalOf(rows));
    await it.desk.stopSandbox();
    await it.click(/^Stage 2/);
    await it.sees(/Nova (cannot be reached|does not answer|is not)/);
    expect(await it.read(`${sheet}!A1:F7`)).toEqual(rows);
    expect(await it.paneText()).toMatch(/Not sent|Nothing was sent|Nothing was staged/);
  });

  test('an answer that was lost on the way is asked for again, and nothing is created twice', async () => {
    const rows = payoutRows(2);
    const it = await openWith(rows);
    await it.sandbox.orderFaults({
      kind: 'lost-response',
      match: { method: 'POST', path: '/v1/distributions' },
    });
    await it.stageAll(totalOf(rows));
    await it.sees('6 of 6 verified');
    expect(await it.sandbox.records()).toHaveLength(2);
  });
});
