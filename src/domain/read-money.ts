/** Reads what a row pays: the amount in its cell, and the currency from all that names one. */
import type { Cents, Currency } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { readAmount, type AmountReading } from './check-amount.ts';
import { shorten } from './check-id.ts';
import { currenciesOf } from './currency-marks.ts';
import { withoutInvisible } from './hidden-characters.ts';
import { report, usableValue, type RowContext } from './row-reader.ts';

export interface Money {
  /** Null when the cell holds no amount that can be paid; a problem says so. */
  amountCents: Cents | null;
  /** Null when the currency is not certain or cannot be paid; a problem says so. */
  currency: Currency | null;
}

/** What the cells of a row say about the currency; null where they say nothing. In the order of trust. */
interface Said {
  column: string | null;
  text: readonly string[] | null;
  format: readonly string[] | null;
}

/**
 * The currency column is trusted first, then the sign or code in the amount's text, then its number format, and last
 * the default. The first that says something decides, and what contradicts it is a problem: nobody can say which of
 * two is right. The decimals are those of the currency found, also where it cannot be paid.
 */
export function readMoney(context: RowContext, defaultCurrency: string): Money {
  const cell = readCurrencyCell(context);
  const column = cell === failed ? null : cell;
  const value = usableValue(context, 'amount');
  const text = typeof value === 'string' ? context.amounts.currenciesOfText(value) : null;
  const said: Said = { column, text, format: context.amounts.currenciesOfFormat(context.row) };
  const found = cell === failed ? null : commonCurrency(said, defaultCurrency);
  const payable = found === null ? null : payableCurrency(context, found, said);
  if (found === null && cell !== failed) reportDisagreement(context, said);
  if (value === null) return { amountCents: null, currency: payable };
  const reading = readAmount(value, found ?? column ?? 'USD', context.amounts.notation);
  if (reading.ok) return { amountCents: reading.amountCents, currency: payable };
  const withoutText = commonCurrency({ ...said, text: null }, defaultCurrency);
  const keepsCurrency = text === null || (withoutText !== null && text.includes(withoutText));
  reportAmount(context, reading, keepsCurrency);
  return { amountCents: null, currency: payable };
}

/** What a number would lose is the sign or code in the text, so it is offered only where something else says the same. */
function reportAmount(
  context: RowContext,
  reading: AmountReading & { ok: false },
  keepsCurrency: boolean,
): void {
  const correction = keepsCurrency ? (reading.correction ?? null) : null;
  report(context, reading.code, reading.message, 'amount', correction);
}

/** What all that is said can mean: the default if it is among that, else the usual one. Null when it contradicts. */
function commonCurrency({ column, text, format }: Said, defaultCurrency: string): string | null {
  if (text === null && format === null) return column ?? defaultCurrency;
  let common = column === null ? null : [column];
  for (const currencies of [text, format]) {
    if (currencies === null) continue;
    common = common === null ? [...currencies] : common.filter((code) => currencies.includes(code));
  }
  if (common === null) return defaultCurrency;
  return common.includes(defaultCurrency) ? defaultCurrency : (common[0] ?? null);
}

function reportDisagreement(context: RowContext, { column, text, format }: Said): void {
  const said = { column, text: text?.[0] ?? null, format: format?.[0] ?? null };
  report(context, 'currency-disagrees', problemTexts.currencies.disagree(said), 'amount');
}

/** Null, with a problem, for a currency that Nova does not pay. A default is told once for the table, not here. */
function payableCurrency(context: RowContext, code: string, said: Said): Currency | null {
  if (code === 'USD') return code as Currency;
  if (said.column === null && said.text === null && said.format === null) return code as Currency;
  const inColumn = said.column !== null;
  const { currencies } = problemTexts;
  const message = inColumn
    ? currencies.columnNotPaid(code)
    : currencies.amountNotPaid(code, said.text === null ? 'format' : 'text');
  report(context, 'currency-not-supported', message, inColumn ? 'currency' : 'amount');
  return null;
}

/** Stands for a currency cell that holds something else; no code has so many letters. */
const failed = 'failed';

/** The code; null where the cell is blank or absent, and `failed` with a problem where it cannot be read. */
function readCurrencyCell(context: RowContext): string | null {
  const before = context.problems.length;
  const value = usableValue(context, 'currency');
  if (value === null) return context.problems.length > before ? failed : null;
  if (value === 'USD') return value;
  const text = String(value).trim();
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  const seen = withoutInvisible(text).trim().toUpperCase();
  const meant = currenciesOf(seen);
  const { currencies } = problemTexts;
  if (/^[A-Z]{3}$/.test(seen) && meant !== null) {
    const correction = { kind: 'remove-invisible', to: seen } as const;
    report(context, 'currency-malformed', currencies.hidden(seen), 'currency', correction);
  } else {
    const shown = shorten(text);
    const isLookalike = /^\p{L}{3}$/u.test(seen);
    const message = isLookalike ? currencies.lookalike(shown) : currencies.malformed(shown);
    report(context, 'currency-malformed', message, 'currency');
  }
  return failed;
}
