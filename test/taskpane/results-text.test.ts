import { expect, test } from '@jest/globals';
import { asCsv, asTabbed, resultsAsLines, unplacedAsLines } from '../../src/taskpane/results-text.ts';
import { accepted, mapping, payoutTable, planOf, rejected } from '../support/builders.ts';

const table = payoutTable([
  { distributionName: 'One', entity: 'ent_A1', amount: 1234.5, payeeName: '=HYPERLINK("x")' },
  { distributionName: 'Two', entity: 'ent_B1', amount: 2 },
]);
const [one, two] = planOf(table).distributions;
if (one === undefined || two === undefined) throw new Error('The plan is too short');

test('every id of what was accepted is a line to paste, and nothing in it becomes a formula', () => {
  const lines = resultsAsLines({
    reference: table.reference,
    mapping,
    header: table.header,
    outcomes: [
      { distribution: one, outcome: accepted(one, 'dst_One') },
      { distribution: two, outcome: rejected('No.') },
    ],
    knownAt: '2026-03-02T10:00:00Z',
    stop: null,
  });
  expect(asTabbed(lines).split('\n')).toEqual([
    'Payee\tEntity\tAmount\tCurrency\tNova distribution\tNova payment',
    `'=HYPERLINK("x")\tent_A1\t1234.50\tUSD\tdst_One\tdpmt_Onex0`,
  ]);
});

test('a payment without an id leaves its column empty', () => {
  const unplaced = {
    distributionId: 'dst_One',
    paymentId: null,
    distributionStatus: 'draft',
    paymentStatus: '',
    entity: 'ent_A1',
    amountCents: 100,
    currency: 'USD',
    payeeName: 'Two\tlines\nof text',
    reason: 'The row was deleted.',
  };
  expect(asTabbed(unplacedAsLines([unplaced])).split('\n')[1]).toBe(
    'Two lines of text\tent_A1\t1.00\tUSD\tdst_One\t',
  );
});

test('the file holds the same, quoted', () => {
  const lines = resultsAsLines({
    reference: table.reference,
    mapping,
    header: table.header,
    outcomes: [{ distribution: one, outcome: accepted(one, 'dst_One') }],
    knownAt: '2026-03-02T10:00:00Z',
    stop: null,
  });
  expect(asCsv(lines).split('\r\n')).toEqual([
    '"Payee","Entity","Amount","Currency","Nova distribution","Nova payment"',
    `"'=HYPERLINK(""x"")","ent_A1","1234.50","USD","dst_One","dpmt_Onex0"`,
    '',
  ]);
});
