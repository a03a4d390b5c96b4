import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../src/scripts/browser.ts';
import { buildBundles } from '../../src/scripts/bundles.ts';
import { localhostCertificate } from '../../src/scripts/certificate.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { serveWorkbench } from '../../src/scripts/workbench-server.ts';
import type { WorkbenchApi } from '../../src/workbench/web/workbench-api.ts';

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

/** A pane with a field to type in, and with Office.js from the npm package. */
const paneHtml = `<!doctype html><title>Pane</title><script src="office-js/office.js"></script>
  <input aria-label="Note"><p>starting</p>
  <script>Office.onReady(() => { document.querySelector('p').textContent = 'ready'; });</script>`;

/** Of the sample; Excel leaves hidden rows where they are when it sorts. */
const hiddenRow = 26;
/** Headings, and the sample's four frozen rows. */
const frozenHeight = 28 + 4 * 25;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let close: () => Promise<void>;
const pageErrors: string[] = [];

beforeAll(async () => {
  const [{ workbenchDir }, certificate] = [await buildBundles(), await localhostCertificate()];
  const app = fastify({ https: certificate, forceCloseConnections: true });
  await app.register(fastifyStatic, {
    root: projectPath('node_modules/@microsoft/office-js/dist'),
    prefix: '/office-js/',
  });
  await serveWorkbench(app, {
    workbenchDir,
    workbookFile: projectPath('assets/sample-payouts.xlsx'),
    latencyMs: 0,
    manifest: readFileSync(projectPath('manifest.xml'), 'utf8'),
  });
  app.get('/taskpane.html', async (_request, reply) => reply.type('text/html').send(paneHtml));
  await app.listen({ host: 'localhost', port: 0 });
  close = () => app.close();
  browser = await launchBrowser();
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(error.message));
  const { port } = app.server.address() as AddressInfo;
  await page.goto(`https://localhost:${port}/workbench/?pane=400`);
  await page.waitForFunction(() => window.workbench !== undefined);
}, 180_000);

/** Each test begins with the sample as it is in the file. */
beforeEach(async () => {
  await page.evaluate(async () => {
    await window.workbench.ready;
    await window.workbench.open('workbook.xlsx', 'sample-payouts.xlsx');
  });
});

afterAll(async () => {
  await browser.close();
  await close();
});

const command = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });
const texts = (address: string) => page.evaluate((it) => window.workbench.texts(it), address);
const activeCell = () => page.evaluate(() => window.workbench.activeCell());
const select = async (address: string) => {
  await page.evaluate((it) => window.workbench.select(it), address);
  await page.evaluate(() => window.workbench.focusGrid());
};

async function readyPane(): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The workbench shows no pane.');
  await frame.getByText('ready').waitFor();
  return frame;
}

/** The code that Office.js refuses with, or 'ok'. */
function officeRead(pane: Frame): Promise<string> {
  return pane.evaluate(() =>
    Excel.run(async (excel) => {
      excel.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
      await excel.sync();
      return 'ok';
    }).catch((error: OfficeExtension.Error) => error.code),
  );
}

/** The rows of the area that are hidden, as the add-in sees them. */
function hiddenRows(pane: Frame, address: string): Promise<number[]> {
  return pane.evaluate(
    (it) =>
      Excel.run(async (excel) => {
        const range = excel.workbook.worksheets.getActiveWorksheet().getRange(it).load('rowCount');
        await excel.sync();
        const rows = Array.from({ length: range.rowCount }, (_, index) =>
          range.getRow(index).load(['rowHidden', 'rowIndex']),
        );
        await excel.sync();
        return rows.filter(({ rowHidden }) => rowHidden).map(({ rowIndex }) => rowIndex + 1);
      }),
    address,
  );
}

/** Where the grid outlines the active cell, in pixels within the space for headings and cells. */
function outline() {
  return page.evaluate(() => {
    const cells = document.querySelector('.ic-worksheet-sheet-container')?.getBoundingClientRect();
    const cell = document.querySelector('.ic-worksheet-cell-outline')?.getBoundingClientRect();
    if (!cells || !cell) throw new Error('The grid outlines no cell.');
    const { width, height } = cell;
    const place = { x: cell.x - cells.x, y: cell.y - cells.y, width, height };
    return { ...place, gridWidth: cells.width, gridHeight: cells.height };
  });
}

/** The page draws what happened with the next frame; the one after it has drawn. */
function nextFrame() {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

describe('a person in the grid', () => {
  test('clicks a cell, types, and ends the entry with Enter; F2 edits what is there; undo takes it back', async () => {
    const box = await page.getByTestId('grid').boundingBox();
    if (!box) throw new Error('The grid is not shown.');
    // The second row of the first column, below the formula bar and the headings.
    await page.mouse.click(box.x + 100, box.y + 34 + 28 + 37);
    expect(await activeCell()).toBe('Payouts!A2');
    await page.keyboard.type('Sum to pay');
    await page.keyboard.press('Enter');
    expect(await texts('A2')).toEqual([['Sum to pay']]);
    expect(await activeCell()).toBe('Payouts!A3');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type(' out');
    await page.keyboard.press('Enter');
    expect(await texts('A2')).toEqual([['Sum to pay out']]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await texts('A2')).toEqual([['Total to pay']]);
  });

  test('copies and pastes a selected range', async () => {
    const [first, second] = await texts('D5:D6');
    await select('D5:D6');
    await page.keyboard.press('Control+c');
    await select('K5');
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => window.workbench.texts('K6')[0]?.[0] !== '');
    expect(await texts('K5:K6')).toEqual([first, second]);
  });

  test('orders by the ribbon: sort, filter and insert rows, and each is one undo step', async () => {
    const before = await texts('D5:D54');
    const compare = new Intl.Collator('en').compare;
    await select('D6');
    await command('Sort Z→A').click();
    const visible = (column: string[][]) => column.flat().filter((_, index) => index !== hiddenRow - 5);
    expect(visible(await texts('D5:D54'))).toEqual(visible(before).toSorted((a, b) => compare(b, a)));
    await command('Undo').click();
    expect(await texts('D5:D54')).toEqual(before);

    const pane = await readyPane();
    await select('A6');
    await command('Filter').click();
    expect(await hiddenRows(pane, 'A6:A19')).toEqual([19]);
    await command('Clear filter').click();
    expect(await hiddenRows(pane, 'A6:A19')).toEqual([]);

    await command('Insert row').click();
    expect(await texts('D5:D7')).toEqual([before[0], [''], before[1]]);
    expect(await page.evaluate(() => window.workbench.tables()[0]?.address)).toBe('Payouts!A4:I56');
    await command('Undo').click();
    expect(await texts('D5:D54')).toEqual(before);
  });

  test('is told in the message bar why a protected sheet refuses what is typed', async () => {
    await command('Protect sheet').click();
    await select('A2');
    await page.keyboard.type('no');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/protected/);
    expect(await texts('A2')).toEqual([['Total to pay']]);
    await command('Unprotect sheet').click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('the pane beside the grid', () => {
  test('gets its width from the address and keeps the keyboard while the workbook changes', async () => {
    const pane = await readyPane();
    expect(await pane.evaluate(() => window.innerWidth)).toBe(400);
    await pane.getByLabel('Note').click();
    await page.evaluate(() => window.workbench.write('A3', [['changed']]));
    await page.keyboard.type('still here');
    expect(await pane.getByLabel('Note').inputValue()).toBe('still here');
  });

  test('cannot call Office.js while a person types in a cell', async () => {
    const pane = await readyPane();
    await select('A3');
    await page.keyboard.type('half');
    expect(await officeRead(pane)).toBe('InvalidOperationInCellEditMode');
    await page.keyboard.press('Enter');
    expect(await officeRead(pane)).toBe('ok');
  });

  test('selects a cell out of sight, and the grid shows it below the frozen rows', async () => {
    const pane = await readyPane();
    await pane.evaluate(() =>
      Excel.run(async (excel) => {
        excel.workbook.worksheets.getItem('Payouts').getRange('I50').select();
        await excel.sync();
      }),
    );
    expect(await activeCell()).toBe('Payouts!I50');
    await nextFrame();
    const shown = await outline();
    expect(shown.y).toBeGreaterThan(frozenHeight);
    expect(shown.y + shown.height).toBeLessThan(shown.gridHeight);
    expect(shown.x + shown.width).toBeLessThan(shown.gridWidth);
    await page.evaluate(() => window.workbench.write('A3', [['drawn again']]));
    await nextFrame();
    expect(await outline()).toEqual(shown);
  });
});

test('sheets and names can be added, and what an add-in marks is seen', async () => {
  const pane = await readyPane();
  await page.evaluate(() => {
    window.workbench.addSheet('Lists');
    window.workbench.write('Lists!A1:A2', [['ent_1'], ['ent_2']]);
    window.workbench.addName('Entities', 'Lists!$A$1:$A$2');
    window.workbench.hideSheet('Lists');
  });
  const seen = await pane.evaluate(() =>
    Excel.run(async (excel) => {
      const range = excel.workbook.names.getItem('Entities').getRange().load('values,worksheet/visibility');
      const format = excel.workbook.worksheets
        .getActiveWorksheet()
        .getRanges('B6,C7')
        .conditionalFormats.add('Custom');
      format.custom.rule.formula = '=TRUE';
      format.custom.format.fill.color = '#FFC7CE';
      await excel.sync();
      return [range.values.flat() as unknown, range.worksheet.visibility];
    }),
  );
  expect(seen).toEqual([['ent_1', 'ent_2'], 'Hidden']);
  const marks = (address: string) => page.evaluate((it) => window.workbench.conditionalFormats(it), address);
  expect(await marks('A1:C6')).toEqual([
    { formula: '=TRUE', fill: '#FFC7CE', address: 'Payouts!B6,Payouts!C7' },
  ]);
  expect(await marks('B7')).toEqual([]);
  await page.evaluate(() => window.workbench.undo());
  expect(await marks('A1:C9')).toEqual([]);
});

test('the page and the pane ran without an error', () => {
  expect(pageErrors).toEqual([]);
});
