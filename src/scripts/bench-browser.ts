import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { WorkbenchApi } from '../workbench/web/workbench-api.ts';
import { benchWorkbook } from './bench-workbook.ts';
import { answerForPayees } from './bench-payees.ts';
import { launchBrowser } from './browser.ts';
import { startDesk } from './desk.ts';
import { reportLine } from './measure.ts';

declare global {
  // The page of the workbench has it; this file's code that reads it runs there.
  interface Window {
    workbench: WorkbenchApi;
  }
}

/** From the click on "Check" to the preview, in a real browser, and what the pane adds to the page's memory. */
export async function benchBrowser(rowCount: number, latencyMs: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-'));
  const workbookFile = join(dir, 'bench.xlsx');
  writeFileSync(workbookFile, await benchWorkbook(rowCount));
  const desk = await startDesk({ port: 0, workbookFile, latencyMs, dataDir: null, environment: {} });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await answerForPayees(page);
    await page.goto(desk.url);
    const pane = await paneOf(page);
    await pane.getByRole('textbox', { name: 'Sign-in code' }).fill(await desk.issueSignInCode());
    await pane.getByRole('button', { name: 'Sign in' }).click();
    const check = pane.getByRole('button', { name: /^Check(?! again)/ });
    await check.waitFor();
    await page.evaluate(() => window.workbench.select('Payouts!A2'));
    const floor = await bareValuesMs(pane, rowCount);
    const before = await heapMegabytes(page);
    await page.evaluate(() => window.workbench.resetRequests());
    const start = performance.now();
    await check.click();
    await pane
      .getByText(/\d+ distributions? to stage|Continue to preview/)
      .first()
      .waitFor();
    const proceed = pane.getByRole('button', { name: 'Continue to preview' });
    if (await proceed.isVisible()) await proceed.click();
    await pane
      .getByText(/\d+ distributions? to stage/)
      .first()
      .waitFor();
    const ms = performance.now() - start;
    const requests = await page.evaluate(() => window.workbench.requests());
    const after = await heapMegabytes(page);
    console.log(
      `${rowCount.toLocaleString('en-US')} rows, in the browser, ${latencyMs} ms latency for each Office.js request`,
    );
    console.log(reportLine('floor: the bare values of the same cells', floor));
    console.log(reportLine(`from "Check" to the preview (${requests} Office.js requests)`, ms, floor));
    console.log(
      `  memory: ${after.toFixed(1)} MB with the preview, ${(after - before).toFixed(1)} MB more than before the check`,
    );
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The pane's frame once the workbench shows it. */
export async function paneOf(page: Page): Promise<Frame> {
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench.ready);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('The workbench shows no pane');
  return frame;
}

async function bareValuesMs(pane: Frame, rowCount: number): Promise<number> {
  return pane.evaluate(
    async (address) => {
      const start = performance.now();
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(address).load('values');
        await context.sync();
      });
      return performance.now() - start;
    },
    `A1:I${rowCount + 1}`,
  );
}

/** The JavaScript heap of the page after a collection; pane and workbench share it, so only differences say something. */
async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return usedSize / 1e6;
}
