import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paneOf } from './bench-browser.ts';
import { answerForPayees } from './bench-payees.ts';
import { largeWorkbook } from './bench-workbook.ts';
import { launchBrowser } from './browser.ts';
import { startDesk } from './desk.ts';
import { keepApart, workbenchOrigin } from './keep-apart.ts';
import { reportLine } from './measure.ts';

declare global {
  interface Window {
    /** Durations in milliseconds; the pane's frame has it once it is watched. */
    longTasks?: number[];
  }
}

/**
 * The pane's own thread while a large table of 12 columns is read and checked, the look around that it takes by itself
 * when it opens included. As beside Excel, the pane has a process of its own: without that, what the workbench does would
 * count as the pane's.
 */
export async function benchPaneThread(rowCount: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-'));
  const workbookFile = join(dir, 'bench.xlsx');
  writeFileSync(workbookFile, await largeWorkbook(rowCount));
  const desk = await startDesk({ port: 0, workbookFile, latencyMs: 0, dataDir: null, environment: {} });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    page.setDefaultTimeout(300_000);
    await answerForPayees(page);
    await keepApart(page, desk.proxyUrl);
    await page.goto(`${workbenchOrigin}/workbench/`);
    const pane = await paneOf(page);
    await pane.getByRole('textbox', { name: 'Sign-in code' }).fill(await desk.issueSignInCode());
    await pane.evaluate(watchTasks);
    await pane.getByRole('button', { name: 'Sign in' }).click();
    const check = pane.getByRole('button', { name: /^Check(?! again)/ });
    await check.waitFor();
    await page.evaluate(() => window.workbench.select('Payouts!A2'));
    const start = performance.now();
    await check.click();
    await pane
      .getByText(/\d+ distributions? to stage|Continue to preview/)
      .first()
      .waitFor();
    const ms = performance.now() - start;
    const tasks = await pane.evaluate(() => window.longTasks ?? []);
    console.log(
      `${rowCount.toLocaleString('en-US')} rows × 12 columns, in the browser, the pane in a process of its own`,
    );
    console.log(reportLine('from "Check" to its end', ms));
    const longest = tasks.length === 0 ? 'under 50 ms' : `${Math.max(...tasks).toFixed(0)} ms`;
    console.log(`  longest task on the pane's thread: ${longest} (${tasks.length} of 50 ms or more)`);
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs in the pane's frame. The browser reports tasks from 50 ms on. */
function watchTasks(): void {
  const tasks: number[] = [];
  window.longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
}
