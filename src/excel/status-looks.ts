import { columnName } from './extent.ts';

/** A quiet look for a status, told apart by weight, slant and strike as well as by colour. */
interface StatusLook {
  statuses: readonly string[];
  fill: string;
  font: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
}

/**
 * Blue and orange, which people with any of the common colour blindnesses tell apart; green and red are not used. What
 * is on its way has no colour of its own. Nova's statuses: API reference 1.1.0, distributions and payments.
 */
const LOOKS: readonly StatusLook[] = [
  { statuses: ['failed'], fill: '#FCE4D6', font: '#8A3B00', bold: true },
  { statuses: ['disbursed', 'executed'], fill: '#DCEBFA', font: '#0B3D75' },
  { statuses: ['cancelled'], fill: '#EDEDED', font: '#5A5A5A', italic: true, strikethrough: true },
];

/** Always true, and by its text nobody else's; not that of the marks of problems, which come and go. */
const RULE_NAME = 'ISTEXT("Distribution Desk status")';

/**
 * Queues conditional formats for a column of statuses. They follow the cells by themselves when rows are sorted or
 * statuses change, so that they are made once, with the column. `rowIndex` and `columnIndex` are of its first cell,
 * counted from 0 on the sheet, since the rule names that cell.
 */
export function queueStatusLooks(cells: Excel.Range, rowIndex: number, columnIndex: number): void {
  const first = `$${columnName(columnIndex)}${rowIndex + 1}`;
  for (const look of LOOKS) {
    const { custom } = cells.conditionalFormats.add('Custom');
    const isOne = look.statuses.map((status) => `${first}="${status}"`).join(',');
    custom.rule.formula = `=AND(${RULE_NAME},OR(${isOne}))`;
    custom.format.fill.color = look.fill;
    custom.format.font.color = look.font;
    if (look.bold === true) custom.format.font.bold = true;
    if (look.italic === true) custom.format.font.italic = true;
    if (look.strikethrough === true) custom.format.font.strikethrough = true;
  }
}
