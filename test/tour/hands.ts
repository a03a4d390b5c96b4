/** What the walks have their hands do, beside what every test has. */
import { strings } from '../../src/words/index.ts';
import { buttonName, type DeskUnderTest } from '../support/desk.ts';
import { workbookFile } from '../support/payout-workbook.ts';

/** Opens the menu of the account. */
export async function openMenu(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menu').waitFor();
}

export async function chooseFromMenu(it: DeskUnderTest, name: string | RegExp): Promise<void> {
  await openMenu(it);
  await it.pane.getByRole('menuitem', { name }).click();
}

/** Waits for the dialog that is about to open. */
export async function seesDialog(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('dialog').or(it.pane.getByRole('alertdialog')).waitFor();
}

/** Signs out, and in as somebody else. */
export async function becomes(
  it: DeskUnderTest,
  name: string,
  roles?: Parameters<DeskUnderTest['desk']['issueSignInCode']>[1],
): Promise<void> {
  await it.signOut();
  await signInAs(it, name, roles);
}

export async function signInAs(
  it: DeskUnderTest,
  name: string,
  roles?: Parameters<DeskUnderTest['desk']['issueSignInCode']>[1],
): Promise<void> {
  const code = await it.desk.issueSignInCode(name, roles);
  await it.pane.getByRole('textbox', { name: 'Sign-in code' }).fill(code);
  await it.click('Sign in');
  await it.pane.getByRole('button', { name: new RegExp(`^Account of ${name}`) }).waitFor();
}

/** Opens a workbook of these rows, and selects its first row below the header. */
export async function openRows(
  it: DeskUnderTest,
  rows: (string | number)[][],
  name: string,
  sheet = 'Payouts',
): Promise<void> {
  await it.openWorkbook(await workbookFile(sheet, rows, name));
  await it.select(`${sheet}!A2`);
}

/** Keeps what the pane asks at this address from the proxy until somebody says so. */
export async function hold(it: DeskUnderTest, address: string, after = 0): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let seen = 0;
  // Stays when all are let go: one that is just being asked would be lost with it.
  await it.page.route(address, async (route) => {
    seen += 1;
    if (seen > after) await promise;
    await route.fallback();
  });
  return resolve;
}

export const stagings = '**/api/distributions';
export const registrations = '**/api/registrations';
export const everything = '**/api/**';

/** Shows the end of a long screen. */
export async function scrollToEnd(it: DeskUnderTest): Promise<void> {
  await it.pane.locator('main').evaluate((main) => {
    main.scrollTop = main.scrollHeight;
  });
}

/** Loads the pane anew, as somebody does who closes and opens it. */
export async function reload(it: DeskUnderTest): Promise<void> {
  await it.page.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.reload());
}

export const controlTotal = (it: DeskUnderTest) =>
  it.pane.getByRole('textbox', { name: 'Control total (USD)' });

/** Waits for the first screen of payouts, and for what comes in above it a moment later. */
export async function isAtStart(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('button', { name: buttonName(strings.source.check) }).waitFor();
  await it.pane.getByRole('tab', { name: strings.places.names.payouts }).waitFor();
  await it.pane.getByRole('button', { name: /^Account of/ }).waitFor();
}

/** Waits until the main button of the first screen names the Excel table that is selected. */
export async function namesTable(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('button', { name: /^Check \d+ (selected )?rows? of / }).waitFor();
}

/** What a refusal of the server or of Excel is called. */
export function titleOf(code: string): string {
  const title = strings.notices.proxyTitles[code] ?? strings.notices.excelTitles[code];
  if (title === undefined) throw new Error(`The catalogue has no title for ${code}.`);
  return title;
}
