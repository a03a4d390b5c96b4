/** Entities and contacts from a sheet to the sandbox's records and back, and references that are taken. */
import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { workbookFile } from '../support/payout-workbook.ts';
import {
  goToPayeeDetails,
  proceedToRegister,
  sandboxParties,
  type Cell,
} from '../support/registration-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

interface Party {
  id: string;
  name: string;
  email?: string;
  externalReference: string | null;
}

async function open(sheet: string, rows: Cell[][]): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await it.signIn();
  await goToPayeeDetails(it);
  await it.select(`${sheet}!A2`);
  await it.click('Check');
  return it;
}

const entityHeader = ['Entity name', 'Entity type', 'External reference'];
const newEntities = [
  ['First Test Holdings LLC', 'LLC', 'TEST-1'],
  ['Second Test Trust', 'Trust', 'TEST-2'],
];

test('entities are created once, their ids stand beside the rows, and a taken reference leads to the one that exists', async () => {
  const it = await open('New', [entityHeader, ...newEntities]);
  await it.sees('2 entities to register');
  await proceedToRegister(it);
  await it.sees('2 entities will be registered in Nova.');
  await it.click('Register 2 entities');
  await it.sees('2 of 2 verified');
  const created = await sandboxParties<Party>(it, 'entities');
  const idOf = (name: string | number | undefined) => created.find((one) => one.name === name)?.id;
  expect((await it.read('New!D1:D3')).flat()).toEqual([
    'Nova entity',
    ...newEntities.map(([name]) => idOf(name)),
  ]);

  // Another entity under the reference of the first.
  await it.write('New!A4:C4', [['Third Test Holdings LLC', 'LLC', 'TEST-9']]);
  await it.write('New!C2', [['TEST-OLD']]);
  await it.write('New!C4', [['TEST-1']]);
  await it.click('Check again');
  await proceedToRegister(it);
  await it.click('Register 1 entity');
  await it.sees(/First Test Holdings LLC bears this external reference/);
  expect((await sandboxParties<Party>(it, 'entities')).length).toBe(created.length);
  const holder = idOf('First Test Holdings LLC') ?? '';
  expect(await it.pane.getByRole('textbox', { name: 'Entity id' }).inputValue()).toBe(holder);
});

test('contacts are created once, and a pane that closed before writing brings their ids back', async () => {
  const rows = [
    ['Contact name', 'E-mail', 'External reference'],
    ['Test Desk One', 'one@payees.example', 'C-1'],
    ['Test Desk Two', 'two@payees.example', ''],
  ];
  const it = await open('People', rows);
  await proceedToRegister(it);
  const match = { method: 'POST', path: '/v1/contacts' };
  await it.sandbox.orderFaults({ kind: 'delay', delayMs: 4_000, match });
  await it.click('Register 2 contacts');
  await it.sees('Registering 1 of 1');
  await it.page.evaluate(() => window.workbench.protect('People'));
  await it.sees('The results are not in the sheet yet');
  const created = await sandboxParties<Party>(it, 'contacts');
  expect((await it.read('People!D1:D3')).flat().join('')).toBe('');

  await it.page.getByRole('button', { name: 'Close task pane' }).click();
  await it.page.evaluate(() => window.workbench.unprotect('People'));
  await it.page.getByRole('button', { name: 'Distributions' }).click();
  await it.sees('Registered, but not in the sheet');
  await it.click('Write the ids');
  await it.sees('2 of 2 verified');
  const idOf = (email: string) => created.find((one) => one.email === email)?.id;
  expect((await it.read('People!D2:D3')).flat()).toEqual([
    idOf('one@payees.example'),
    idOf('two@payees.example'),
  ]);
  expect(await sandboxParties<Party>(it, 'contacts')).toHaveLength(created.length);
});
