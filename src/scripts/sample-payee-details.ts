import type { Workbook } from '@cj-tech-master/excelts';
import { sandboxSeed } from '../sandbox/seed.ts';

type Cell = string | number;

/** Entities of the seed: two that have no bank details in the sandbox, and one that has some. */
const [without, alsoWithout, withSome] = [30, 61, 0].map((index) => {
  const entity = sandboxSeed.entities[index];
  if (entity === undefined) throw new RangeError(`The seed has no entity ${index}`);
  return entity;
});

const instructionsHeader: readonly string[] = [
  'Entity',
  'Legal name',
  'Type',
  'Beneficiary name',
  'Account number',
  'Routing number',
  'SWIFT code',
  'Bank name',
  'Street',
  'City',
  'State',
  'ZIP',
  'Country',
  'Reference',
];

const newYork: readonly Cell[] = ['1 Example Street', 'New York', 'NY', '10001', 'US'];
const london: readonly Cell[] = ['1 Example Road', 'London', '', 'EC1A 1BB', 'GB'];
const noAddress: readonly Cell[] = ['', '', '', '', ''];

function instructionsRow(
  entity: { id: string; name: string } | undefined,
  type: string,
  [account, routing, swift]: readonly [account: string, routing: Cell, swift: string],
  address: readonly Cell[],
  reference: string,
): Cell[] {
  const { id, name } = entity ?? { id: '', name: '' };
  return [id, name, type, name, account, routing, swift, 'Example Bank', ...address, reference];
}

/** The routing number of the third row was typed as a number, so that its zero is gone: the one mistake to mend. */
const instructionsRows: readonly Cell[][] = [
  instructionsRow(without, 'Domestic wire', ['000111222333', '021000021', ''], newYork, 'BANK-1'),
  instructionsRow(without, 'ACH', ['000111222444', '021000021', ''], noAddress, 'BANK-2'),
  instructionsRow(alsoWithout, 'ACH', ['000111222555', 21000021, ''], noAddress, 'BANK-3'),
  instructionsRow(
    alsoWithout,
    'International wire',
    ['GB33BUKB20201555555555', '', 'BUKBGB22'],
    london,
    'BANK-4',
  ),
  instructionsRow(withSome, 'Domestic wire', ['000111222666', '021000021', ''], newYork, 'BANK-5'),
];

const entityRows: readonly Cell[][] = [
  ['Entity name', 'Entity type', 'External reference'],
  ['Larkspur Holdings 1 LLC', 'LLC', 'NEW-E-1'],
  ['Larkspur Partners 2 LP', 'Limited partnership', 'NEW-E-2'],
  ['Larkspur Family Trust 3', 'Trust', 'NEW-E-3'],
];

const contactRows: readonly Cell[][] = [
  ['Contact name', 'E-mail', 'External reference'],
  ['Larkspur Payments Desk', 'payments@larkspur.example', 'NEW-C-1'],
  ['Larkspur Reporting Desk', 'reporting@larkspur.example', 'NEW-C-2'],
];

/** The sheets of the workbook that the place for payee details is for. */
export const samplePayeeSheets = {
  'payment-instructions': 'Bank details',
  entity: 'New entities',
  contact: 'New contacts',
} as const;

export function addPayeeDetails(workbook: Workbook): void {
  addSheet(workbook, samplePayeeSheets['payment-instructions'], [instructionsHeader, ...instructionsRows]);
  addSheet(workbook, samplePayeeSheets.entity, entityRows);
  addSheet(workbook, samplePayeeSheets.contact, contactRows);
}

function addSheet(workbook: Workbook, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  const header = rows[0] ?? [];
  header.forEach((title, column) => (sheet.getColumn(column + 1).width = title === 'Entity' ? 36 : 24));
}
