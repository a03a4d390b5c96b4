import { oversight, strings } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { payoutRows } from '../../support/payout-workbook.ts';
import {
  becomes,
  chooseFromMenu,
  everything,
  isAtStart,
  openMenu,
  openRows,
  reload,
  signInAs,
  titleOf,
} from '../hands.ts';
import type { TourPart, Visit } from '../tour.ts';

/** Who may come in, and what they find: signed out, offline, without a role, outside Excel. */
export const opening: TourPart = {
  name: 'opening',
  async walk(it, visit) {
    await signingIn(it, visit);
    await menuAndReport(it, visit);
    await withLessRoles(it, visit);
    await withoutServer(it, visit);
    await notInExcel(it, visit);
  },
};

async function signingIn(it: DeskUnderTest, visit: Visit): Promise<void> {
  const code = it.pane.getByRole('textbox', { name: 'Sign-in code' });
  await code.waitFor();
  await visit('sign-in');
  await code.fill('WRONG-CODE');
  await it.click('Sign in');
  await it.sees(titleOf('code-wrong'));
  await visit('sign-in-refused');
  await it.signIn();
  await isAtStart(it);
  await visit('start');
}

async function menuAndReport(it: DeskUnderTest, visit: Visit): Promise<void> {
  await openMenu(it);
  await visit('account-menu');
  await it.pane.getByRole('menuitem', { name: 'Report a problem' }).click();
  await it.sees(strings.report.copiedTitle);
  await visit('problem-reported');
  await it.click('Dismiss');
  await it.pane.locator('body').evaluate(() => {
    document.execCommand = () => false;
  });
  await chooseFromMenu(it, 'Report a problem');
  await it.sees(strings.result.notCopied);
  await visit('problem-not-copied');
  await it.click('Dismiss');
}

async function withLessRoles(it: DeskUnderTest, visit: Visit): Promise<void> {
  await becomes(it, 'Viewer', ['viewer']);
  await openRows(it, payoutRows(1), 'new.xlsx');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees(oversight.noPreparer);
  await visit('preview-of-a-viewer');
  await openMenu(it);
  await visit('account-menu-of-a-viewer');
  await it.page.keyboard.press('Escape');
  await becomes(it, 'Approver', ['viewer', 'approver']);
  await it.sees(oversight.noPreparer);
  await visit('preview-of-an-approver');
}

async function withoutServer(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Back');
  await it.page.route(everything, (route) => route.abort());
  await it.click('Check again');
  await it.sees(strings.connection.silent.title);
  await visit('server-away');
  await reload(it);
  await it.sees(strings.connection.silent.title);
  await visit('server-away-at-start');
  await it.page.unroute(everything);
  // Unless the pane has just asked by itself.
  await it.pane
    .getByRole('button', { name: strings.connection.ask })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await isAtStart(it);
  await it.select('Payouts!A2');
  await it.signOutElsewhere();
  await it.click('Check');
  await it.sees(strings.notices.signedOutTitle);
  await visit('sign-in-ended');
  await signInAs(it, 'Viewer', ['viewer']);
}

/** The pane's page in a browser without an Excel around it, and in an Excel without what it needs. */
async function notInExcel(it: DeskUnderTest, visit: Visit): Promise<void> {
  // Office.js keeps there which host it found.
  await it.page.evaluate(() => sessionStorage.clear());
  await it.page.goto(`${it.desk.proxyUrl}/taskpane.html`);
  await it.page.getByText(strings.outside.title).waitFor();
  await visit('outside-excel', 'page');
}

/** Excel says of itself what it can do, so this one is made to say less. */
export const oldExcel: TourPart = {
  name: 'old-excel',
  async walk(it, visit) {
    await it.page.addInitScript(() => {
      let office: { context?: { requirements?: { isSetSupported: () => boolean } } };
      Object.defineProperty(window, 'Office', {
        configurable: true,
        get: () => {
          if (office?.context?.requirements) office.context.requirements.isSetSupported = () => false;
          return office;
        },
        set: (given: typeof office) => {
          office = given;
        },
      });
    });
    await reload(it);
    await it.sees(strings.tooOld.title);
    await visit('too-old');
  },
};

export const accounts: TourPart = {
  name: 'accounts',
  desk: {
    environment: {
      SIGN_IN: 'entra',
      ENTRA_TENANT_ID: '11111111-2222-3333-4444-555555555555',
      ENTRA_CLIENT_ID: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
      ENTRA_AUDIENCE: 'api://aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
      ENTRA_AUTHORITY: 'https://localhost:1/11111111-2222-3333-4444-555555555555',
    },
  },
  async walk(it, visit) {
    await it.pane.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await visit('sign-in');
  },
};
