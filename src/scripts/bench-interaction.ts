import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { paneOf } from './bench-browser.ts';
import { buildBenchPane } from './bench-pane-build.ts';
import { tell, tellFrames } from './bench-interaction/figures.ts';
import { pageThrough, pressIn, scrollSteadily, typeIn } from './bench-interaction/in-page.ts';
import { answerForPayees } from './bench-payees.ts';
import { benchWorkbook } from './bench-workbook.ts';
import { launchBrowser } from './browser.ts';
import { startDesk, type Desk } from './desk.ts';
import { keepApart, workbenchOrigin } from './keep-apart.ts';

/** How often each thing is done: of so many, the two slowest lie beyond 95 %. */
const times = 40;
/** At the pace of somebody who turns the wheel without stopping: 2,400 pixels a second at 60 frames. */
const pxPerFrame = 40;
const frames = 300;
const payments = 'article [role=group][tabindex="0"]';
const problems = '[role=group][tabindex="0"]';

/**
 * What a person feels: from a press or a key to the next paint, and the frames of a list that scrolls. The floor is a page of
 * Fluent with its own `List` of as many empty `ListItem`s, in the same browser. As beside Excel, the pane has a process of
 * its own.
 */
export async function benchInteraction(rowCount: number, problemCount: number): Promise<void> {
  const paneDir = await buildBenchPane();
  const browser = await launchBrowser();
  try {
    const many = rowCount.toLocaleString('en-US');
    console.log(`${many} rows, in the browser: from a press to the next paint (aim: 95 % within 100 ms)`);
    const floor = await withDesk(paneDir, null, (desk) => measureFloor(browser, desk, rowCount));
    await inPane(browser, paneDir, await benchWorkbook(rowCount), (pane) => ofPayments(pane, floor));
    const faulty = await benchWorkbook(rowCount, { faulty: problemCount });
    await inPane(browser, paneDir, faulty, (pane) => ofProblems(pane, floor, problemCount));
    const distributions = rowCount / 5;
    const cards = await benchWorkbook(rowCount, { distributions });
    await inPane(browser, paneDir, cards, (pane) => ofCards(pane, floor, distributions));
  } finally {
    await browser.close();
  }
}

interface Floor {
  press: number[];
  key: number[];
  page: number[];
  frames: number[];
}

async function withDesk<T>(
  paneDir: string,
  workbook: Uint8Array | null,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-'));
  const workbookFile = workbook === null ? null : join(dir, 'bench.xlsx');
  if (workbook !== null && workbookFile !== null) writeFileSync(workbookFile, workbook);
  const desk = await startDesk({
    ...{ port: 0, workbookFile, latencyMs: 0, dataDir: null, environment: {}, paneDir },
  });
  try {
    return await work(desk);
  } finally {
    await desk.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A page of the built pane beside a workbench, at its own origin. */
async function open<T>(
  browser: Browser,
  desk: Desk,
  framed: string,
  work: (frame: Frame) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  page.setDefaultTimeout(60_000);
  try {
    await answerForPayees(page);
    await keepApart(page, desk.proxyUrl, framed);
    await page.goto(`${workbenchOrigin}/workbench/`);
    return await work(await paneOf(page));
  } finally {
    await page.close();
  }
}

function measureFloor(browser: Browser, desk: Desk, rowCount: number): Promise<Floor> {
  return open(browser, desk, `/list.html?rows=${rowCount}`, async (frame) => {
    await frame.waitForSelector(`[role=listitem]:nth-of-type(${rowCount}), li:nth-of-type(${rowCount})`, {
      state: 'attached',
    });
    const floor = {
      press: await often(() => frame.evaluate(pressIn, 'button')),
      key: await frame.evaluate(typeIn, { selector: 'input', word: 'investor 0', rounds: 2 }),
      page: await frame.evaluate(pageThrough, { selector: '.floor', times }),
      frames: await frame.evaluate(scrollSteadily, { selector: '.floor', pxPerFrame, frames }),
    };
    console.log("  floor: Fluent's `List` with as many empty `ListItem`s (@fluentui/react-components)");
    tell('  a press', floor.press);
    tell('  a key', floor.key);
    tell('  a page of the list', floor.page);
    tellFrames(`  ${pxPerFrame} px a frame`, floor.frames);
    return floor;
  });
}

async function inPane(
  browser: Browser,
  paneDir: string,
  workbook: Uint8Array,
  work: (pane: Frame) => Promise<void>,
): Promise<void> {
  await withDesk(paneDir, workbook, (desk) =>
    open(browser, desk, '/taskpane.html', async (pane) => {
      await pane.getByRole('textbox', { name: 'Sign-in code' }).fill(await desk.issueSignInCode());
      await pane.getByRole('button', { name: 'Sign in' }).click();
      await pane.getByRole('button', { name: 'Check', exact: true }).waitFor();
      await pane.page().evaluate(() => window.workbench.select('Payouts!A2'));
      await work(pane);
    }),
  );
}

async function ofPayments(pane: Frame, floor: Floor): Promise<void> {
  const check = await often(async () => {
    const ms = await pane.evaluate(pressIn, 'footer button:last-child');
    await toPreview(pane);
    await pane.getByRole('button', { name: 'Back' }).click();
    const source = pane.getByRole('button', { name: 'Check', exact: true });
    while (!(await source.isVisible())) await pane.getByRole('button', { name: 'Back' }).click();
    return ms;
  });
  tell('check: the press shows that it is under way', check, floor.press);
  await pane.getByRole('button', { name: 'Check', exact: true }).click();
  await toPreview(pane);
  const expand = await often(() => pane.evaluate(pressIn, 'article [aria-expanded]'));
  tell('open and close the payments of a distribution', expand, floor.press);
  await pane.evaluate(pressIn, 'article [aria-expanded="false"]');
  await ofList(pane, floor, 'payments', payments, 'article [role=search] input', 'investor 0');
}

async function ofProblems(pane: Frame, floor: Floor, problemCount: number): Promise<void> {
  await pane.getByRole('button', { name: 'Check', exact: true }).click();
  await pane.locator('[role=search] input').waitFor();
  console.log(`  ${problemCount.toLocaleString('en-US')} problems among them`);
  const group = 'h2 button[aria-expanded]';
  tell('open and close a group of problems', await often(() => pane.evaluate(pressIn, group)), floor.press);
  await ofList(pane, floor, 'problems', problems, '[role=search] input', 'amount f20');
}

async function ofCards(pane: Frame, floor: Floor, count: number): Promise<void> {
  await pane.getByRole('button', { name: 'Check', exact: true }).click();
  await toPreview(pane);
  console.log(`  ${count.toLocaleString('en-US')} distributions`);
  const expand = await often(() => pane.evaluate(pressIn, 'article [aria-expanded]'));
  tell('open and close a distribution', expand, floor.press);
  await ofList(pane, floor, 'distributions', 'main', '[role=search] input', 'distribution 1');
}

/** What every list can do: scroll, and be searched. */
async function ofList(
  pane: Frame,
  floor: Floor,
  what: string,
  area: string,
  field: string,
  word: string,
): Promise<void> {
  tell(
    `a key in the search of the ${what}`,
    await pane.evaluate(typeIn, { selector: field, word, rounds: 2 }),
    floor.key,
  );
  await pane.waitForTimeout(500);
  tell(
    `scroll the ${what} by a page`,
    await pane.evaluate(pageThrough, { selector: area, times }),
    floor.page,
  );
  tellFrames(
    `the ${what} at ${pxPerFrame} px a frame`,
    await pane.evaluate(scrollSteadily, { selector: area, pxPerFrame, frames }),
  );
}

/** Past the warnings, where there are some. */
async function toPreview(pane: Frame): Promise<void> {
  const again = pane.getByRole('button', { name: 'Continue to preview' });
  const preview = pane.getByText(/\d+ distributions? to stage/).first();
  await again.or(preview).first().waitFor();
  if (await again.isVisible()) {
    const seen = pane.getByRole('checkbox', { name: /I have looked at the/ });
    if (await seen.isVisible()) await seen.check();
    await again.click();
  }
  await preview.waitFor();
}

async function often(once: () => Promise<number>): Promise<number[]> {
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn += 1) durations.push(await once());
  return durations;
}
