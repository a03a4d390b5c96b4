/** Sheets that refuse the results, or lose them: nothing is lost, nothing of the user's is written over, nothing is sent twice. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import type { ControlRecord } from '../sandbox/sandbox-client.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const sheet = 'Payouts';
const rows = payoutRows(2);
const notWritten = 'The results are not in the sheet yet';

/** Six rows in an Excel table, and a run under way whose second distribution Nova keeps for a while. */
async function staging(): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await it.page.evaluate(() => window.workbench.addTable('Payouts!A1:F7', 'PayoutTable'));
  await it.signIn();
  await it.select(`${sheet}!A2`);
  await it.delayNova(2_500, 1);
  await it.stageAll(totalOf(rows));
  await it.sees(/Staging 2 of 2|Distribution 2 of 2|2 of 2/);
  return it;
}

/** Every line that bears an entity bears the payment that the sandbox keeps for it, each once. */
function expectTrue(
  lines: string[][],
  at: { entity: number; payment: number },
  records: ControlRecord[],
): void {
  const payments = records.flatMap(({ distribution }) => distribution.payments.data);
  const expected = payments.map(({ entity, id }) => [entity, id]).sort();
  expect(lines.map((line) => [line[at.entity], line[at.payment]]).sort()).toEqual(expected);
  expect(expected).toHaveLength(6);
}

const inTable = { entity: 4, payment: 7 };
const inLines = { entity: 1, payment: 5 };

const creations = async (it: DeskUnderTest) =>
  (await it.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path === '/v1/distributions',
  ).length;

async function expectWrittenAgain(it: DeskUnderTest): Promise<void> {
  await it.click('Write results again');
  await it.sees('6 of 6 verified');
  const [, ...written] = await it.savedRows(sheet);
  expectTrue(written.slice(0, 6), inTable, await it.sandbox.records());
  expect(await creations(it)).toBe(2);
}

test('space that is taken: a results sheet of its own, and beside the rows once there is room', async () => {
  const it = await staging();
  await it.write(`${sheet}!H4`, [['mine']]);
  await it.sees(notWritten);
  expect(await it.paneText()).toMatch(/The results need 6 empty columns right of the table, and there is 1/);
  expect((await it.savedRows(sheet)).map((row) => row.slice(6).join(''))).toEqual([
    '',
    '',
    '',
    'mine',
    '',
    '',
    '',
  ]);

  await it.click('Write to a results sheet');
  await it.sees('Written to the sheet “Nova results”');
  const [, ...lines] = await it.savedRows('Nova results');
  expectTrue(lines, inLines, await it.sandbox.records());

  await it.write(`${sheet}!H4`, [['']]);
  await expectWrittenAgain(it);
});

test('a sheet that was protected meanwhile stays protected; the results are kept, copied, and written later', async () => {
  const it = await staging();
  await it.page.evaluate(() => window.workbench.protect('Payouts'));
  await it.sees(notWritten);
  await it.sees(/protected or read-only/);
  expect((await it.savedRows(sheet)).map((row) => row.length)).toEqual([6, 6, 6, 6, 6, 6, 6]);
  await expect(it.write(`${sheet}!A2`, [['x']])).rejects.toThrow();

  // The pane is loaded anew in between: the results are still there.
  await it.page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.reload());
  await it.sees(/The pane closed before they were written/);
  await it.page.evaluate(() => window.workbench.unprotect('Payouts'));
  await expectWrittenAgain(it);
});

test('a workbook that is read-only takes no results sheet either: a CSV, and all of it later', async () => {
  const it = await staging();
  await it.page.evaluate(() => window.workbench.setReadOnly(true));
  await it.sees(notWritten);
  await it.click('Write to a results sheet');
  await it.pane
    .getByText(/protected or read-only/)
    .nth(1)
    .waitFor();
  expect(await it.page.evaluate(() => window.workbench.sheets())).toEqual([sheet]);

  const [download] = await Promise.all([it.page.waitForEvent('download'), it.click('Download CSV')]);
  const csv = readFileSync(await download.path(), 'utf8');
  const [, ...lines] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
  expectTrue(lines, inLines, await it.sandbox.records());

  await it.page.evaluate(() => window.workbench.setReadOnly(false));
  await expectWrittenAgain(it);
});

test('a person who types in a cell is waited for, and what was typed stays', async () => {
  const it = await staging();
  await it.select('Payouts!A12');
  await it.page.bringToFront();
  await it.page.evaluate(() => window.workbench.focusGrid());
  await it.page.keyboard.type('a remark');
  await it.sees(/A cell is being edited\. Press Enter or Esc/);
  expect(await it.sandbox.records()).toHaveLength(2);
  expect((await it.read(`${sheet}!G1:L7`)).flat().join('')).toBe('');
  await it.page.keyboard.type(' of mine');
  await it.page.keyboard.press('Enter');
  await it.sees('6 of 6 verified');
  const [, ...written] = await it.savedRows(sheet);
  expectTrue(written.slice(0, 6), inTable, await it.sandbox.records());
  expect(written[10]?.[0]).toBe('a remark of mine');
});

test('Ctrl+Z takes the ids away: it is noticed, and they are written again without sending anything', async () => {
  const it = await staging();
  await it.sees('6 of 6 verified');
  for (let steps = 0; steps < 6; steps += 1) {
    if ((await it.read(`${sheet}!H2:H7`)).flat().every((id) => id === '')) break;
    await it.page.evaluate(() => window.workbench.undo());
  }
  expect((await it.read(`${sheet}!H2:H7`)).flat().join('')).toBe('');
  await it.sees('6 rows have lost their ids');
  await expectWrittenAgain(it);
});
