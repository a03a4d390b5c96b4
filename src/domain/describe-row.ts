import { formatCents } from '../contract/index.ts';
import type { PayoutRow } from './payout-row.ts';

/** One line for lists and screen readers: `Row 12: Ada Capital LP, 1,234.56 USD`. */
export function describeRow(
  row: Pick<PayoutRow, 'rowIndex' | 'payeeName' | 'entity' | 'amountCents' | 'currency'>,
): string {
  return `Row ${row.rowIndex + 1}: ${row.payeeName ?? row.entity}, ${formatCents(row.amountCents, row.currency)} ${row.currency}`;
}
