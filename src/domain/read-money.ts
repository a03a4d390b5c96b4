/** Reads what a row pays: the amount in its cell, and the currency from all that names one. */
import type { Cents, Currency } from '../contract/index.ts';
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

/** One thing that names a currency, in the order of trust. */
interface Source {
  name: string;
  currencies: readonly string[];
}

/**
 * The currency column is trusted first, then the sign or code in the amount's text, then its number format, and last
 * the default. The first that says something decides, and what contradicts it is a problem: nobody can say which of
 * two is right. The decimals are those of the currency found, also where it cannot be paid.
 */
export function readMoney(context: RowContext, defaultCurrency: string): Money {
  const column = readCurrencyCell(context);
  const value = usableValue(context, 'amount');
  const ofText = typeof value === 'string' ? context.amounts.currenciesOfText(value) : null;
  const others: Source[] = [];
  if (column.code !== null) others.push({ name: 'the currency column says', currencies: [column.code] });
  const ofFormat = context.amounts.currenciesOfFormat(context.row);
  const inText = ofText === null ? [] : [{ name: 'its text says', currencies: ofText }];
  const inFormat = ofFormat === null ? [] : [{ name: 'its number format shows', currencies: ofFormat }];
  const sources = [...others, ...inText, ...inFormat];
  const found = column.failed ? null : commonCurrency(sources, defaultCurrency);
  const payable = found === null ? null : payableCurrency(context, found, sources);
  if (found === null && !column.failed) reportDisagreement(context, sources);
  if (value === null) return { amountCents: null, currency: payable };
  const reading = readAmount(value, found ?? column.code ?? 'USD', context.amounts.notation);
  if (reading.ok) return { amountCents: reading.amountCents, currency: payable };
  const withoutText = commonCurrency([...others, ...inFormat], defaultCurrency);
  const keepsCurrency = ofText === null || (withoutText !== null && ofText.includes(withoutText));
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

/** What all sources can mean: the default if it is among that, else the usual one. Null when they contradict. */
function commonCurrency(sources: readonly Source[], defaultCurrency: string): string | null {
  const [first, ...rest] = sources;
  if (first === undefined) return defaultCurrency;
  let common = first.currencies;
  for (const { currencies } of rest) common = common.filter((code) => currencies.includes(code));
  return common.includes(defaultCurrency) ? defaultCurrency : (common[0] ?? null);
}

function reportDisagreement(context: RowContext, sources: readonly Source[]): void {
  const said = sources.map(({ name, currencies }) => `${name} ${currencies[0] ?? ''}`);
  const message = `The currency of this amount is not certain: ${said.join(', ')}. Make them agree.`;
  report(context, 'currency-disagrees', message, 'amount');
}

/** Null, with a problem, for a currency that Nova does not pay. A default is told once for the table, not here. */
function payableCurrency(context: RowContext, code: string, sources: readonly Source[]): Currency | null {
  const [first] = sources;
  if (code === 'USD' || first === undefined) return code as Currency;
  const inColumn = first.name.startsWith('the currency column');
  const message = inColumn
    ? `Nova pays USD only today, not ${code}. Correct the currency or leave the row out.`
    : `The amount is in ${code}, as ${first.name}, and Nova pays USD only today. Correct it or leave the row out.`;
  report(context, 'currency-not-supported', message, inColumn ? 'currency' : 'amount');
  return null;
}

/** `code` is null where the cell is blank or absent, or where it failed with a problem. */
function readCurrencyCell(context: RowContext): { code: string | null; failed: boolean } {
  const before = context.problems.length;
  const value = usableValue(context, 'currency');
  if (value === null) return { code: null, failed: context.problems.length > before };
  const text = String(value).trim();
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return { code, failed: false };
  const seen = withoutInvisible(text).trim().toUpperCase();
  const meant = currenciesOf(seen);
  if (/^[A-Z]{3}$/.test(seen) && meant !== null) {
    const message = `The currency "${seen}" holds a character that nobody sees. Type it again.`;
    report(context, 'currency-malformed', message, 'currency', { kind: 'remove-invisible', to: seen });
  } else {
    const hint = /^\p{L}{3}$/u.test(seen) ? ' One of its letters only looks like a Latin one.' : '';
    const message = `"${shorten(text)}" is not a currency code.${hint} Enter three letters, such as USD.`;
    report(context, 'currency-malformed', message, 'currency');
  }
  return { code: null, failed: true };
}
