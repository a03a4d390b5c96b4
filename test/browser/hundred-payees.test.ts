/** One hundred payees with one to three bank details each, Nova answering in another order: every id beside its own row. */
import { expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { workbookFile } from '../support/payout-workbook.ts';
import {
  goToPayeeDetails,
  instructionsHeader,
  instructionsRow,
  proceedToRegister,
  sandboxInstructions,
  tellSandbox,
  testEntity,
  tickCallBack,
} from '../support/registration-workbook.ts';

test('every id stands beside the row whose account number Nova has under it, in the saved sheet', async () => {
  const entities = Array.from({ length: 100 }, (_, index) => testEntity(index + 1));
  const rows = entities.flatMap((entity, index) =>
    Array.from({ length: (index % 3) + 1 }, (_, nth) =>
      instructionsRow(
        entity,
        `7${String(index * 10 + nth).padStart(11, '0')}`,
        nth === 1 ? 'ACH' : 'Domestic wire',
      ),
    ),
  );
  // The rows of one entity do not stand together.
  const mixed = rows
    .map((row, index) => ({ row, key: (index * 37) % rows.length }))
    .sort((a, b) => a.key - b.key);
  const sheet = [instructionsHeader, ...mixed.map(({ row }) => row)];
  const it = await DeskUnderTest.open({ workbookFile: await workbookFile('Bank', sheet) });
  try {
    await tellSandbox(it, entities);
    await it.signIn();
    await goToPayeeDetails(it);
    await it.select('Bank!A2');
    await it.click('Check');
    await proceedToRegister(it);
    await tickCallBack(it);
    await it.click(`Register ${rows.length} sets of bank details`);
    const verified = it.pane.getByText(`${rows.length} of ${rows.length} verified`).first();
    await verified.waitFor({ timeout: 240_000 });

    const records = await sandboxInstructions(it);
    expect(records).toHaveLength(rows.length);
    const byId = new Map(records.map((record) => [record.id, record]));
    const [header = [], ...saved] = await it.savedRows('Bank');
    const [entity, account, id] = ['Entity', 'Account number', 'Nova payment instructions'].map((name) =>
      header.indexOf(name),
    );
    for (const row of saved) {
      const record = byId.get(row[id ?? -1] ?? '');
      expect([record?.entity, record?.sent.account_number]).toEqual([row[entity ?? -1], row[account ?? -1]]);
    }
    expect(saved).toHaveLength(rows.length);
    expect(it.pageErrors).toEqual([]);
  } finally {
    await it.close();
  }
}, 300_000);
