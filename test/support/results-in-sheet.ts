import { expect } from '@jest/globals';
import type { ControlRecord } from '../sandbox/sandbox-client.ts';
import { DeskUnderTest } from './desk.ts';
import { payoutRows, totalOf, workbookFile } from './payout-workbook.ts';

export const resultSheet = 'Payouts';
export const resultRows = payoutRows(2);
export const notWritten = 'The results are not in the sheet yet';

/** Where a line says which entity it is of, and which payment it bears. */
export interface LinePlaces {
  entity: number;
  payment: number;
}
export const inTable: LinePlaces = { entity: 4, payment: 7 };

/** Six rows in an Excel table, and a run under way whose second distribution Nova keeps for a while. */
export async function openStaging(opened: (it: DeskUnderTest) => void): Promise<DeskUnderTest> {
  const it = await DeskUnderTest.open({ workbookFile: await workbookFile(resultSheet, resultRows) });
  opened(it);
  await it.page.evaluate(() => window.workbench.addTable('Payouts!A1:F7', 'PayoutTable'));
  await it.signIn();
  await it.select(`${resultSheet}!A2`);
  await it.delayNova(2_500, 1);
  await it.stageAll(totalOf(resultRows));
  await it.sees(/Staging 2 of 2|Distribution 2 of 2|2 of 2/);
  return it;
}

/** Every line that bears an entity bears the payment that the sandbox keeps for it, each once. */
export function expectTrue(lines: string[][], at: LinePlaces, records: ControlRecord[]): void {
  const payments = records.flatMap(({ distribution }) => distribution.payments.data);
  const expected = payments.map(({ entity, id }) => [entity, id]).sort();
  expect(lines.map((line) => [line[at.entity], line[at.payment]]).sort()).toEqual(expected);
  expect(expected).toHaveLength(6);
}

export async function creations(it: DeskUnderTest): Promise<number> {
  const requests = await it.sandbox.requests();
  return requests.filter(({ method, path }) => method === 'POST' && path === '/v1/distributions').length;
}

/** Writes what was kept, and finds it in the saved workbook; nothing was sent twice for it. */
export async function expectWrittenAgain(it: DeskUnderTest): Promise<void> {
  await it.click('Write results again');
  await it.sees('6 of 6 verified');
  const [, ...written] = await it.savedRows(resultSheet);
  expectTrue(written.slice(0, 6), inTable, await it.sandbox.records());
  expect(await creations(it)).toBe(2);
}
