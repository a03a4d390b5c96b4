import { afterEach, expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';
import { sampleMistakes, samplePayouts } from '../../src/scripts/sample-data.ts';
import { DeskUnderTest, sampleFirstRow } from '../support/desk.ts';

const sample = projectPath('assets/sample-payouts.xlsx');
const textAmount = `F${sampleFirstRow + sampleMistakes.amountAsText}`;
const wrongEntity = `E${sampleFirstRow + sampleMistakes.contactInsteadOfEntity}`;

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

test('the check follows the sheet by itself, corrects a cell, ties out, and keeps its marks to itself', async () => {
  const it = (desk = await DeskUnderTest.open({ workbookFile: sample, paneWidth: 320 }));
  await it.signIn();
  await it.select('Payouts!A6');
  await it.click('Check');
  await it.sees('2 problems');

  // A safe correction, and the check runs again.
  const [[before]] = (await it.read(`Payouts!${textAmount}`)) as [[string]];
  await it.click(new RegExp(`^Fix ${textAmount}: `));
  await it.sees('1 problem');
  expect(await it.read(`Payouts!${textAmount}`)).toEqual([[Number(before.replace(/,/g, ''))]]);

  // Mended with the keyboard; the pane notices by itself and stays at the check.
  await it.jumpTo(wrongEntity);
  const entity = samplePayouts[sampleMistakes.contactInsteadOfEntity]?.entity ?? '';
  await it.typeIntoGrid(entity);
  await it.pane.getByRole('button', { name: 'Continue to preview' }).waitFor();
  expect(await it.pane.getByText('1 problem').count()).toBe(0);

  // The sample's own total ties out; then it is changed, and no longer does.
  await it.select('Payouts!B2');
  await it.click('Take from the selected cell');
  await it.sees('Total in Payouts!B2');
  await it.write('Payouts!B2', [[1]]);
  await it.sees('1 problem');
  await it.click('Remove tie-out');
  await it.pane.getByText('1 problem').first().waitFor({ state: 'hidden' });

  // Nothing reaches beyond the narrowest pane.
  const overflow = await it.pane
    .locator('body')
    .evaluate((body) => body.scrollWidth - body.ownerDocument.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('another table can be chosen from the list', async () => {
  const it = (desk = await DeskUnderTest.open({ workbookFile: sample }));
  await it.signIn();
  await it.select('Register!A2');
  await it.click('Choose a table from a list');
  await it.click(/^Payouts ?Excel table/);
  await it.sees('2 problems');
  await it.click('Choose another table');
  await it.click('Back');
  await it.sees('2 problems');
});
