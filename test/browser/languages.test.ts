/** Both flows in German and in French, in a pane 320 pixels wide: nothing is cut off, and nothing is left in English. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { workbookFile } from '../support/payout-workbook.ts';
import { Reader, type Tongue } from '../support/reader.ts';
import { readBankDetails, readPayouts } from '../support/reading-flows.ts';
import { instructionsHeader, instructionsRow, testEntity } from '../support/registration-workbook.ts';

const payees = [testEntity(1), testEntity(2), testEntity(3, 1)];

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

async function open(workbook: string, language: Tongue): Promise<Reader> {
  desk = await DeskUnderTest.open({ workbookFile: workbook, language, paneWidth: 320 });
  return new Reader(desk, language);
}

describe.each(['de-DE', 'fr-FR'] as const)('in %s at 320 pixels', (language) => {
  test('payouts, from the sign-in to refreshed statuses', async () => {
    const reader = await open(projectPath('assets/sample-payouts.xlsx'), language);
    await readPayouts(reader);
    expect(reader.found).toEqual({});
    expect(reader.seen).toHaveLength(13);
  });

  test('bank details, from the check to masked numbers', async () => {
    const rows = payees.map((payee, index) => instructionsRow(payee, `00011122233${index}`));
    const reader = await open(await workbookFile('Bank', [instructionsHeader, ...rows]), language);
    await readBankDetails(reader, payees);
    expect(reader.found).toEqual({});
    expect(reader.seen).toHaveLength(6);
  });
});
