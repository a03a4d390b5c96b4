/** Sheets that refuse the results, or lose them: nothing is lost, nothing of the user's is written over, nothing is sent twice. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { strings } from '../../src/words/index.ts';
import type { DeskUnderTest } from '../support/desk.ts';
import {
  expectTrue,
  expectWrittenAgain,
  inTable,
  notWritten,
  openStaging,
  resultSheet as sheet,
} from '../support/results-in-sheet.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const inLines = { entity: 1, payment: 5 };

const staging = () => openStaging((it) => (desk = it));

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

test('a cell that is being edited: the results wait, nobody has to do anything, and the buttons stay where they are', async () => {
  const it = await staging();
  await it.page.evaluate(() => window.workbench.setEditing(true));
  await it.sees(strings.result.waitingForEdit);
  const buttons = it.pane.locator('footer button');
  const meanwhile = await buttons.allTextContents();
  await it.page.evaluate(() => window.workbench.setEditing(false));
  await it.sees('6 of 6 verified');
  expect(meanwhile).toEqual(['Check again', 'Refresh statuses', 'Done']);
  expect(await buttons.allTextContents()).toEqual(meanwhile);
  const [, ...lines] = await it.savedRows(sheet);
  expectTrue(lines, inTable, await it.sandbox.records());
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
