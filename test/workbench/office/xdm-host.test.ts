import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { WorkbenchBook } from '../../../src/workbench/book/ironcalc-book.ts';
import type { PaneHandle } from '../../../src/workbench/office/xdm-host.ts';
import { launchBrowser, openContext } from '../../support/browser.ts';
import { startPaneServer, type PaneServer } from './pane-server.ts';

declare global {
  interface Window {
    book: WorkbenchBook;
    pane: PaneHandle;
  }
}

let server: PaneServer;
let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  [server, browser] = await Promise.all([startPaneServer(), launchBrowser()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  page = await (await openContext(browser)).newPage();
  await page.goto(`${server.url}/host.html`);
  pane = await readyPane();
});

afterEach(() => page.context().close());

/** The pane's frame once Office.js in it is ready. */
async function readyPane(): Promise<Frame> {
  const element = await page.waitForSelector('#pane iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction(() => document.getElementById('state')?.textContent === 'Excel OfficeOnline');
  return frame;
}

test('Office.js boots unchanged, and the add-in works on the book', async () => {
  const values = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
      range.formulas = [
        [1, 2],
        ['=A1+B1', '=SUM(A1:B1)*2'],
      ];
      range.load('values');
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(values).toEqual([
    [1, 2],
    [3, 6],
  ]);
  const inBook = await page.evaluate(() =>
    window.book.values(window.book.activeSheetId(), { row: 0, column: 0, rows: 2, columns: 2 }),
  );
  expect(inBook).toEqual(values);
  expect(await page.evaluate(() => window.pane.requests())).toBe(1);
});

test('Office.context describes the document and what is supported', async () => {
  const described = await pane.evaluate(() => {
    const { document: workbook, requirements } = Office.context;
    return [workbook.url.split('/').at(-1), workbook.mode, requirements.isSetSupported('ExcelApi', '1.13')];
  });
  expect(described).toEqual(['Payouts.xlsx', 'readWrite', true]);
});

test('settings are saved in the book and loaded by the next pane', async () => {
  await pane.evaluate(() => {
    Office.context.document.settings.set('mapping', { amount: 'Net' });
    return new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  });
  expect(await page.evaluate(() => window.book.settings.get('mapping'))).toEqual({ amount: 'Net' });
  await page.evaluate(() => window.pane.reload());
  pane = await readyPane();
  const loaded = await pane.evaluate(() => Office.context.document.settings.get('mapping') as unknown);
  expect(loaded).toEqual({ amount: 'Net' });
  await page.evaluate(() => window.book.settings.set('mapping', { amount: 'Gross' }));
  const refreshed = await pane.evaluate(
    () =>
      new Promise((resolve) => {
        const { settings } = Office.context.document;
        settings.refreshAsync(() => resolve(settings.get('mapping')));
      }),
  );
  expect(refreshed).toEqual({ amount: 'Gross' });
});

test('a change by a person and a new selection reach the add-in', async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(
        async ({ address, triggerSource }) => void seen.push(`${address} ${triggerSource}`),
      );
      context.workbook.onSelectionChanged.add(async () => void seen.push('selection'));
      await context.sync();
    }),
  );
  await page.evaluate(() => {
    const cell = { row: 3, column: 1, rows: 1, columns: 1 };
    window.book.write(window.book.activeSheetId(), cell, [['typed']], 'person');
    window.book.select(window.book.activeSheetId(), [cell], 'person');
  });
  const seen = await pane.waitForFunction(() => {
    const list = (window as unknown as { seen: string[] }).seen;
    return list.length > 1 ? list : null;
  });
  expect(await seen.jsonValue()).toEqual(['B4 Unknown', 'selection']);
});

/** What the add-in in the frame sees when a plain load fails. */
function failure(): Promise<string> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.load('name');
      await context.sync();
      return 'none';
    }).catch((error: OfficeExtension.Error) => error.code),
  );
}

test('failures of whole requests arrive under their own codes', async () => {
  const codes: string[] = [];
  for (const code of [
    'InvalidOrTimedOutSession',
    'ActivityLimitReached',
    'ResponsePayloadSizeLimitExceeded',
    'AccessDenied',
  ]) {
    await page.evaluate((ordered) => window.pane.host.failNext(ordered), code);
    codes.push(await failure());
  }
  await page.evaluate(() => window.book.setEditing(true));
  codes.push(await failure());
  await page.evaluate(() => window.book.setEditing(false));
  codes.push(await failure());
  expect(codes).toEqual([
    'InvalidOrTimedOutSession',
    'ActivityLimitReached',
    'ResponsePayloadSizeLimitExceeded',
    'AccessDenied',
    'InvalidOperationInCellEditMode',
    'none',
  ]);
});

test('a dialog opens and speaks to the pane', async () => {
  const message = await pane.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const url = `${window.location.origin}/dialog.html`;
        const options = { height: 30, width: 30, promptBeforeOpen: false };
        Office.context.ui.displayDialogAsync(url, options, ({ status, value, error }) => {
          if (status === Office.AsyncResultStatus.Failed) return reject(new Error(error.message));
          value.addEventHandler(Office.EventType.DialogMessageReceived, resolve);
        });
      }),
  );
  expect(message).toMatchObject({ message: 'hello from the dialog' });
});

test('a disposed pane leaves nothing behind', async () => {
  await page.evaluate(() => window.pane.dispose());
  expect(await page.locator('iframe').count()).toBe(0);
});
