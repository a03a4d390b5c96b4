import { writeFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { sandboxSeed } from '../sandbox/seed.ts';
import { addPayeeDetails } from './sample-payee-details.ts';
import { projectPath } from './project-path.ts';
import {
  payoutHeaders,
  type SamplePayout,
  sampleInvestors,
  sampleMistakes,
  samplePayouts,
  samplePools,
} from './sample-data.ts';

/**
 * `npm run sample` builds `assets/sample-payouts.xlsx`, whose ids the sandbox knows. Its table stands below title lines.
 */
const headerRow = 4;
const firstRow = headerRow + 1;
const lastRow = headerRow + samplePayouts.length;
const money = '#,##0.00';
const day = 'yyyy-mm-dd';
/** Rows of the register sheet: four pools under their header, a blank row, then the investors under theirs. */
const firstPoolRow = 2;
const firstInvestorRow = firstPoolRow + samplePools.length + 2;

const round = (value: number) => Math.round(value * 100) / 100;

function amountOf(payout: SamplePayout): { value: number; formula: string | null } {
  if (payout.amount.kind === 'typed') return { value: round(payout.amount.amount), formula: null };
  const { poolRow, registerRow } = payout.amount;
  const pool = samplePools[poolRow];
  const investor = sampleInvestors[registerRow];
  if (typeof pool?.distributable !== 'number' || investor === undefined)
    throw new RangeError('A share of nothing');
  const [from, to] = pool.investors;
  const total = sampleInvestors.slice(from, to).reduce((sum, it) => sum + it.commitment, 0);
  const sheetRow = (index: number) => firstInvestorRow + index;
  const range = `Register!$D$${sheetRow(from)}:$D$${sheetRow(to - 1)}`;
  return {
    value: round((pool.distributable * investor.commitment) / total),
    formula: `ROUND(Register!$D$${firstPoolRow + poolRow}*Register!$D$${sheetRow(registerRow)}/SUM(${range}),2)`,
  };
}

function payoutCells(payout: SamplePayout, index: number): (string | number)[] {
  const contact = sandboxSeed.contacts[0]?.id ?? '';
  return [
    payout.distribution,
    payout.vehicle,
    payout.payDateSerial,
    payout.investor,
    index === sampleMistakes.contactInsteadOfEntity ? contact : payout.entity,
    amountOf(payout).value,
    'USD',
    payout.notify,
    payout.reference,
  ];
}

function addPayouts(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('Payouts', { views: [{ state: 'frozen', ySplit: headerRow }] });
  sheet.getCell('A1').value = 'Harbor Growth: payouts of the third quarter of 2027';
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = 'Total to pay';
  const total = round(samplePayouts.reduce((sum, payout) => sum + amountOf(payout).value, 0));
  const typedAsText = amountOf(samplePayouts[sampleMistakes.amountAsText] ?? missing()).value;
  const shown = round(total - typedAsText);
  sheet.getCell('B2').value = { formula: `SUM(F${firstRow}:F${lastRow})`, result: shown };
  sheet.getCell('B2').numFmt = money;
  sheet.addTable({
    name: 'Payouts',
    ref: `A${headerRow}`,
    headerRow: true,
    totalsRow: true,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: payoutHeaders.map((name, column) => ({
      name,
      filterButton: true,
      ...(column === 0 ? { totalsRowLabel: 'Total' } : {}),
      ...(name === 'Net amount' ? { totalsRowFunction: 'sum' as const, totalsRowResult: shown } : {}),
    })),
    rows: samplePayouts.map(payoutCells),
  });
  samplePayouts.forEach((payout, index) => {
    const row = sheet.getRow(firstRow + index);
    row.getCell(3).numFmt = day;
    const amount = row.getCell(6);
    const { value, formula } = amountOf(payout);
    amount.numFmt = money;
    if (formula !== null) amount.value = { formula, result: value };
    if (index === sampleMistakes.amountAsText) {
      // Text that looks like a number, as a paste from a web page leaves it; typing it again makes a number of it.
      amount.value = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
    }
    if (payout.hidden) row.hidden = true;
  });
  sheet.getCell(`F${lastRow + 1}`).numFmt = money;
  [26, 38, 12, 28, 36, 14, 10, 40, 16].forEach(
    (width, column) => (sheet.getColumn(column + 1).width = width),
  );
}

function addRegister(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('Register');
  sheet.addRow(['Distribution', 'Vehicle', 'Reference', 'To distribute']);
  for (const pool of samplePools) {
    sheet.addRow([pool.distribution, pool.vehicle, pool.reference, pool.distributable ?? 'typed in']);
  }
  sheet.addRow([]);
  for (const investor of [
    { name: 'Investor', entity: 'Entity', notify: 'Notify', commitment: 'Commitment' },
    ...sampleInvestors,
  ]) {
    sheet.addRow([investor.name, investor.entity, investor.notify, investor.commitment]);
  }
  for (const heading of [1, firstInvestorRow - 1]) sheet.getRow(heading).font = { bold: true };
  [28, 38, 40, 16].forEach((width, column) => (sheet.getColumn(column + 1).width = width));
  sheet.getColumn(4).numFmt = money;
}

function missing(): never {
  throw new RangeError('The sample has fewer rows than its mistakes need');
}

/** The sample as an `.xlsx`: the same bytes whenever it is built. */
export async function buildSample(): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Distribution Desk';
  workbook.created = new Date(Date.UTC(2026, 10, 1));
  workbook.modified = workbook.created;
  addPayouts(workbook);
  addRegister(workbook);
  addPayeeDetails(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

if (import.meta.main) {
  const file = projectPath('assets/sample-payouts.xlsx');
  writeFileSync(file, await buildSample());
  console.log(`Wrote ${file}: ${samplePayouts.length} payouts in ${samplePools.length} distributions.`);
}
