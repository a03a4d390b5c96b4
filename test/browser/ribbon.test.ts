import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';
import { buttonName, DeskUnderTest, sampleFirstRow } from '../support/desk.ts';

const sample = projectPath('assets/sample-payouts.xlsx');
const template = projectPath('assets/distribution-desk-template.xlsx');

let it: DeskUnderTest;

beforeAll(async () => {
  it = await DeskUnderTest.open({ workbookFile: sample });
}, 180_000);
afterEach(() => expect(it.pageErrors).toEqual([]));
afterAll(() => it.close());

const press = (name: string) =>
  it.page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
const frames = () => it.page.locator('iframe').count();
const closePane = async () => {
  await it.page.getByRole('button', { name: 'Close task pane' }).click();
  expect(await frames()).toBe(0);
};

test('"Check selection" and "Refresh statuses" open the pane at that step, once somebody is signed in', async () => {
  await closePane();
  await it.select(`Payouts!A${sampleFirstRow}`);
  await press('Check selection');
  await it.enterCode();
  await it.sees(/2 problems/);
  // The same button again shows the pane as it is; another one brings its own page into it.
  await press('Refresh statuses');
  await it.sees('Nothing to refresh');
  await press('Distributions');
  await it.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
}, 120_000);

test('a workbook that asks for it opens the pane by itself, until the settings of the pane say otherwise', async () => {
  await closePane();
  await it.openWorkbook(sample);
  expect(await frames()).toBe(0);
  await it.openWorkbook(template);
  const menu = it.pane.getByRole('button', { name: /^Account of / });
  await menu.click();
  await it.pane.getByRole('menuitem', { name: 'Check settings' }).click();
  const opens = it.pane.getByRole('switch', { name: 'Open this pane with the workbook' });
  expect(await opens.isChecked()).toBe(true);
  await opens.click();
  await setTo(false);
  await it.click('Cancel');
  await closePane();
  await reopenSaved();
  expect(await frames()).toBe(0);
  // An older workbook can be made to, just as well.
  await it.openWorkbook(sample);
  await press('Distributions');
  await menu.click();
  await it.pane.getByRole('menuitem', { name: 'Check settings' }).click();
  expect(await opens.isChecked()).toBe(false);
  await opens.click();
  await setTo(true);
  await it.click('Cancel');
  await closePane();
  await reopenSaved();
  await it.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
}, 120_000);

/** The switch shows what the workbook holds, once it holds it. */
async function setTo(checked: boolean): Promise<void> {
  await it.pane.getByRole('switch', { name: 'Open this pane with the workbook', checked }).waitFor();
}

async function reopenSaved(): Promise<void> {
  await it.page.evaluate(async () => {
    const { workbench } = window;
    await workbench.open(await workbench.save(), 'Saved.xlsx');
  });
}
