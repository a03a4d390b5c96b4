import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { paneOf } from './bench-browser.ts';
import { answerForPayees } from './bench-payees.ts';
import { largeWorkbook } from './bench-workbook.ts';
import { launchBrowser } from './browser.ts';
import { startDesk } from './desk.ts';
import { reportLine } from './measure.ts';

declare global {
  interface Window {
    /** Durations in milliseconds; the pane's frame has it once it is watched. */
    longTasks?: number[];
  }
}

/** The port of an origin that nobody listens at: its requests are answered from the desk's. */
const workbenchOrigin = 'https://localhost:4999';

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
    const check = pane.getByRole('button', { name: 'Check', exact: true });
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

/** Serves the workbench at an origin of its own, and tells the browser to give each of the two its own process. */
async function keepApart(page: Page, deskUrl: string): Promise<void> {
  await page.route(`${workbenchOrigin}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(workbenchOrigin, deskUrl) });
    const { 'content-security-policy': _policy, ...headers } = response.headers();
    const apart = { ...headers, 'origin-agent-cluster': '?1' };
    if (!route.request().url().endsWith('/config.json')) return route.fulfill({ response, headers: apart });
    const config = (await response.json()) as object;
    return route.fulfill({
      response,
      headers: apart,
      json: { ...config, paneUrl: `${deskUrl}/taskpane.html` },
    });
  });
  await page.route(`${deskUrl}/taskpane.html*`, async (route) => {
    const response = await route.fetch();
    const {
      'content-security-policy': policy = '',
      'x-frame-options': _frames,
      ...headers
    } = response.headers();
    const framed = policy.replace(/frame-ancestors[^;]*/, `frame-ancestors ${workbenchOrigin}`);
    await route.fulfill({
      response,
      headers: { ...headers, 'content-security-policy': framed, 'origin-agent-cluster': '?1' },
    });
  });
}

/** Runs in the pane's frame. The browser reports tasks from 50 ms on. */
function watchTasks(): void {
  const tasks: number[] = [];
  window.longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
}
