/** Line 17 of the known behaviours of Excel: what the workbook keeps can be lost, and what was written can be undone. */
import { expect, test } from '@jest/globals';
import { suggestMapping } from '../../../src/domain/index.ts';
import { loadCheckSettings, loadMapping, readSelectedTable, saveMapping } from '../../../src/excel/index.ts';
import { check } from '../../support/builders.ts';
import { idsBeside, readAndStage, rightIds, staged, write } from './payouts.ts';

test('line 17: settings that were lost cost nothing but a suggestion', async () => {
  const { workbook, table, checked } = await staged('region');
  const mapping = suggestMapping(table.header);
  await saveMapping(table.reference, mapping);
  expect(await loadMapping(table.reference, table.header)).toEqual(mapping);
  workbook.book.settings.clear();
  expect(await loadMapping(table.reference, table.header)).toBeNull();
  expect(await loadCheckSettings()).toBeNull();
  expect(checked.plan?.distributions).toHaveLength(1);
  expect((await readAndStage()).checked.plan).toEqual(checked.plan);
});

test.each(['table', 'region'] as const)(
  'line 17: ids that were undone in a %s are noticed and written again',
  async (kind) => {
    const results = await staged(kind);
    const { workbook } = results;
    const all = rightIds('Alder', 'Birch', 'Cedar', 'Dogwood');
    await write(results);
    expect(idsBeside(workbook, 'E4:H7')).toEqual(all);
    for (let steps = 0; workbook.values('H4')[0]?.[0] !== ''; steps += 1) {
      if (steps > 10) throw new Error('The ids cannot be undone.');
      workbook.book.undo();
    }
    // Whoever believes what it remembers says that all is written; the sheet says that nothing is staged.
    expect(check(await readSelectedTable()).plan?.distributions).toHaveLength(1);
    expect((await write(results)).report).toMatchObject({ verified: 4, expected: 4, mismatches: [] });
    expect(idsBeside(workbook, 'E4:H7')).toEqual(all);
    expect(check(await readSelectedTable()).plan?.distributions).toHaveLength(0);
  },
);
