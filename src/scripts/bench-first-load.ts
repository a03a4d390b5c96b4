import type { Browser } from 'playwright-core';
import { paneOf } from './bench-browser.ts';
import { buildBenchPane } from './bench-pane-build.ts';
import { launchBrowser, openContext } from './browser.ts';
import { startDesk, type Desk } from './desk.ts';
import { firstLoad } from './first-load.ts';
import { reportLine } from './measure.ts';

declare global {
  interface Window {
    /** When something to press or to type into was there first, in milliseconds since the frame began. */
    readyAtMs?: number;
  }
}

const runs = 7;
const panePage = '/taskpane.html';
/** The pages of `emptyPages` in webpack's configuration; each is ready when its button is there. */
const pages = [
  [panePage, 'the pane'],
  ['/empty.html', 'floor: an empty Fluent page with Office.js (aim: 1.3)'],
  ['/empty-async.html', 'the same, its script loaded as the pane loads its own'],
  ['/empty-without-office.html', 'an empty Fluent page that is no add-in: no Office.js'],
] as const;
const aimBytes = 220_000;

/** What the pane loads first, and how long until it can be used, against an empty Fluent page in the same workbench. */
export async function benchFirstLoad(): Promise<void> {
  const paneDir = await buildBenchPane();
  const { gzipBytes } = firstLoad(paneDir);
  console.log('The first load of the pane');
  console.log(
    `  page and scripts, gzip, without Office.js: ${(gzipBytes / 1000).toFixed(0)} KB (aim: at most ${aimBytes / 1000} KB)`,
  );
  const desk = await startDesk({
    port: 0,
    workbookFile: null,
    latencyMs: 0,
    dataDir: null,
    environment: {},
    paneDir,
  });
  const browser = await launchBrowser();
  try {
    const times = new Map(pages.map(([page]) => [page, [] as number[]]));
    // One after the other, so that whatever else the machine does meets all alike; the first of each does not count.
    for (let run = 0; run <= runs; run += 1) {
      for (const [page] of pages) {
        const ms = await readyMs(browser, desk, page);
        if (run > 0) times.get(page)?.push(ms);
      }
    }
    const paneMs = middle(times.get(panePage) ?? []);
    console.log(reportLine('the pane, until its first field is there', paneMs));
    for (const [page, what] of pages) {
      if (page === panePage) continue;
      const floor = middle(times.get(page) ?? []);
      console.log(`${reportLine(what, floor)}  the pane takes ${(paneMs / floor).toFixed(2)} times that`);
    }
  } finally {
    await browser.close();
    await desk.close();
  }
}

/** In a browser that has nothing in its cache. */
async function readyMs(browser: Browser, desk: Desk, page: string): Promise<number> {
  const context = await openContext(browser);
  try {
    await context.addInitScript(() => {
      const look = () => {
        if (document.querySelector('#root button, #root input') === null) return;
        window.readyAtMs = performance.now();
        observer.disconnect();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
    });
    const tab = await context.newPage();
    await tab.route('**/config.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), paneUrl: page } });
    });
    await tab.goto(desk.url);
    const pane = await paneOf(tab);
    await pane.waitForFunction(() => window.readyAtMs !== undefined);
    return await pane.evaluate(() => window.readyAtMs ?? Number.NaN);
  } finally {
    await context.close();
  }
}

function middle(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}
