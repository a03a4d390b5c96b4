/**
 * Reads the tables that are drawn in the `.txt` files of this folder; README.md says how they are written. What a case
 * expects is compared as the very lines of the file, so that a failing case shows what to look at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cellAddress, checkTable, suggestMapping, toSerial, withPayees } from '../../../src/domain/index.ts';
import type {
  CellValue,
  CheckOptions,
  CheckResult,
  ColumnMapping,
  PayeeKnowledge,
  PayoutField,
  SheetTable,
} from '../../../src/domain/index.ts';
import { checkedEntitySchema, formatCents, stagedContentSchema } from '../../../src/contract/index.ts';
import type { StagedContent } from '../../../src/contract/index.ts';
import { options, tableOf } from '../../support/builders.ts';

export interface CorpusCase {
  file: string;
  title: string;
  table: SheetTable;
  mapping: ColumnMapping;
  options: CheckOptions;
  /** What Nova knows of the payees; null where it was not asked. */
  payees: PayeeKnowledge | null;
  /** As `outcomeLines` writes them. */
  expected: string[];
  /** Codes that this table comes near to and must not be given. */
  not: string[];
}

const folder = new URL('./', import.meta.url);

/** What a case may say of its table; a word that nobody reads would make a case that proves nothing. */
const settingNames: ReadonlySet<string> = new Set([
  'date system',
  'default currency',
  'escalated',
  'free columns',
  'hidden rows',
  'ledger',
  'mapping',
  'merged',
  'nova',
  'protected',
  'selected rows',
  'tie out',
  'totals row',
]);

export function readCorpus(): CorpusCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readCases(name, readFileSync(new URL(name, folder), 'utf8')));
}

function readCases(file: string, text: string): CorpusCase[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      return readCase(
        file,
        title.trim(),
        lines.filter((line) => line.trim() !== ''),
      );
    });
}

interface Cell {
  value: CellValue;
  format: string;
}

function readCase(file: string, title: string, lines: string[]): CorpusCase {
  const rows: Cell[][] = [];
  const settings = new Map<string, string>();
  const expected: string[] = [];
  let not: string[] = [];
  for (const line of lines) {
    const more = /^\.\.\. (\d+) more rows like this one, each with another entity$/.exec(line);
    if (line.startsWith('|')) rows.push(readRow(line));
    else if (more !== null) rows.push(...moreRows(rows.at(-1) ?? [], rows[0] ?? [], Number(more[1])));
    else if (line.startsWith('not ')) not = line.slice(4).split(', ');
    else if (line.startsWith('> ')) expected.push(line.slice(2));
    else {
      const [, name, value] = /^([a-z0-9 -]+): (.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`${file}, "${title}": ${line}`);
      if (!settingNames.has(name)) throw new Error(`${file}, "${title}": nothing is called "${name}"`);
      settings.set(name, value);
    }
  }
  const table = readSheet(rows, settings);
  return {
    file,
    title,
    table,
    mapping: readMapping(table, settings.get('mapping')),
    options: readOptions(settings),
    payees: readNova(settings.get('nova')),
    expected,
    not,
  };
}

function readRow(line: string): Cell[] {
  return line.trim().slice(1, -1).split('|').map(readCell);
}

function moreRows(row: Cell[], header: Cell[], count: number): Cell[][] {
  const entity = header.findIndex(({ value }) => value === 'Entity');
  return Array.from({ length: count }, (_, index) =>
    row.map((cell, column) =>
      column === entity ? { ...cell, value: `${String(cell.value)}x${index}` } : cell,
    ),
  );
}

function readCell(drawn: string): Cell {
  const [, literal = '', format = 'General'] = /^(.*?)(?:\s*\{(.*)\})?$/s.exec(drawn.trim()) ?? [];
  return { value: readLiteral(literal), format };
}

function readLiteral(literal: string): CellValue {
  if (literal === 'TRUE' || literal === 'FALSE') return literal === 'TRUE';
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(literal)) return Number(literal);
  if (/^\d{4}-\d\d-\d\d$/.test(literal)) return toSerial(`${literal}T00:00:00Z`, false);
  const [, count, piece] = /^repeat (\d+) (".*")$/.exec(literal) ?? [];
  if (piece !== undefined) {
    const text = JSON.parse(piece) as string;
    return Array.from({ length: Number(count) }, (_, index) => text.replace('#', String(index))).join('');
  }
  return literal.startsWith('"') ? (JSON.parse(literal) as string) : literal;
}

/** Header in row 1 and first column A, so that a case's lines are the sheet's rows. */
function readSheet(rows: Cell[][], settings: ReadonlyMap<string, string>): SheetTable {
  const [head = [], ...body] = rows;
  const sheetRows = (name: string) =>
    settings
      .get(name)
      ?.split(', ')
      .map((row) => Number(row) - 2);
  const hidden = new Set(sheetRows('hidden rows') ?? []);
  const values = body.map((cells) => cells.map(({ value }) => value));
  return tableOf(values, {
    header: head.map(({ value }) => value),
    headerRowIndex: 0,
    firstColumnIndex: 0,
    numberFormats: body.map((cells) => cells.map(({ format }) => format)),
    hidden: body.map((_, index) => hidden.has(index)),
    hasTotalsRow: settings.get('totals row') === 'yes',
    date1904: settings.get('date system') === '1904',
    selectedRows: sheetRows('selected rows') ?? null,
    sheetProtected: settings.get('protected') === 'yes',
    freeColumnsRight: Number(settings.get('free columns') ?? 6),
    mergedAreas: (settings.get('merged') ?? '').split(', ').filter(Boolean).map(readArea),
  });
}

function readArea(address: string) {
  const [first, last] = address.split(':').map((cell) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    return { rowIndex: Number(row) - 1, columnIndex: letter.charCodeAt(0) - 65 };
  });
  if (first === undefined || last === undefined) throw new Error(`${address} is no area`);
  const rowCount = last.rowIndex - first.rowIndex + 1;
  return { ...first, rowCount, columnCount: last.columnIndex - first.columnIndex + 1 };
}

/** What the header suggests, save for fields that the case puts elsewhere: `payeeName = D`. */
function readMapping(table: SheetTable, text: string | undefined): ColumnMapping {
  const mapping = suggestMapping(table.header);
  for (const part of text?.split(', ') ?? []) {
    const [field, letter = ''] = part.split(' = ');
    mapping[field as PayoutField] = letter.charCodeAt(0) - 65;
  }
  return mapping;
}

function readOptions(settings: ReadonlyMap<string, string>): CheckOptions {
  const [, amount, currency, address] = /^(\S+) (\S+) in (\S+)$/.exec(settings.get('tie out') ?? '') ?? [];
  const tieOut =
    amount === undefined || currency === undefined || address === undefined
      ? null
      : { amountCents: Math.round(Number(amount) * 100), currency, address };
  return {
    ...options,
    defaultCurrency: settings.get('default currency') ?? 'USD',
    escalated: settings.get('escalated')?.split(', ') ?? [],
    tieOut,
    staged: readLedger(settings.get('ledger')),
  };
}

/** `dst_One draft Q1 2026: dpmt_1 ent_Ada1 100.00, …`: what the ledger holds of veh_Alpha1 and 31 March 2026. */
function readLedger(text: string | undefined): StagedContent[] {
  return (text?.split('; ') ?? []).map((entry) => {
    const [, id = '', status = '', name = '', payments = ''] =
      /^(\S+) (\S+) ([^:]+): (.*)$/.exec(entry) ?? [];
    return stagedContentSchema.parse({
      ...{ entryId: 'entry-1', contentHash: 'a', generation: 1, livemode: false, senderUrl: null },
      ...{ distributionId: id, distributionStatus: status, name, externalReference: null },
      ...{ vehicle: 'veh_Alpha1', distributionDate: '2026-03-31' },
      ...{ acceptedAt: '2026-03-02T10:00:00Z', acceptedFor: 'Preparer' },
      acceptedFrom: { workbook: 'payouts.xlsx', sheet: 'Payouts' },
      payments: payments.split(', ').map((payment) => {
        const [paymentId, entity, amount] = payment.split(' ');
        const amountCents = Math.round(Number(amount) * 100);
        const rest = { currency: 'USD', contacts: [], dateOverride: null, status: 'staged' };
        return { id: paymentId, entity, amountCents, ...rest };
      }),
    });
  });
}

/** `ent_Ada1 is Ada Capital LP with 1; ent_Bob1 is missing; cnt_Ann1 is silent`: the number is of payment instructions. */
function readNova(text: string | undefined): PayeeKnowledge | null {
  if (text === undefined) return null;
  const answers = text.split('; ').map((entry) => {
    const [, id = '', name, count] = /^(\S+) is (.*?)(?: with (\d+))?$/.exec(entry) ?? [];
    const unread = { found: 'not-known', code: 'nova-down', message: 'Nova did not answer.' };
    const there = { found: 'yes', name, externalReference: null, instructionsCount: Number(count) };
    const answer = name === 'missing' ? { found: 'no' } : name === 'silent' ? unread : there;
    return [id, checkedEntitySchema.parse(answer)] as const;
  });
  const payees = Object.fromEntries(answers);
  return { entities: payees, contacts: payees };
}

export function check(one: CorpusCase): CheckResult {
  return withAnswers(one, checkTable(one.table, one.mapping, one.options));
}

/** What comes of a check once Nova was asked, where the case says what it answers. */
export function withAnswers(
  { table, mapping, payees, options: given }: CorpusCase,
  own: CheckResult,
): CheckResult {
  return payees === null
    ? own
    : withPayees(own, { table, mapping, payees, escalated: given.escalated ?? [] });
}

/** What came of a table, in the words of the corpus. */
export function outcomeLines(table: SheetTable, result: CheckResult): string[] {
  const lines = result.groups.map((group) => {
    const totals = group.totals.map(
      (total) => `${formatCents(total.amountCents, total.currency)} ${total.currency}`,
    );
    const verb = group.rows.every(({ staged }) => staged !== null) ? 'staged' : 'pays';
    const name = group.rows[0]?.distributionName ?? '';
    return `${verb} ${name}: ${totals.join(', ')} in ${rowsText(group.rows.map(({ rowIndex }) => rowIndex))}`;
  });
  for (const { rowIndex, reason } of result.leftOut) lines.push(`left out row ${rowIndex + 1}: ${reason}`);
  const placed = new Set([
    ...result.groups.flatMap(({ rows }) => rows.map(({ rowIndex }) => rowIndex)),
    ...result.leftOut.map(({ rowIndex }) => rowIndex),
  ]);
  const unpaid = table.values.map((_, index) => index + 1).filter((rowIndex) => !placed.has(rowIndex));
  if (unpaid.length > 0) lines.push(`not paid: ${rowsText(unpaid)}`);
  for (const { differenceText } of result.groupFacts) if (differenceText !== null) lines.push(differenceText);
  for (const { severity, code, cell, correction } of result.problems) {
    const mended =
      correction === null || correction === undefined ? '' : `, mended to ${JSON.stringify(correction.to)}`;
    lines.push(`${severity} ${code} at ${cell === null ? 'table' : cellAddress(cell)}${mended}`);
  }
  return lines;
}

/** `row 2` or `rows 2, 3, 4`; more than nine as `rows 2 to 20002`. */
function rowsText(rowIndexes: number[]): string {
  const rows = rowIndexes.map((rowIndex) => rowIndex + 1);
  if (rows.length > 9) return `rows ${rows[0] ?? ''} to ${rows.at(-1) ?? ''}`;
  return `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}`;
}
