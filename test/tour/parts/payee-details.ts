import { oversight, registering, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import {
  goToPayeeDetails,
  instructionsHeader,
  instructionsRow,
  proceedToRegister,
  tellSandbox,
  testEntity,
  tickCallBack,
} from '../../support/registration-workbook.ts';
import { becomes, chooseFromMenu, hold, openRows, scrollToEnd, signInAs, registrations } from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

const [first, second, known] = [testEntity(1), testEntity(2), testEntity(3, 1)];
const accounts = ['000111222333', '000111222444', '900000005555'] as const;

/** Bank details from a sheet to Nova, with a payee that has some already. */
export const bankDetails: TourPart = {
  name: 'bank-details',
  async walk(it, visit) {
    await tellSandbox(it, [first, second, known]);
    await signInAs(it, 'Preparer');
    await checking(it, visit);
    await newPayees(it, visit);
    await knownPayee(it, visit);
    await changedRow(it, visit);
  },
};

async function checking(it: DeskUnderTest, visit: Visit): Promise<void> {
  await goToPayeeDetails(it);
  await visit('start');
  const wrong = instructionsRow(first, '00011122233');
  wrong[5] = '021000022';
  wrong[6] = 'NOBIC';
  const misnamed = instructionsRow(second, accounts[2]);
  misnamed[1] = 'Somebody Else Ltd';
  await openRows(it, [instructionsHeader, wrong, misnamed], 'with problems.xlsx', 'Bank');
  await goToPayeeDetails(it);
  await it.click('Check');
  await it.sees(/problem/);
  await visit('problems');
  await scrollToEnd(it);
  await visit('problems-end');
  await openRows(
    it,
    [
      ['Name', 'Something'],
      ['Test Payee 0001 LP', 'x'],
    ],
    'of no kind.xlsx',
    'Things',
  );
  await goToPayeeDetails(it);
  await it.click('Check');
  await it.sees(registering.kind.guessed);
  await visit('kind-not-recognized');
}

async function newPayees(it: DeskUnderTest, visit: Visit): Promise<void> {
  const misnamed = instructionsRow(second, accounts[2]);
  misnamed[3] = 'Somebody Else Ltd';
  await openRows(
    it,
    [
      instructionsHeader,
      instructionsRow(first, accounts[0]),
      instructionsRow(first, accounts[1], 'ACH'),
      misnamed,
      instructionsRow(testEntity(9), accounts[0]),
    ],
    'bank details.xlsx',
    'Bank',
  );
  await goToPayeeDetails(it);
  await it.click('Check');
  await it.pane.getByRole('button', { name: /^Continue to / }).waitFor();
  if (await it.pane.getByRole('button', { name: 'Continue to preview' }).isVisible()) await visit('warnings');
  await it.proceedPastWarnings();
  await it.sees('••••2333');
  await visit('preview');
  await scrollToEnd(it);
  await visit('preview-end');
}

async function knownPayee(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openRows(
    it,
    [instructionsHeader, instructionsRow(first, accounts[0]), instructionsRow(known, accounts[1])],
    'payees with bank details.xlsx',
    'Bank',
  );
  await goToPayeeDetails(it);
  await it.click('Check');
  await it.sees('••••2444');
  await visit('preview-second-person');
  await it.click('Continue to confirm');
  await it.sees(registering.confirm.title);
  await visit('confirm');
  await tickCallBack(it);
  await visit('confirm-ready');
  const letGo = await hold(it, registrations);
  await it.click('Register 2 sets of bank details');
  await it.sees(registering.progress.title);
  await visit('progress');
  letGo();
  await it.sees(strings.preview.badgeAwaiting);
  await it.sees('1 of 1 verified');
  await visit('result');
  await scrollToEnd(it);
  await visit('result-end');
  await it.click('Mask the account numbers');
  await it.sees(registering.masking.done(1));
  await visit('masked');
  await approvalOfBankDetails(it, visit);
}

async function approvalOfBankDetails(it: DeskUnderTest, visit: Visit): Promise<void> {
  await becomes(it, 'Second person');
  await chooseFromMenu(it, /^Approvals/);
  await it.sees(/^Bank details of/);
  await visit('approvals');
  await it.click(/^Look at it/);
  await it.sees('••••2444');
  await visit('approval');
  await scrollToEnd(it);
  await visit('approval-end');
  await it.click('Approve these bank details');
  await it.sees(oversight.approvals.none);
  await visit('approved');
  await it.click('Back to payee details');
  await becomes(it, 'Preparer');
  await it.click('Check again');
  await it.sees(registering.result.badges.approved);
  await visit('preview-approved');
}

async function changedRow(it: DeskUnderTest, visit: Visit): Promise<void> {
  const rows = ['111000111222', '111000111333'].map((account) => instructionsRow(second, account));
  await openRows(it, [instructionsHeader, ...rows], 'changed meanwhile.xlsx', 'Bank');
  await goToPayeeDetails(it);
  await it.click('Check');
  await proceedToRegister(it);
  await tickCallBack(it);
  const letGo = await hold(it, registrations);
  await it.click('Register 2 sets of bank details');
  await it.sees(registering.progress.title);
  await it.write('Bank!E2', [['111000111999']]);
  letGo();
  await it.sees(strings.result.unplacedTitle(1));
  await visit('result-without-a-row');
}
