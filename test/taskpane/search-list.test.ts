import { expect, test } from '@jest/globals';
import { paymentText, searchList } from '../../src/taskpane/search-list.ts';
import { setLanguage } from '../../src/words/index.ts';
import { payoutTable, planOf } from '../support/builders.ts';

const rows = planOf(
  payoutTable([
    { payeeName: 'Harbor Pension Plan 1', entity: 'ent_One1', amount: 114_942.53 },
    { payeeName: 'Granite Holdings', entity: 'ent_Two2', amount: 43_103.45 },
  ]),
).distributions.flatMap((distribution) => distribution.rows);
const found = (typed: string) => searchList(rows, paymentText, typed).map(({ payeeName }) => payeeName);

test('finds by every word in any order and case, and by amounts as they are written', () => {
  expect(found('plan HARBOR')).toEqual(['Harbor Pension Plan 1']);
  expect(found('harbor granite')).toEqual([]);
  expect(found('$43,103.45')).toEqual(['Granite Holdings']);
  expect(found('114942.53')).toEqual(['Harbor Pension Plan 1']);
});

test.each([
  ['de-DE', '43.103,45'],
  ['fr-FR', '43\u202f103,45'],
  ['fr-FR', '43 103,45 €'],
  ['de-CH', '43’103.45'],
])('finds an amount as %s writes it', async (language, typed) => {
  await setLanguage(language);
  expect(found(typed)).toEqual(['Granite Holdings']);
  await setLanguage('en-US');
});

test('nothing typed shows the very same list', () => {
  expect(searchList(rows, paymentText, '  ')).toBe(rows);
});
