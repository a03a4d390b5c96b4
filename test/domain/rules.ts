/** Every rule of `checkTable` with the smallest table that breaks it: code, cell, and words of the message. */
import type { CellValue, PayoutField, SheetTable } from '../../src/domain/index.ts';
import {
  cellsOf,
  header,
  headerWithResults,
  payoutTable,
  resultHeader,
  stagedCells,
  tableOf,
} from '../support/builders.ts';

export interface RuleCase {
  name: string;
  table: SheetTable;
  /** Each as `code at cell`, in order; `code at table` when it points at no cell. */
  problems: string[];
  message: string;
}

type Fields = Partial<Record<PayoutField, CellValue>>;

function rule(name: string, table: SheetTable, problems: string[], message: string): RuleCase {
  return { name, table, problems, message };
}

function row(name: string, fields: Fields, problems: string[], message: string): RuleCase {
  return rule(name, payoutTable([fields]), problems, message);
}

const second = { entity: 'ent_Bob1', payeeName: 'Bob LP' };

const tableRules: RuleCase[] = [
  rule('no rows', payoutTable([]), ['no-payout-rows at table'], 'Select a cell of the payout table'),
  rule(
    'selection of a blank row',
    tableOf([cellsOf(), []], { selectedRows: [1] }),
    ['nothing-selected at table'],
    'Select at least one row',
  ),
  rule(
    'no amount and no entity column',
    tableOf([cellsOf().map((value, index) => (index === 5 || index === 3 ? '' : value))], {
      header: header.map((text, index) => (index === 5 || index === 3 ? 'Note' : text)),
    }),
    ['required-column-missing at table', 'required-column-missing at table'],
    'No column holds the entity. Choose the column, or add one to the table.',
  ),
  rule(
    'a result header twice',
    tableOf([cellsOf()], { header: [...headerWithResults, 'Nova payment'] }),
    ['result-column-twice at R4'],
    'Two columns are called “Nova payment”',
  ),
  rule(
    'a message column of the user',
    tableOf([[...cellsOf(), 'call them']], { header: [...header, 'Message'] }),
    ['result-column-name-taken at L4'],
    'Results would be written into your column “Message”',
  ),
  rule(
    'a result header in another spelling',
    tableOf([cellsOf()], {
      header: headerWithResults.map((text) => (text === 'Nova payment' ? 'nova payment' : text)),
    }),
    ['result-column-spelling at M4'],
    'must be called “Nova payment” exactly',
  ),
  rule(
    'protected',
    payoutTable([{}], { sheetProtected: true }),
    ['sheet-protected at table'],
    'Unprotect it',
  ),
  rule(
    'no room',
    payoutTable([{}], { freeColumnsRight: 5 }),
    ['result-columns-blocked at table'],
    'need 6 free columns',
  ),
  rule(
    'room for the missing ones only',
    tableOf([cellsOf()], { header: [...header, ...resultHeader.slice(0, 4)], freeColumnsRight: 1 }),
    ['result-columns-blocked at table'],
    'need 2 free columns right of the data, and 1 is free',
  ),
];

const cellRules: RuleCase[] = [
  row(
    'no name',
    { distributionName: ' ' },
    ['required-cell-blank at B5'],
    'The distribution name is missing.',
  ),
  row('no vehicle', { vehicle: '' }, ['required-cell-blank at C5'], '(veh_…)'),
  row(
    'no date',
    { distributionDate: '' },
    ['required-cell-blank at D5'],
    'The distribution date is missing.',
  ),
  row('no entity', { entity: '' }, ['required-cell-blank at E5'], '(ent_…)'),
  row('no amount', { amount: '' }, ['required-cell-blank at G5'], 'such as 1,234.56'),
  row('error in the amount', { amount: '#N/A' }, ['cell-error at G5'], 'The cell shows #N/A.'),
  row('error in an optional cell', { payeeName: '#REF!' }, ['cell-error at F5'], 'Mend its formula'),
  row('error in the contacts', { contacts: '#SPILL!' }, ['cell-error at I5'], '#SPILL!'),
  row('error in the currency', { currency: '#VALUE!' }, ['cell-error at H5'], '#VALUE!'),
  row(
    'TRUE as amount',
    { amount: true },
    ['cell-is-boolean at G5'],
    'The cell holds TRUE and not the amount.',
  ),
  row('name too long', { distributionName: 'x'.repeat(501) }, ['text-too-long at B5'], 'has 501 characters'),
  row('space in an id', { entity: 'ent_Ada1 ' }, ['id-has-space at E5'], 'Remove it'),
  row(
    'invisible character',
    { entity: 'ent_\u200bAda1' },
    ['id-has-invisible-character at E5'],
    'nobody sees',
  ),
  row('look-alike', { vehicle: 'veh_\u0410lpha1' }, ['id-has-lookalike at C5'], 'only looks like “A”'),
  row(
    'entity as vehicle',
    { vehicle: 'ent_Ada1' },
    ['id-wrong-kind at C5'],
    'This is an entity id (ent_…), and a vehicle id (veh_…) belongs here.',
  ),
  row('prefix in capitals', { entity: 'Ent_Ada1' }, ['id-prefix-case at E5'], 'small letters'),
  row('number as id', { entity: 17 }, ['id-malformed at E5'], '“17” is not an entity id'),
  row('text amount', { amount: '1,234.56' }, ['amount-is-text at G5'], 'Convert the cell to a number'),
  row(
    'text amount of two readings',
    { amount: '1.234' },
    ['amount-is-ambiguous at G5'],
    'can be read as 1.234 or as 1234. Type the amount as a number.',
  ),
  row(
    'euro in the text, USD in the column',
    { amount: '€ 5' },
    ['currency-disagrees at G5', 'amount-is-text at G5'],
    'the currency column says USD, the text of the cell says EUR',
  ),
  rule(
    'a merged amount',
    payoutTable([{}], { mergedAreas: [{ rowIndex: 4, columnIndex: 6, rowCount: 2, columnCount: 1 }] }),
    ['cell-merged at G5'],
    'The cells G5:G6 are merged',
  ),
  row('no number', { amount: 'tbd' }, ['amount-not-a-number at G5'], '“tbd” is not an amount'),
  row('half a cent', { amount: 1234.565 }, ['amount-has-fraction-of-cent at G5'], '=ROUND(…,2)'),
  row('zero', { amount: 0 }, ['amount-zero at G5'], 'above zero'),
  row('negative', { amount: -1 }, ['amount-negative at G5'], 'Nova cannot collect'),
  row('too large', { amount: 1e14 }, ['amount-too-large at G5'], 'more digits than Excel keeps'),
  row('no currency code', { currency: '$' }, ['currency-malformed at H5'], 'three letters, such as USD'),
  row('euro', { currency: 'eur' }, ['currency-not-supported at H5'], 'not EUR'),
  row('text that is no date', { distributionDate: 'soon' }, ['date-is-text at D5'], 'write it as YYYY-MM-DD'),
  row(
    'text date of one reading',
    { distributionDate: '31.3.2026' },
    ['date-is-text at D5'],
    'reads as March 31, 2026. Enter a date, or write it as 2026-03-31.',
  ),
  row(
    'text date of two readings',
    { distributionDate: '3/4/2026' },
    ['date-order-ambiguous at D5'],
    'can be April 3, 2026 or March 4, 2026',
  ),
  row('serial 60', { distributionDate: 60 }, ['date-never-was at D5'], 'February 29, 1900'),
  row(
    'a day written as a number',
    { distributionDate: 20260331 },
    ['date-out-of-range at D5'],
    'no date that Excel knows',
  ),
  row(
    'time of day',
    { distributionDate: 46112.25 },
    ['date-has-time at D5'],
    'Mar 31, 2026 is sent, without the time',
  ),
  row(
    'yesterday',
    { distributionDate: '2026-02-27' },
    ['date-in-past at D5'],
    'The date Feb 27, 2026 lies in the past.',
  ),
  row('Saturday', { distributionDate: '2026-03-28' }, ['date-on-weekend at D5'], 'is a Saturday'),
  row(
    'override on a Sunday',
    { dateOverride: '2026-03-29' },
    ['date-on-weekend at J5'],
    'The override date Mar 29, 2026 is a Sunday',
  ),
  row(
    'in ten years',
    { distributionDate: '2036-03-31' },
    ['date-far-ahead at D5'],
    'more than two years ahead',
  ),
  row('contact twice', { contacts: 'cnt_a, cnt_b; cnt_a' }, ['contact-twice at I5'], 'cnt_a is named twice'),
  row('e-mail as contact', { contacts: 'ann@example.com' }, ['id-malformed at I5'], 'is an e-mail address'),
  row(
    'entity as contact',
    { contacts: 'cnt_a\nent_b' },
    ['id-wrong-kind at I5'],
    'a contact id (cnt_…) belongs here',
  ),
  row(
    'many contacts',
    { contacts: Array.from({ length: 101 }, (_, index) => `cnt_a${index}`).join(';') },
    ['too-many-contacts at I5'],
    'names 101 contacts',
  ),
  row('number as name', { distributionName: 2026 }, ['name-is-number at B5'], 'the number 2026'),
  row(
    'reference with lost digits',
    { externalReference: 12345678901234567890 },
    ['reference-inexact at K5'],
    'Format the cell as text',
  ),
  row(
    'several at once',
    { entity: '', amount: 0, vehicle: 'x' },
    ['id-malformed at C5', 'required-cell-blank at E5', 'amount-zero at G5'],
    'veh_',
  ),
];

const staged = (changes: Fields, ids: CellValue[]) => [...cellsOf(changes), ...ids];

const resultRules: RuleCase[] = [
  rule(
    'something else under Nova distribution',
    tableOf([staged({}, ['pending'])], { header: headerWithResults }),
    ['result-id-malformed at L5'],
    '“pending” is not an id that Nova gave',
  ),
  rule(
    'a payment id alone',
    tableOf([staged({}, ['', 'dpmt_a'])], { header: headerWithResults }),
    ['result-ids-incomplete at M5'],
    'has no distribution id beside it',
  ),
  rule(
    'a row copied with its ids',
    tableOf([staged({}, stagedCells('dst_a', 'dpmt_a')), staged(second, stagedCells('dst_a', 'dpmt_a'))], {
      header: headerWithResults,
    }),
    ['payment-id-twice at M6'],
    'dpmt_a is in M5 already',
  ),
  rule(
    'one of two rows staged',
    tableOf([staged({}, stagedCells('dst_a', 'dpmt_a')), cellsOf(second)], { header: headerWithResults }),
    ['distribution-partly-staged at B6'],
    '1 of 2 rows of this distribution is not staged; the others are in dst_a.',
  ),
];

const groupRules: RuleCase[] = [
  rule(
    'a total beyond the safe integers',
    payoutTable(
      Array.from({ length: 10 }, (_, index) => ({ entity: `ent_a${index}`, amount: 9_999_999_999_999 })),
    ),
    ['total-too-large at G14'],
    'too large to be exact',
  ),
  rule(
    'payee twice',
    payoutTable([{}, {}]),
    ['payee-twice at E6'],
    'paid in row 5 of the same distribution already, with the same amount',
  ),
  rule(
    'payee twice, other amount',
    payoutTable([{}, { amount: 5 }]),
    ['payee-twice at E6'],
    'already. Remove',
  ),
  rule(
    'one reference on two distributions',
    payoutTable([
      { externalReference: 'R1' },
      { ...second, distributionName: 'Other', externalReference: 'R1' },
    ]),
    ['reference-on-two-distributions at K6'],
    'The external reference “R1” is on the distribution of row 5',
  ),
  rule(
    'references that split',
    payoutTable([{ externalReference: 'R1' }, { ...second, externalReference: 77 }]),
    ['reference-splits-distribution at K6'],
    'of row 5 and another external reference',
  ),
  rule(
    'two dates',
    payoutTable([{}, { ...second, distributionDate: 46113 }]),
    ['name-with-two-dates at D6'],
    'Row 5 has the same name and vehicle and the date Mar 31, 2026.',
  ),
  rule(
    'nearly equal names',
    payoutTable([{}, { ...second, distributionName: 'q1  2026' }]),
    ['name-nearly-equal at B6'],
    'differs from “Q1 2026” in row 5',
  ),
];

export const ruleCases: RuleCase[] = [...tableRules, ...cellRules, ...resultRules, ...groupRules];
