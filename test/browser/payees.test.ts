import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { friday, seedId, seedName, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const headers = ['Distribution', 'Vehicle', 'Pay date', 'Investor', 'Entity', 'Net amount', 'Notify'];

const row = (investor: string, entity: string, amount: number, notify = '') => [
  ...['Payees', seedId('vehicles', 0), friday, investor, entity, amount, notify],
];

const namesEntities = ({ path }: { path: string }) => /^\/v1\/(entities|contacts)\//.test(path);

test('whom Nova does not know, who is somebody else and who cannot be paid is said at the cell before staging', async () => {
  // The last entity of the sample has no payment instructions.
  const bare = 30;
  const rows = [
    row(`${seedName('entities', 0).toUpperCase()}.`, seedId('entities', 0), 1000, seedId('contacts', 0)),
    row('Somebody Else LLC', seedId('entities', 1), 2100),
    row('Nobody LP', 'ent_Nobody', 3200),
    row(seedName('entities', bare), seedId('entities', bare), 4300),
    row(seedName('entities', 2), seedId('entities', 2), 5400, `${seedId('contacts', 1)}, cnt_Nobody`),
  ];
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Q1', [headers, ...rows]),
  }));
  await it.signIn();
  await it.select('Q1!A2');
  await it.click('Check');
  await it.sees('2 problems');
  const text = await it.paneText();
  expect(text).toContain('Your organization has no entity ent_Nobody in Nova.');
  expect(text).toContain('Your organization has no contact cnt_Nobody in Nova.');
  expect(text).toContain(
    `The row names “Somebody Else LLC”, but in Nova the legal name of ${seedId('entities', 1)} is “${seedName('entities', 1)}”`,
  );
  expect(text).toContain(
    `“${seedName('entities', bare)}” (${seedId('entities', bare)}) has no bank details in Nova`,
  );
  expect(text).not.toContain(seedName('entities', 0));
  expect(await it.pane.getByRole('button', { name: 'Continue to preview' }).count()).toBe(0);
  // Five entities and three contacts, each once.
  expect((await it.sandbox.requests()).filter(namesEntities)).toHaveLength(8);

  // One is mended in Nova, the other one in the sheet, by the way of the list.
  await it.sandbox.post('/control/entities', { id: 'ent_Nobody', name: 'Nobody LP', instructionsCount: 1 });
  await it.jumpTo('G6');
  await it.typeIntoGrid(seedId('contacts', 1));
  await it.sees('1 problem');
  await it.click('Check again');
  await it.pane.getByText('1 problem').first().waitFor({ state: 'hidden' });
  await it.sees('2 warnings');
  await it.jumpTo('D3');

  // Warnings are looked at, and then it goes on.
  await it.proceedToConfirm();
  await it.pane.getByRole('textbox', { name: 'Control total (USD)' }).fill('16000.00');
  await it.click(/^Stage /);
  await it.sees('5 of 5 verified');
  expect(await it.sandbox.records()).toHaveLength(1);
});

test('a payee whom Nova could not be asked about is said, and asked about again', async () => {
  const rows = [
    row(seedName('entities', 0), seedId('entities', 0), 1000),
    row(seedName('entities', 1), seedId('entities', 1), 2100),
  ];
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Q1', [headers, ...rows]),
    environment: { NOVA_MAX_TRIES: '1' },
  }));
  await it.signIn();
  const match = { method: 'GET', path: `/v1/entities/${seedId('entities', 1)}` };
  await it.sandbox.orderFaults({ kind: 'status', status: 500, match });
  await it.select('Q1!A2');
  await it.click('Check');
  await it.sees('1 warning');
  await it.sees(/1 entity or contact was not checked with Nova: Nova had a problem of its own\./);
  await it.click('Check again');
  await it.sees('1 distribution to stage');
});
