import { expect, test } from '@jest/globals';
import { receiptAsCsv, receiptOf, stagedBefore, stagedIn } from '../../src/taskpane/receipt.ts';
import type { Results } from '../../src/taskpane/state.ts';
import { accepted, mapping, payoutTable, planOf, rejected, stagedContent } from '../support/builders.ts';

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
  const [header, ...lines] = receiptAsCsv(stagedIn(results)).trimEnd().split('\r\n');
  expect(header).toMatch(
    /^"Distribution","Distribution date",.*"Nova payment","Payment status","Staged at","Staged by"$/,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`"A ""1""","'=cmd","ent_Ada1","1234.56","USD","dst_One1",`);
  const receipt = receiptOf(stagedIn(results));
  expect(receipt.facts).toContainEqual(['Total', '$1,234.56']);
  expect(receipt.distributions.map(({ title }) => title)).toEqual(['Q1 2026']);
});

test('a receipt of what was staged long ago is made of what the ledger holds, with the names that Nova says', () => {
  const content = stagedContent(first, accepted(first, 'dst_One1'));
  const again = stagedBefore(content, (entity) => (entity === 'ent_Ada1' ? 'Ada Capital LP' : undefined));
  const [, line] = receiptAsCsv([again]).split('\r\n');
  expect(line).toContain(`"Ada Capital LP","ent_Ada1","1234.56","USD","dst_One1",`);
  expect(receiptOf([again]).facts).toEqual(receiptOf(stagedIn(results)).facts);
  expect(receiptAsCsv([stagedBefore(content, () => undefined)])).toContain(`"","ent_Ada1"`);
});
