import { describe, expect, test } from '@jest/globals';
import { followColumns, suggestMapping } from '../../src/domain/index.ts';
import { header, mapping, payoutTable } from '../support/builders.ts';

/** The default table with some headers written over. */
function renamed(names: Record<number, string>) {
  return payoutTable([{ amount: 10.25 }, { amount: 20.5 }, { amount: 30 }], {
    header: header.map((text, column) => names[column] ?? text),
  });
}

describe('followColumns', () => {
  test('follows columns that were moved', () => {
    const moved = [...header].reverse();
    expect(followColumns(mapping, header, moved)).toEqual(suggestMapping(moved));
  });

  test('tells equal headers apart by their order and forgets what is gone', () => {
    const chosen = { ...suggestMapping([]), amount: 1, entity: 2 };
    const followed = followColumns(chosen, ['Sum', 'Sum', 'Who'], ['new', 'Sum', 'Sum']);
    expect(followed.amount).toBe(2);
    expect(followed.entity).toBeNull();
  });

  test('knows renamed columns by their cells', () => {
    const table = renamed({ 1: 'Payer', 3: 'To', 5: 'Value' });
    expect(followColumns(mapping, header, table.header, table)).toEqual(mapping);
    expect(followColumns(mapping, header, table.header)).toEqual({
      ...mapping,
      vehicle: null,
      entity: null,
      amount: null,
    });
  });

  test('follows a name to the only header that came for the only one that went', () => {
    const table = renamed({ 0: 'What it is called' });
    expect(followColumns(mapping, header, table.header, table)).toEqual(mapping);
  });

  test('follows no name when another column was renamed with it, nor one whose cells are something else', () => {
    const both = renamed({ 0: 'One', 4: 'Other' });
    expect(followColumns(mapping, header, both.header, both)).toMatchObject({
      distributionName: null,
      payeeName: null,
    });
    const deleted = header.map((text, column) => (column === 0 ? 'Notes' : text));
    const table = payoutTable([{ distributionName: 5 }, { distributionName: 6 }], { header: deleted });
    expect(followColumns(mapping, header, deleted, table).distributionName).toBeNull();
  });
});
