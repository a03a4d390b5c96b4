import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { paneOf } from './bench-browser.ts';
import { answerForPayees } from './bench-payees.ts';
import { benchWorkbook } from './bench-workbook.ts';
import { launchBrowser } from './browser.ts';
import { startDesk } from './desk.ts';

/** How often each thing is done. */
const tries = 20;

/**
 * From a press to the next paint, in the browser with one table of so many rows: what a person feels. The floor is the
 * same press on a page that shows an empty list of as many rows, all else left out.
 */
export async function benchInteraction(rowCount: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-'));
  const workbookFile = join(dir, 'bench.xlsx');
  writeFileSync(workbookFile, await benchWorkbook(rowCount));
  const desk = await startDesk({ port: 0, workbookFile, latencyMs: 0, dataDir: null, environment: {} });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    page.setDefaultTimeout(60_000);
    await answerForPayees(page);
    await page.goto(desk.url);
    const pane = await paneOf(page);
    await pane.getByRole('textbox', { name: 'Sign-in code' }).fill(await desk.issueSignInCode());
    await pane.getByRole('button', { name: 'Sign in' }).click();
    await pane.getByRole('button', { name: 'Check', exact: true }).waitFor();
    await page.evaluate(() => window.workbench.select('Payouts!A2'));
    console.log(`${rowCount.toLocaleString('en-US')} rows, in the browser: from a press to the next paint`);
    tell('floor: a press beside an empty list of as many rows', await floor(pane, rowCount));
    tell('check: the press shows that it is under way', [
      await pressAndPaint(pane, 'footer button:last-child'),
    ]);
    const again = pane.getByRole('button', { name: 'Continue to preview' });
    const preview = pane.getByText(/\d+ distributions? to stage/).first();
    await again.or(preview).first().waitFor();
    if (await again.isVisible()) {
      const seen = pane.getByRole('checkbox', { name: /I have looked at the/ });
      if (await seen.isVisible()) await seen.check();
      await again.click();
    }
    await preview.waitFor();
    const expand: number[] = [];
    for (let turn = 0; turn < tries; turn += 1)
      expand.push(await pressAndPaint(pane, 'article [aria-expanded]'));
    tell('open and close the payments of a distribution', expand);
    if ((await pane.locator('article [aria-expanded="true"]').count()) === 0) {
      await pressAndPaint(pane, 'article [aria-expanded]');
    }
    tell('a key in the search of the payments', await searches(pane));
    tell('scroll the payments by a page', await scrolls(pane));
  } finally {
    await browser.close();
    await desk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The 95th percentile is what is aimed at: within 100 ms. */
function tell(label: string, durations: readonly number[]): void {
  const sorted = [...durations].sort((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(0);
  console.log(`  ${label}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms (${sorted.length} times)`);
}

/** Until the frame after the one that the press led to begins: then it was painted. */
function pressAndPaint(pane: Frame, selector: string): Promise<number> {
  return pane.evaluate(async (wanted) => {
    const target = document.querySelector<HTMLElement>(wanted);
    if (target === null) throw new Error(`Nothing to press: ${wanted}`);
    const start = performance.now();
    target.click();
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, selector);
}

async function floor(pane: Frame, rowCount: number): Promise<number[]> {
  await pane.evaluate((count) => {
    const list = document.createElement('ul');
    list.id = 'bench-floor';
    Object.assign(list.style, { height: '200px', overflow: 'auto' });
    for (let row = 0; row < count; row += 1) list.append(document.createElement('li'));
    const button = document.createElement('button');
    button.id = 'bench-press';
    button.addEventListener('click', () => (button.textContent = String(performance.now())));
    document.body.append(button, list);
  }, rowCount);
  const durations: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) durations.push(await pressAndPaint(pane, '#bench-press'));
  await pane.evaluate(() =>
    document.querySelectorAll('#bench-floor, #bench-press').forEach((one) => one.remove()),
  );
  return durations;
}

/** Each key of a search that finds less and less, and each that takes it back. */
function searches(pane: Frame): Promise<number[]> {
  return pane.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('[role=search] input');
    if (field === null) throw new Error('The payments have no search.');
    // As the browser sets it, so that React takes it for typed.

    const set = (text: string) => Reflect.set(HTMLInputElement.prototype, 'value', text, field);
    const durations: number[] = [];
    const word = 'investor 0';
    const texts = [...word].flatMap((_, index) => [word.slice(0, index + 1)]);
    for (const text of [...texts, ...texts.toReversed()]) {
      const start = performance.now();
      set(text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      durations.push(performance.now() - start);
    }
    set('');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return durations;
  });
}

function scrolls(pane: Frame): Promise<number[]> {
  return pane.evaluate(async (count) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const list = [...document.querySelectorAll<HTMLElement>('[role=group][tabindex="0"]')].find(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight * 4,
    );
    if (list === undefined) throw new Error('The payments do not scroll.');
    const durations: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const start = performance.now();
      list.scrollTop += list.clientHeight * (turn % 2 === 0 ? 1 : 7);
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      durations.push(performance.now() - start);
    }
    return durations;
  }, tries);
}
