import { describe, expect, test } from '@jest/globals';
import { findResultColumns, suggestMapping, type PayoutField } from '../../src/domain/index.ts';
import { resultHeader } from '../support/builders.ts';

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

  test.each<[string, PayoutField]>([
    ['Distribtion date', 'distributionDate'],
    ['Amuont', 'amount'],
    ['Amounts', 'amount'],
    ['Net Amt', 'amount'],
    ['USD net amount payable', 'amount'],
    ['Curency', 'currency'],
    ['Dist. date', 'distributionDate'],
    ['Investor legal name', 'payeeName'],
    ['Investors', 'payeeName'],
    ['Vehicles', 'vehicle'],
    ['External Refrence', 'externalReference'],
  ])('%j is nearly the %s', (text, field) => {
    const mapping = suggestMapping(['x', text]);
    expect(mapping[field]).toBe(1);
    expect(Object.values(mapping).filter((column) => column !== null)).toEqual([1]);
  });

  test.each([
    'Prior net amount',
    'Net amount withheld',
    'Amount (gross)',
    'Account',
    'Payer',
    'Contract',
    'Preference',
    'Funds',
    'Entry date',
    'Data',
    'Total',
    'Fee payment amount',
    'Share class',
    'Date of birth',
    'Reporting currency',
  ])('%j is nothing, although it is near a name', (text) => {
    expect(Object.values(suggestMapping([text])).every((column) => column === null)).toBe(true);
  });

  test.each(['', 'x', 'Name', 'Gross amount', 42, true])('%j is nothing', (text) => {
    expect(Object.values(suggestMapping([text])).every((column) => column === null)).toBe(true);
  });

  test('the best name wins wherever it stands', () => {
    expect(suggestMapping(['Net', 'Amount']).amount).toBe(1);
    expect(suggestMapping(['Date', 'Distribution date']).distributionDate).toBe(1);
    expect(suggestMapping(['Amount (gross)', 'Amount']).amount).toBe(1);
  });

  test('of equal names none is taken where the field is required, and the first where it is not', () => {
    const mapping = suggestMapping(['Amount', 'Amount', 'Net', 'Currency', 'Currency']);
    expect(mapping.amount).toBeNull();
    expect(mapping.currency).toBe(3);
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
    registeredId: null,
    paymentStatus: null,
    checkedAt: null,
    message: 0,
  });
});
