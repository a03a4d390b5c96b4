import { describe, expect, test } from '@jest/globals';
import {
  findResultColumns,
  followColumns,
  suggestMapping,
  type PayoutField,
} from '../../src/domain/index.ts';
import { header, resultHeader } from '../support/builders.ts';

describe('suggestMapping', () => {
  test.each<[string, PayoutField]>([
    ['Investor', 'payeeName'],
    ['Payee', 'payeeName'],
    ['LP', 'payeeName'],
    ['Limited Partner', 'payeeName'],
    ['Amount', 'amount'],
    ['Net', 'amount'],
    ['NET AMOUNT*', 'amount'],
    ['Amount (USD)', 'amount'],
    ['Payout', 'amount'],
    ['Net  distribution', 'amount'],
    ['Fund', 'vehicle'],
    ['Vehicle id', 'vehicle'],
    ['Fund-ID', 'vehicle'],
    ['Entity', 'entity'],
    ['Entity ID', 'entity'],
    ['Nova entity', 'entity'],
    ['Date', 'distributionDate'],
    ['Distribution\ndate', 'distributionDate'],
    ['Pay date:', 'distributionDate'],
    ['Distribution', 'distributionName'],
    ['Distribution name', 'distributionName'],
    ['Title', 'distributionName'],
    ['Notify', 'contacts'],
    ['Contacts', 'contacts'],
    ['cc', 'contacts'],
    ['Override date', 'dateOverride'],
    ['Reference', 'externalReference'],
    ['External ref.', 'externalReference'],
    ['Our ref', 'externalReference'],
    ['Currency', 'currency'],
    ['Ccy', 'currency'],
  ])('%j is the %s', (text, field) => {
    const mapping = suggestMapping(['x', text]);
    expect(mapping[field]).toBe(1);
    expect(Object.values(mapping).filter((column) => column !== null)).toEqual([1]);
  });

  test.each(['', 'x', 'Name', 'Gross amount', 42, true])('%j is nothing', (text) => {
    expect(Object.values(suggestMapping([text])).every((column) => column === null)).toBe(true);
  });

  test('the best name wins wherever it stands', () => {
    expect(suggestMapping(['Net', 'Amount']).amount).toBe(1);
    expect(suggestMapping(['Date', 'Distribution date']).distributionDate).toBe(1);
    expect(suggestMapping(['Amount (gross)', 'Amount']).amount).toBe(1);
  });

  test('of equal names the first is taken, and no field takes two columns', () => {
    const mapping = suggestMapping(['Amount', 'Amount', 'Net']);
    expect(mapping.amount).toBe(0);
    expect(Object.values(mapping).filter((column) => column !== null)).toEqual([0]);
  });

  test('result columns are never fields', () => {
    expect(Object.values(suggestMapping(resultHeader)).every((column) => column === null)).toBe(true);
  });
});

test('findResultColumns finds them in any order, and null for what is missing', () => {
  expect(findResultColumns({ header: ['Message', 'Amount', 'nova payment ', 'Nova distribution'] })).toEqual({
    distributionId: 3,
    paymentId: 2,
    distributionStatus: null,
    paymentStatus: null,
    checkedAt: null,
    message: 0,
  });
});

describe('followColumns', () => {
  test('follows columns that were moved', () => {
    const moved = [...header].reverse();
    expect(followColumns(suggestMapping(header), header, moved)).toEqual(suggestMapping(moved));
  });

  test('tells equal headers apart by their order and forgets what is gone', () => {
    const mapping = { ...suggestMapping([]), amount: 1, entity: 2 };
    const followed = followColumns(mapping, ['Sum', 'Sum', 'Who'], ['new', 'Sum', 'Sum']);
    expect(followed.amount).toBe(2);
    expect(followed.entity).toBeNull();
  });
});
