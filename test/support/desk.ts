import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { hasPinnedBrowser, launchBrowser, launchPinnedBrowser } from '../../src/scripts/browser.ts';
import { type Desk, startDesk } from '../../src/scripts/desk.ts';
import type { WorkbenchApi } from '../../src/workbench/web/workbench-api.ts';
import type { CellInput, CellValue } from '../../src/workbench/book/book.ts';
import { sampleMistakes, samplePayouts } from '../../src/scripts/sample-data.ts';
import { SandboxClient } from '../sandbox/sandbox-client.ts';

declare global {
  interface Window {
    workbench: WorkbenchApi;
  }
}

/** A button's whole name; the figures that come after it, such as how many rows it is about, may be left out. */
export function buttonName(name: string | RegExp): RegExp {
  if (typeof name !== 'string') return name;
  return new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}( .*\\d.*)?$`);
}

/** The sheet row of the sample's first payout. */
export const sampleFirstRow = 5;

export interface OpenDeskOptions {
  workbookFile: string | null;
  latencyMs?: number;
  paneWidth?: number;
  /** Excel's own; English unless given. */
  language?: string;
  dark?: boolean;
  /** Somebody who has never seen the tour; otherwise it was ended before. */
  isNew?: boolean;
  /** Beside those of a quiet proxy. */
  environment?: Record<string, string>;
  now?: () => number;
  /** As on live, with a sandbox that says so. */
  live?: boolean;
  /** Every run shows the same: ids, the browser's own time, zone and, where it runs, fonts; and nothing that moves or comes by itself. */
  pinned?: { idSeed: string; time: string };
}

/** The whole product in a real browser: sandbox, proxy, workbench and pane, and the hands of a person. */
export class DeskUnderTest {
  readonly desk: Desk;
  readonly browser: Browser;
  readonly page: Page;
  /** The pane's frame, whichever is there now: it is a new one after another workbook was opened. */
  readonly pane: FrameLocator;
  /** The sandbox's own records and faults: what the pane says is checked against these. */
  readonly sandbox: SandboxClient;
  /** Errors of the page and the pane, which no test may leave behind. */
  readonly pageErrors: string[];

  private constructor(desk: Desk, browser: Browser, page: Page, pageErrors: string[], window = 0) {
    this.desk = desk;
    this.browser = browser;
    this.page = page;
    this.pane = page.locator('iframe').nth(window).contentFrame();
    this.pageErrors = pageErrors;
    this.sandbox = new SandboxClient(desk.sandboxUrl ?? '', { clientId: '', clientSecret: '' });
  }

  static async open(options: OpenDeskOptions): Promise<DeskUnderTest> {
    const desk = await startDesk({
      port: 0,
      workbookFile: options.workbookFile,
      latencyMs: options.latencyMs ?? 0,
      dataDir: null,
      environment: { LOG_LEVEL: 'silent', ...options.environment },
      ...(options.now === undefined ? {} : { now: options.now }),
      ...(options.pinned === undefined ? {} : { idSeed: options.pinned.idSeed }),
      ...(options.live === undefined ? {} : { live: options.live }),
    });
    const isPinned = options.pinned !== undefined && hasPinnedBrowser();
    const browser = await (isPinned ? launchPinnedBrowser() : launchBrowser());
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 860 },
      colorScheme: options.dark === true ? 'dark' : 'light',
      ...(options.pinned !== undefined && { timezoneId: 'UTC', locale: 'en-US', reducedMotion: 'reduce' }),
    });
    // Shorter than a test may take, so that a failure names the step that failed.
    // For what comes within a second mostly: a machine may have other work.
    context.setDefaultTimeout(30_000);
    if (options.isNew !== true) await context.addInitScript(endTour);
    const page = await context.newPage();
    if (options.pinned !== undefined) await pin(page, options.pinned.time);
    const pageErrors: string[] = [];
    // With where: the page, the pane and the grid are each a program of their own.
    page.on('pageerror', ({ message, stack = '' }) => pageErrors.push(`${message}\n${stack}`));
    const address = new URL(desk.url);
    if (options.paneWidth !== undefined) address.searchParams.set('pane', String(options.paneWidth));
    if (options.language !== undefined) address.searchParams.set('language', options.language);
    await page.goto(address.href);
    await page.waitForFunction(() => window.workbench !== undefined);
    await page.evaluate(() => window.workbench.ready);
    return new DeskUnderTest(desk, browser, page, pageErrors);
  }

  /** The pane of a second window on the same workbook, in the hands of somebody else. Only the first one is closed. */
  async secondWindow(): Promise<DeskUnderTest> {
    await this.page.evaluate(() => window.workbench.openSecondPane());
    return new DeskUnderTest(this.desk, this.browser, this.page, this.pageErrors, 1);
  }

  async enterCode(userName?: string): Promise<void> {
    const code = await this.desk.issueSignInCode(userName);
    await this.pane.getByRole('textbox', { name: 'Sign-in code' }).fill(code);
    await this.click('Sign in');
  }

  async signOut(): Promise<void> {
    await this.pane.getByRole('button', { name: /^Account of / }).click();
    await this.pane.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  /** Ends every sign-in of the pane at the proxy, while the pane still believes in its own. */
  async signOutElsewhere(): Promise<void> {
    await this.pane.locator('body').evaluate(async () => {
      const tokens = Object.values<string>(sessionStorage as unknown as Record<string, string>).flatMap(
        (text) => /[A-Za-z0-9_-]{32,}/.exec(text) ?? [],
      );
      for (const token of tokens) {
        await fetch('/api/sign-out', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
      }
    });
  }

  async signIn(): Promise<void> {
    await this.enterCode();
    await this.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
  }

  /** Clicks a button of the pane by its name; see `buttonName`. */
  async click(name: string | RegExp): Promise<void> {
    await this.pane.getByRole('button', { name: buttonName(name) }).click();
  }

  /** Waits for a text in the pane. */
  async sees(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor();
  }

  async paneText(): Promise<string> {
    return this.pane.locator('body').innerText();
  }

  /** The rows of a sheet of the saved .xlsx, its header first, each cell as text: what another program would read. */
  async savedRows(sheet: string): Promise<string[][]> {
    const bytes = Buffer.from(await this.page.evaluate(() => window.workbench.save()), 'base64');
    const workbook = new Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes));
    const saved = workbook.getWorksheet(sheet);
    if (saved === undefined) throw new Error(`The saved workbook has no sheet ${sheet}`);
    return Array.from({ length: saved.rowCount }, (_, row) =>
      Array.from({ length: saved.columnCount }, (_, column) => saved.getCell(row + 1, column + 1).text),
    );
  }

  /** Nova takes so long for the next distribution, so that there is time to do something meanwhile. */
  async delayNova(delayMs: number, after = 0): Promise<void> {
    const match = { method: 'POST', path: '/v1/distributions' };
    await this.sandbox.orderFaults({ kind: 'delay', delayMs, match, after });
  }

  async select(address: string): Promise<void> {
    await this.page.evaluate((it) => window.workbench.select(it), address);
  }

  async read(address: string): Promise<CellValue[][]> {
    return this.page.evaluate((it) => window.workbench.read(it), address);
  }

  async write(address: string, cells: CellInput[][]): Promise<void> {
    await this.page.evaluate(([it, values]) => window.workbench.write(it, values), [address, cells] as const);
  }

  /** Chooses a problem of the pane, and waits until the sheet has jumped to its cell, as a person would. */
  async jumpTo(cell: string): Promise<void> {
    await this.click(new RegExp(`^${cell}: `));
    await this.page.waitForFunction((it) => window.workbench.activeCell().endsWith(it), `!${cell}`);
  }

  /**
   * Types into the selected cell as a person does: the grid has the keyboard, and Enter ends the entry. A few characters at a
   * time: IronCalc's editor renders twice for each, and React takes fifty renders without a rest for an endless loop.
   */
  async typeIntoGrid(text: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.evaluate(() => window.workbench.focusGrid());
    for (const some of text.match(/.{1,6}/gs) ?? []) {
      await this.page.keyboard.type(some);
      await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }
    await this.page.keyboard.press('Enter');
  }

  /** Goes on from the check to the preview, ticking the box of the warnings when there is one. */
  async proceedPastWarnings(): Promise<void> {
    const proceed = this.pane.getByRole('button', { name: buttonName('Continue to preview') });
    const preview = this.pane.getByText(/^(\d+ distributions? to stage|Nothing to stage)$/).first();
    await proceed.or(preview).first().waitFor();
    if (!(await proceed.isVisible())) return;
    const seen = this.pane.getByRole('checkbox', { name: /I have looked at the/ });
    if (await seen.isVisible()) await seen.check();
    await proceed.click();
  }

  async proceedToConfirm(): Promise<void> {
    await this.proceedPastWarnings();
    await this.click('Continue to confirm');
  }

  /** Checks at the selection and stages all of it with this control total. */
  async stageAll(total: string): Promise<void> {
    await this.click('Check');
    await this.confirmAndStage(total);
  }

  /** From a check without problems to the click that stages. */
  async confirmAndStage(total: string): Promise<void> {
    await this.proceedToConfirm();
    await this.pane.getByRole('textbox', { name: 'Control total (USD)' }).fill(total);
    await this.click(/^Stage /);
  }

  async sort(address: string, column: number, ascending: boolean): Promise<void> {
    await this.page.evaluate((it) => window.workbench.sort(...it), [address, column, ascending] as const);
  }

  /** Opens another workbook in the same pane, which is loaded anew with it, as in Excel. */
  async openWorkbook(file: string): Promise<void> {
    const bytes = readFileSync(file).toString('base64');
    await this.page.evaluate((it) => window.workbench.open(...it), [bytes, basename(file)] as const);
  }

  /** Mends the two problems of the sample workbook, and returns its control total as a person would type it. */
  async mendSample(): Promise<string> {
    const amountCell = `Payouts!F${sampleFirstRow + sampleMistakes.amountAsText}`;
    const [[shown]] = (await this.read(amountCell)) as [[CellValue]];
    await this.write(amountCell, [[Number(String(shown).replace(/,/g, ''))]]);
    const entity = samplePayouts[sampleMistakes.contactInsteadOfEntity]?.entity ?? '';
    await this.write(`Payouts!E${sampleFirstRow + sampleMistakes.contactInsteadOfEntity}`, [[entity]]);
    return this.sampleTotal();
  }

  /** What the sample's own total cell shows. */
  async sampleTotal(): Promise<string> {
    const [[total]] = (await this.read('Payouts!B2')) as [[number]];
    return total.toFixed(2);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.desk.close();
  }
}

/**
 * The page's own time stands still, and the ids that it makes up for its requests, which notices show, are one. What it
 * does by itself every now and then, such as looking for approvals, does not come: it would at another step of each run.
 */
async function pin(page: Page, time: string): Promise<void> {
  await page.clock.setFixedTime(time);
  await page.addInitScript(() => {
    crypto.randomUUID = () => '00000000-1111-2222-3333-444444444444';
    const seldomMs = 15_000;
    for (const name of ['setTimeout', 'setInterval'] as const) {
      const begin: (run: TimerHandler, pauseMs?: number, ...values: unknown[]) => number =
        window[name].bind(window);
      Object.assign(window, {
        [name]: (run: TimerHandler, pauseMs = 0, ...values: unknown[]) =>
          pauseMs < seldomMs ? begin(run, pauseMs, ...values) : 0,
      });
    }
  });
}

/** Within the page, before its own scripts; a frame that is still empty has no storage. */
function endTour(): void {
  if (window.origin !== 'null') window.localStorage.setItem('distribution-desk.tour-ended', 'yes');
}
