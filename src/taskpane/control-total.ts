import { cents, type Cents } from '../contract/index.ts';
import { readAmount } from '../domain/check-amount.ts';
import { parseControlTotal, type CellValue, type CurrencyTotal } from '../domain/index.ts';
import { decimalMark, formatMoney, strings } from '../words/index.ts';

/** What a typed control total is worth against the total that will be sent. Exact to the smallest unit. */
export type ControlTotalVerdict =
  | { verdict: 'empty' | 'matches' }
  /** `message` says what to type, or both figures and their difference. */
  | { verdict: 'unreadable' | 'wrong'; message: string };

export function judgeControlTotal(text: string, total: CurrencyTotal): ControlTotalVerdict {
  if (text.trim() === '') return { verdict: 'empty' };
  const typedCents = parseControlTotal(text, total.currency, decimalMark());
  if (typedCents === null)
    return { verdict: 'unreadable', message: strings.confirm.unreadable(exampleAmount(total.currency)) };
  if (typedCents === total.amountCents) return { verdict: 'matches' };
  const differenceCents: Cents = cents(Math.abs(typedCents - total.amountCents));
  const message = strings.confirm.wrong(
    formatMoney(typedCents, total.currency),
    formatMoney(total.amountCents, total.currency),
    formatMoney(differenceCents, total.currency),
  );
  return { verdict: 'wrong', message };
}

/** An amount as the user's region writes it, other than any total. */
function exampleAmount(currency: string): string {
  return formatMoney(123_456_789, currency);
}

/** True when every currency that will be sent has its control total, exactly. Nothing to send is never confirmed. */
export function allConfirmed(
  totals: readonly CurrencyTotal[],
  typed: Readonly<Record<string, string>>,
): boolean {
  return (
    totals.length > 0 &&
    totals.every((total) => judgeControlTotal(typed[total.currency] ?? '', total).verdict === 'matches')
  );
}

/**
 * The text for the control total field from a cell of the sheet, read as an amount cell is: representation noise far
 * below a cent passes, a fraction of a cent does not. Null when the cell holds no amount.
 */
export function controlTotalFromCell(value: CellValue, currency: string): string | null {
  if (typeof value === 'string')
    return parseControlTotal(value, currency, decimalMark()) === null ? null : value.trim();
  const reading = readAmount(value, currency);
  return reading.ok ? formatMoney(reading.amountCents, currency) : null;
}
