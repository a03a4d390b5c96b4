import { maskedAccount } from '../../contract/index.ts';
import { findResultColumns, followRegistration, resultsOf, type SheetTable } from '../../domain/index.ts';
import type { CellCorrection } from '../../excel/index.ts';
import type { Desk } from '../desk.ts';
import { settingsOf } from '../flows/reread.ts';
import { judge, lookUp } from './checks.ts';
import type { Masking, RegistrationResults } from './phase.ts';
import { acceptedIds } from './write.ts';

/**
 * Leaves the ends of the account numbers alone in the sheet, as one undo step: in the rows that bear an id of these
 * results, and only where the ledger knows that very row under that id, so that no cell is masked whose number is not in
 * Nova as it stands there. What is text stays text.
 */
export async function maskAccounts(desk: Desk, results: RegistrationResults): Promise<Masking> {
  const { kind, mapping, header, reference } = results;
  const table = await desk.excel.rereadTable(reference);
  const followed = followRegistration(kind, mapping, header, table.header, table);
  const column = findResultColumns(table, resultsOf(kind)).registeredId;
  const account = followed.accountNumber ?? null;
  if (column === null || account === null) return { status: 'done', masked: 0, leftAlone: 0 };
  const ours = new Set(acceptedIds(results));
  const idAt = (index: number) => String(table.values[index]?.[column] ?? '').trim();
  const bearing = [...table.values.keys()].filter((index) => ours.has(idAt(index)));
  const check = await judge({
    table: asIfNew(table, column, bearing),
    mapping: followed,
    settings: await settingsOf(desk),
    kind,
  });
  const earlier = await lookUp(desk, check);
  const corrections = (check.plan?.groups ?? []).flatMap(({ rows }, nth) =>
    rows.flatMap((row, item): CellCorrection[] => {
      const known = earlier[nth]?.[item];
      if (known?.outcome !== 'accepted' || known.id !== idAt(row.index)) return [];
      const from = table.values[row.index]?.[account] ?? '';
      if (row.content.kind !== 'payment-instructions' || row.content.item.accountNumber === null) return [];
      const cell = { rowIndex: row.rowIndex, columnIndex: table.firstColumnIndex + account };
      return [{ cell, from, to: maskedAccount(row.content.item.accountNumber) }];
    }),
  );
  if (corrections.length === 0) return { status: 'done', masked: 0, leftAlone: bearing.length };
  const { applied } = await desk.excel.applyCorrections(table.reference, corrections);
  return { status: 'done', masked: applied, leftAlone: bearing.length - applied };
}

/** The rows as they would be read if they bore no ids: then they are planned, and can be looked up by their content. */
function asIfNew(table: SheetTable, column: number, indexes: readonly number[]): SheetTable {
  const among = new Set(indexes);
  return {
    ...table,
    values: table.values.map((row, index) => (among.has(index) ? row.with(column, '') : row)),
    selectedRows: [...indexes],
  };
}
