import { registering, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { goToPayeeDetails, proceedToRegister, type Cell } from '../../support/registration-workbook.ts';
import { becomes, hold, openRows, scrollToEnd, registrations } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

const entityHeader = ['Entity name', 'Entity type', 'External reference'];

/** Entities and contacts: created, refused because of a taken reference, and left without their ids. */
export const entities: TourPart = {
  name: 'entities-and-contacts',
  async walk(it, visit) {
    await it.signIn();
    await created(it, visit);
    await taken(it, visit);
    await contacts(it, visit);
    await unwritten(it, visit);
    await withoutRole(it, visit);
  },
};

async function check(it: DeskUnderTest, rows: Cell[][], name: string, sheet: string): Promise<void> {
  await openRows(it, rows, name, sheet);
  await goToPayeeDetails(it);
  await it.click('Check');
}

async function created(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = [
    entityHeader,
    ['First Test Holdings LLC', 'LLC', 'TEST-1'],
    ['Second Test Trust', 'Trust', 'TEST-2'],
  ];
  await check(it, rows, 'entities.xlsx', 'New');
  await it.sees(registering.preview.title('entity', 2));
  await visit('preview');
  await proceedToRegister(it);
  await it.sees(registering.confirm.title);
  await visit('confirm');
  await it.click('Register 2 entities');
  await it.sees('2 of 2 verified');
  await visit('result');
  await it.click('Check again');
  await it.sees(registering.preview.nothing);
  await visit('nothing-to-register');
}

async function taken(it: DeskUnderTest, visit: Visit): Promise<void> {
  await check(it, [entityHeader, ['Third Test Holdings LLC', 'LLC', 'TEST-1']], 'taken.xlsx', 'New');
  await it.sees(/\d/);
  await proceedToRegister(it);
  await it.click('Register 1 entity');
  await it.sees(/First Test Holdings LLC bears this external reference/);
  await visit('result-reference-taken');
  await scrollToEnd(it);
  await visit('result-reference-taken-end');
  await becomes(it, 'No administrator', ['viewer', 'preparer']);
  await it.sees(registering.link.forAdmin);
  await scrollToEnd(it);
  await visit('result-reference-taken-no-administrator');
  await it.signOut();
  await it.enterCode();
}

const people = (count: number) => [
  ['Contact name', 'E-mail', 'External reference'],
  ...Array.from({ length: count }, (_, index) => [
    `Test Desk ${index + 1}`,
    `desk-${index + 1}@payees.example`,
    '',
  ]),
];

async function contacts(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Done');
  await check(it, people(3), 'contacts.xlsx', 'People');
  await it.sees(registering.preview.title('contact', 3));
  await visit('preview-contacts');
}

async function unwritten(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Continue to confirm');
  const letGo = await hold(it, registrations);
  await it.click('Register 3 contacts');
  await it.sees(registering.progress.title);
  await it.page.evaluate(() => window.workbench.protect('People'));
  letGo();
  await it.sees(strings.result.writeFailedTitle);
  await visit('results-not-in-sheet');
  await it.page.getByRole('button', { name: 'Close task pane' }).click();
  await it.page.evaluate(() => window.workbench.unprotect('People'));
  await it.page.getByRole('button', { name: 'Distributions' }).click();
  await it.sees(registering.unwritten.title);
  await visit('start-ids-missing');
  await it.click('Write the ids');
  await it.sees('3 of 3 verified');
  await it.click('Done');
}

async function withoutRole(it: DeskUnderTest, visit: Visit): Promise<void> {
  await check(it, people(5), 'more contacts.xlsx', 'More');
  await it.sees(registering.preview.title('contact', 2));
  await becomes(it, 'Viewer', ['viewer']);
  await it.sees(registering.preview.noPreparer);
  await visit('preview-of-a-viewer');
}
