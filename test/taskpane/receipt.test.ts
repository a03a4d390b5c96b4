import { expect, test } from '@jest/globals';
import { diagnosisOf } from '../../src/taskpane/diagnosis.ts';
import { receiptAsCsv, receiptOf } from '../../src/taskpane/receipt.ts';
import { initialState, type Results } from '../../src/taskpane/state.ts';
import { accepted, mapping, payoutTable, planOf, rejected } from '../support/builders.ts';

const table = payoutTable([
  { payeeName: '=cmd', externalReference: 'A "1"' },
  { distributionName: 'Not staged', payeeName: 'Bee Trust' },
]);
const [first, second] = planOf(table).distributions;
if (first === undefined || second === undefined) throw new Error('Two distributions were planned.');
const results: Results = {
  reference: table.reference,
  mapping,
  header: table.header,
  outcomes: [
    { distribution: first, outcome: accepted(first, 'dst_One1') },
    { distribution: second, outcome: rejected('The vehicle is closed.') },
  ],
  knownAt: '2026-03-01T10:00:00.000Z',
  stop: null,
};

test('a receipt holds what was staged and nothing else, and no cell of it can become a formula', () => {
  const [header, ...lines] = receiptAsCsv(results).trimEnd().split('\r\n');
  expect(header).toMatch(
    /^"Distribution","Distribution date",.*"Nova payment","Payment status","Staged at","Staged by"$/,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`"A ""1""","'=cmd","ent_Ada1","1234.56","USD","dst_One1",`);
  const receipt = receiptOf(results);
  expect(receipt.facts).toContainEqual(['Total', '$1,234.56']);
  expect(receipt.distributions.map(({ title }) => title)).toEqual(['Q1 2026']);
});

test('a diagnosis names ids and codes, and neither payees nor amounts', () => {
  const text = diagnosisOf(
    {
      ...initialState,
      phase: { step: 'result', results, writing: { status: 'writing' } },
      notice: { intent: 'error', title: 'Nova does not answer', text: 'Ada Capital LP', reference: 'req-1' },
    },
    { version: '0.1.0', at: '2026-03-01T10:00:00.000Z', userAgent: 'a browser', widthPx: 320 },
  );
  for (const told of ['Where: payouts, result', 'accepted entry-1 dst_One1', 'rejected', 'Request: req-1']) {
    expect(text).toContain(told);
  }
  for (const kept of ['cmd', 'Bee Trust', '1,234', '1234', 'Ada Capital', 'ent_Ada1']) {
    expect(text).not.toContain(kept);
  }
});
