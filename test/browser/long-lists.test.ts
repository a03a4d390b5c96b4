/** Lists that are longer than what is drawn of them: cards of distributions, and problems. */
import { afterEach, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, seedId, seedName, workbookFile } from '../support/payout-workbook.ts';

const dealCount = 120;

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

/** One payment in each distribution; the sandbox's entities in turn. */
function rowsOf(change: (row: (string | number)[], index: number) => (string | number)[]) {
  const [header = [], first = []] = payoutRows(1);
  const rows = Array.from({ length: dealCount }, (_, index) => {
    const [, vehicle = '', date = ''] = first;
    const entity = index % sandboxSeed.entities.length;
    const row = [
      `Deal ${index + 1}`,
      vehicle,
      date,
      seedName('entities', entity),
      seedId('entities', entity),
      1_000 + index,
    ];
    return change(row, index);
  });
  return [header, ...rows];
}

async function openWith(rows: (string | number)[][]): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', rows),
    paneWidth: 320,
  }));
  await it.signIn();
  await it.select('Payouts!A2');
  await it.click('Check');
  return it;
}

const topOf = (area: Locator) => area.evaluate((element) => element.scrollTop);
const scrollTo = (area: Locator, px: number) =>
  area.evaluate((element, top) => {
    element.scrollTop = top;
  }, px);

test('of many distributions those in sight are drawn, each with its place, and what was opened is kept', async () => {
  const it = await openWith(
    rowsOf((row, index) => (index === 76 ? ['Carried interest', ...row.slice(1)] : row)),
  );
  const cards = it.pane.getByRole('list', { name: 'Distributions' });
  await it.proceedPastWarnings();
  const cardOf = (place: number) => cards.locator(`> li[aria-posinset="${place}"]`);
  const main = it.pane.locator('main');
  await cardOf(1).waitFor();
  expect(await cardOf(1).getAttribute('aria-setsize')).toBe(String(dealCount));
  expect(await it.pane.locator('article').count()).toBeLessThan(40);

  // The second is opened and left; the first keeps the keyboard, and so stays.
  await cardOf(2).getByRole('button', { name: '1 payment' }).click();
  await cardOf(2)
    .getByRole('button', { name: /^F\d+$/ })
    .waitFor();
  await cardOf(1).getByRole('button', { name: '1 payment' }).focus();
  await scrollTo(main, 1e6);
  await cardOf(dealCount).waitFor();
  await cardOf(2).waitFor({ state: 'detached' });
  expect(await cardOf(1).evaluate((card) => card.contains(document.activeElement))).toBe(true);
  await scrollTo(main, 0);
  await cardOf(2).waitFor();
  expect(await cardOf(2).getByRole('button', { name: '1 payment' }).getAttribute('aria-expanded')).toBe(
    'true',
  );

  // Nobody was paid from here before.
  await cardOf(1).getByText('First payment to this payee from Distribution Desk.').waitFor();
  const search = it.pane.getByRole('search', { name: 'Search distributions' });
  await search.getByRole('searchbox').fill('interest carried');
  await search.getByText(`1 of ${dealCount} shown`).waitFor();
  expect(await it.pane.locator('article').allInnerTexts()).toEqual([
    expect.stringContaining('Carried interest'),
  ]);
  await search.getByRole('searchbox').fill('');
  await search.getByRole('combobox').selectOption({ label: 'New payees' });
  await search.getByText(`${dealCount} of ${dealCount} shown`).waitFor();
});

test('whoever looks at a problem goes on looking at it when the sheet is checked again', async () => {
  const it = await openWith(rowsOf((row) => [...row.slice(0, 5), 'to follow']));
  await it.sees(`${dealCount} problems`);
  const list = it.pane.locator('[role=group][tabindex="0"]').first();
  await scrollTo(list, 2_000);
  const inSight = () =>
    list.evaluate((area) => {
      const { top } = area.getBoundingClientRect();
      const first = [...area.querySelectorAll('li')].find(
        (item) => item.getBoundingClientRect().bottom > top + 1,
      );
      return {
        text: first?.textContent ?? '',
        pastPx: Math.round(top - (first?.getBoundingClientRect().top ?? 0)),
      };
    });
  // Once what came into sight was measured, nothing moves any more.
  let before = await inSight();
  for (let same = 0; same < 5;) {
    const now = await inSight();
    same = now.text !== '' && now.text === before.text && now.pastPx === before.pastPx ? same + 1 : 0;
    before = now;
  }
  const topBefore = await topOf(list);
  // Two rows far above it are mended.
  await it.write('Payouts!F2', [[1_000], [1_001]]);
  await it.sees(`${dealCount - 2} problems`);
  const after = await inSight();
  expect(after.text).toBe(before.text);
  expect(Math.abs(after.pastPx - before.pastPx)).toBeLessThanOrEqual(2);
  expect(await topOf(list)).toBeLessThan(topBefore);
});
