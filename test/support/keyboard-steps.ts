/** What several flows by the keyboard have in common. */
import type { DeskUnderTest } from './desk.ts';
import type { Keyboard } from './keyboard.ts';
import { payoutRows, totalOf } from './payout-workbook.ts';

/** The button of the menu, whoever is signed in. */
export const account = /^Account of /;

export const startHeading = 'Stage payouts from this workbook';

/** Signs in from the screen that asks for a code, whose field has the focus already; waits for the bar above. */
export async function signInByKeys(it: DeskUnderTest, keys: Keyboard, userName?: string): Promise<void> {
  await keys.isAt('Sign-in code');
  await keys.type(await it.desk.issueSignInCode(userName));
  await keys.press('Enter');
  // The bar and the tabs above are loaded after the first screen.
  await it.pane.getByRole('button', { name: new RegExp(`^Account of ${userName ?? ''}`) }).waitFor();
}

/** Signs in, to the first screen of payouts. */
export async function startByKeys(it: DeskUnderTest, keys: Keyboard, userName?: string): Promise<void> {
  await signInByKeys(it, keys, userName);
  await keys.isAt(startHeading);
  await it.pane.getByRole('tab').first().waitFor();
}

/** Opens the account's menu from anywhere in the pane and chooses from it. */
export async function chooseFromAccount(keys: Keyboard, name: string | RegExp): Promise<void> {
  await keys.choose(account, 'Shift+Tab');
  await keys.choose(name, 'ArrowDown');
}

/** From the first screen, a cell of the table being selected, to the button that stages all of a table without warnings. */
export async function stageByKeys(keys: Keyboard, rows: (string | number)[][], title: string): Promise<void> {
  await keys.choose('Check');
  await keys.isAt(title);
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type(totalOf(rows));
  await keys.press('Enter');
}

/** One distribution that a second person has to approve on the desk of the tour. */
export function rowsForTwo(): (string | number)[][] {
  const [header = [], ...small] = payoutRows(1);
  return [header, ...small.map((row, index) => [...row.slice(0, 5), 2_500_000 + index])];
}

/** As a second person: signs in, opens what waits, asks to return it, and thinks better of it. */
export async function lookAsSecondPerson(it: DeskUnderTest, keys: Keyboard): Promise<void> {
  await signInByKeys(it, keys, 'Second person');
  await chooseFromAccount(keys, /^Approvals/);
  await keys.isAt('Approvals');
  await keys.choose(/^Look at it/);
  await keys.isAt('Deal 1');
  await keys.choose('Return…');
  await keys.isAt('What is wrong with it?');
  await it.pane.getByRole('alertdialog').waitFor();
  await keys.press('Escape');
  await keys.isAt('Return…');
}
