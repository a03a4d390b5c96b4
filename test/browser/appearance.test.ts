/** The pane beside Office and the browser: dark and light as they are, told apart with forced colours, still for who asks for it. */
import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const rows = payoutRows(2);

async function open(): Promise<DeskUnderTest> {
  desk = await DeskUnderTest.open({ workbookFile: await workbookFile('Payouts', rows), paneWidth: 320 });
  return desk;
}

/** Waits until the pane is drawn as dark, or as light, as this. */
async function becomes({ pane }: DeskUnderTest, theme: 'dark' | 'light'): Promise<void> {
  await pane.locator('body').evaluate(
    (body, wanted) =>
      new Promise<void>((resolve, reject) => {
        const end = Date.now() + 15_000;
        const look = () => {
          const root = body.querySelector('.fui-FluentProvider > div');
          const [red = 0] = /\d+/.exec(root === null ? '' : getComputedStyle(root).backgroundColor) ?? [];
          if (root !== null && (Number(red) < 128 ? 'dark' : 'light') === wanted) resolve();
          else if (Date.now() > end) reject(new Error(`The pane did not become ${wanted}.`));
          else requestAnimationFrame(look);
        };
        look();
      }),
    theme,
  );
}

/** Office tells its theme, or none; `undefined` is an Office that tells nothing, as on the web. */
async function setOfficeTheme({ pane }: DeskUnderTest, theme: object | undefined): Promise<void> {
  await pane.locator('body').evaluate((_body, given) => {
    Object.defineProperty(Office.context, 'officeTheme', { configurable: true, get: () => given });
  }, theme);
}

test('dark and light follow the browser, then Office, each while the pane is open', async () => {
  const it = await open();
  await it.signIn();
  await becomes(it, 'light');
  await it.page.emulateMedia({ colorScheme: 'dark' });
  await becomes(it, 'dark');
  await it.page.emulateMedia({ colorScheme: 'light' });
  await becomes(it, 'light');

  // Nobody tells the pane: it looks.
  await setOfficeTheme(it, { isDarkTheme: true, bodyBackgroundColor: '#262626' });
  await becomes(it, 'dark');
  await setOfficeTheme(it, { bodyBackgroundColor: '#faf9f8', bodyForegroundColor: '#252423' });
  await it.pane.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await becomes(it, 'light');
  await it.page.emulateMedia({ colorScheme: 'dark' });
  await becomes(it, 'light');
});

test('more contrast: what is quiet otherwise is as strong as the rest', async () => {
  const it = await open();
  await it.signIn();
  const strokes = () =>
    it.pane
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((root) => {
        const style = getComputedStyle(root);
        const [quiet, strong] = ['--colorNeutralForeground3', '--colorNeutralForeground1'].map((name) =>
          style.getPropertyValue(name),
        );
        return quiet === strong;
      });
  expect(await strokes()).toBe(false);
  await it.page.emulateMedia({ contrast: 'more' });
  await it.pane
    .locator('body')
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await strokes()).toBe(true);
});

test('with forced colours: the selected tab, the step, the bars and the progress differ from what they stand beside', async () => {
  const it = await open();
  await it.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
  await it.signIn();
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees('2 distributions to stage');
  await it.pane.locator('svg rect').first().waitFor();
  const colors = await it.pane.locator('body').evaluate((body) => {
    const of = (selector: string, property: string, pseudo?: string) => {
      const one = body.querySelector(selector);
      return one === null ? null : getComputedStyle(one, pseudo).getPropertyValue(property);
    };
    return {
      canvas: getComputedStyle(body).backgroundColor,
      selected: of('[role="tab"][aria-selected="true"]', 'background-color', '::after'),
      unselected: of('[role="tab"][aria-selected="false"]', 'background-color', '::after'),
      reached: of('nav li:first-child', 'border-top-color'),
      ahead: of('nav li:last-child', 'border-top-color'),
      bar: of('svg rect:nth-of-type(1)', 'fill'),
      rest: of('svg rect:nth-of-type(2)', 'fill'),
    };
  });
  expect(Object.values(colors)).not.toContain(null);
  expect(colors.selected).not.toBe(colors.unselected);
  expect(colors.reached).not.toBe(colors.ahead);
  expect(new Set([colors.bar, colors.rest, colors.canvas]).size).toBe(3);
  expect(new Set([colors.reached, colors.ahead, colors.canvas]).size).toBe(3);
});

/** How much moves in the pane, what takes no time left out. */
function movesIn({ pane }: DeskUnderTest): Promise<string[]> {
  return pane.locator('body').evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      const { duration, iterations } = effect?.getTiming() ?? {};
      const lasts = Number(duration) > 20 || iterations === Infinity;
      const target = effect instanceof KeyframeEffect ? effect.target?.className : '';
      return playState === 'running' && lasts ? [`${target} ${String(duration)} x ${iterations}`] : [];
    }),
  );
}

/** Waits until what has an end of its own, a button that fades as it goes off, came to that end. */
async function fadesEnd({ pane }: DeskUnderTest): Promise<void> {
  await pane.locator('body').evaluate(async () => {
    const fades = () =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
        );
    while (fades().length > 0) await Promise.allSettled(fades().map(({ finished }) => finished));
  });
}

/** Keeps what the pane asks the proxy from being answered. */
async function hold({ page }: DeskUnderTest, what: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(what, async (route) => {
    await promise;
    await route.fallback();
  });
  return async () => {
    resolve();
    await page.unroute(what);
  };
}

test('for who wants nothing to move, another theme reaches every text at once', async () => {
  const it = await open();
  await it.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await it.signIn();
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees('2 distributions to stage');
  await it.pane
    .getByRole('button', { name: /^\d+ payments/ })
    .first()
    .click();
  // What is looked at is prepared before the theme changes: the colours of all texts in the frame that has the new one.
  await it.pane.locator('body').evaluate((body) => {
    const texts = [...body.querySelectorAll('main *')].filter(({ childNodes }) =>
      [...childNodes].some((node) => node instanceof Text),
    );
    const theme = () =>
      getComputedStyle(body.querySelector('.fui-FluentProvider') ?? body).getPropertyValue(
        '--colorNeutralForeground1',
      );
    const light = theme();
    const look = () => {
      if (theme() === light) return requestAnimationFrame(look);
      const colors = () => texts.map((text) => getComputedStyle(text).color);
      const first = colors();
      setTimeout(() => {
        const later = colors();
        const late = texts.filter((_text, index) => first[index] !== later[index]);
        body.dataset['late'] = late.map(({ textContent }) => textContent).join(', ');
        body.dataset['changed'] = String(texts.length);
      }, 1_000);
      return undefined;
    };
    look();
  });
  await it.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await becomes(it, 'dark');
  const found = it.pane.locator('body[data-changed]');
  await found.waitFor();
  expect(await found.getAttribute('data-late')).toBe('');
  expect(Number(await found.getAttribute('data-changed'))).toBeGreaterThan(10);
});

test('nothing moves for who asked for that: not what waits, not what opens', async () => {
  const it = await open();
  await it.signIn();
  await it.select('Payouts!A2');
  const answer = await hold(it, '**/api/**');
  await it.click('Check');
  await it.pane.getByRole('progressbar').first().waitFor();
  expect(await movesIn(it)).not.toEqual([]);
  // A fade that began while motion was welcome goes on when it no longer is.
  await fadesEnd(it);
  await it.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await movesIn(it)).toEqual([]);
  await answer();
  await it.sees('2 distributions to stage');

  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menu').waitFor();
  expect(await movesIn(it)).toEqual([]);
  await it.pane.getByRole('menuitem', { name: 'Check settings' }).click();
  await it.pane.getByRole('dialog').waitFor();
  expect(await movesIn(it)).toEqual([]);
  await it.click('Cancel');

  const accept = await hold(it, '**/api/distributions');
  await it.confirmAndStage(totalOf(rows));
  await it.sees('Distribution 1 of 2');
  expect(await movesIn(it)).toEqual([]);
  await it.page.evaluate(() => window.workbench.setEditing(true));
  await accept();
  await it.sees('2 distributions staged');
  await it.pane.locator('[role="progressbar"]:not([aria-valuenow])').first().waitFor();
  expect(await movesIn(it)).toEqual([]);
  await it.page.evaluate(() => window.workbench.setEditing(false));
  await it.sees('6 of 6 verified');
});
