/** Excel that stops in the middle of the write: what was written stays true, the rest is kept, "Write results again" finishes. */
import { afterEach, expect, test } from '@jest/globals';
import type { DeskUnderTest } from '../support/desk.ts';
import {
  creations,
  expectTrue,
  expectWrittenAgain,
  inTable,
  notWritten,
  openStaging,
  resultSheet as sheet,
} from '../support/results-in-sheet.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

type Order = 'protect' | 'hang' | 'hang-after';

/**
 * A run whose results are about to be written: the columns are there, the ids are not, and the order is given in between.
 * Each request takes a while, as on the web, so that there is a between.
 */
async function stoppedBetween(order: Order): Promise<DeskUnderTest> {
  const it = await openStaging((opened) => (desk = opened));
  await it.page.clock.install();
  await it.page.evaluate(async (what) => {
    const { workbench } = window;
    workbench.setLatency(300);
    const first = () => workbench.read('Payouts!G1')[0]?.[0] ?? '';
    while (first() === '') await new Promise((resolve) => setTimeout(resolve, 10));
    if (what === 'protect') workbench.protect('Payouts');
    else workbench.faults.hangNext(what === 'hang-after');
  }, order);
  return it;
}

const idsIn = async (it: DeskUnderTest) => (await it.read(`${sheet}!G2:H7`)).flat().join('');

test('access denied half-way: the columns stay, the results are kept and written once the sheet allows it', async () => {
  const it = await stoppedBetween('protect');
  await it.sees(notWritten);
  await it.sees(/protected or read-only/);
  expect((await it.savedRows(sheet))[0]?.slice(6)).toEqual([
    'Nova distribution',
    'Nova payment',
    'Distribution status',
    'Payment status',
    'Checked at',
    'Message',
  ]);
  expect(await idsIn(it)).toBe('');
  await it.page.evaluate(() => window.workbench.unprotect('Payouts'));
  await expectWrittenAgain(it);
});

test.each<[string, Order]>([
  ['was never carried out', 'hang'],
  ['was carried out all the same', 'hang-after'],
])(
  'a request that never settles, and %s: given up after a minute, kept, and written again',
  async (_how, order) => {
    const it = await stoppedBetween(order);
    await it.page.clock.fastForward(61_000);
    await it.sees(notWritten);
    await it.sees(/has not answered|does not answer/);
    if (order === 'hang') expect(await idsIn(it)).toBe('');
    else expectTrue((await it.savedRows(sheet)).slice(1, 7), inTable, await it.sandbox.records());
    expect(await creations(it)).toBe(2);
    await expectWrittenAgain(it);
  },
);
