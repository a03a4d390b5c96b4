import { minorUnitDigits, type Cents } from '../contract/index.ts';

/** One locale for the whole pane, because its words are in one language. */
const locale = 'en-US';

/** The exact amount with its currency sign: 128431055 in USD is `$1,284,310.55`. Never goes through a fraction. */
export function formatMoney(amountCents: Cents | number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const magnitude = String(Math.abs(amountCents)).padStart(digits + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - digits);
  const decimal = `${amountCents < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${magnitude.slice(-digits)}`}`;
  return currencyFormat(currency, digits).format(decimal as `${number}`);
}

/** Making a format takes longer than using it, and a list of thousands uses one for each row. */
const currencyFormats = new Map<string, Intl.NumberFormat>();

function currencyFormat(currency: string, digits: number): Intl.NumberFormat {
  const known = currencyFormats.get(currency);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  currencyFormats.set(currency, made);
  return made;
}

const countFormat = new Intl.NumberFormat(locale);

export function formatCount(count: number): string {
  return countFormat.format(count);
}

const shareFormat = new Intl.NumberFormat(locale, { style: 'percent' });

/** `12%`; what is there but rounds to nothing is `<1%`. */
export function formatShare(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole;
  return share > 0 && share < 0.005 ? `<${shareFormat.format(0.01)}` : shareFormat.format(share);
}

/** `2026-03-31` as `Mar 31, 2026`: the day as it stands, in no time zone. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** An RFC 3339 instant in the user's own time zone. */
export function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

/** What the proxy says holds its own instants, in UTC; here they read as all others do. */
export function withReadableTimes(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (instant) => formatInstant(instant));
}

/** `a`, `a and b`, `a, b, and c`. */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** `1 payment`, `2 payments`. */
export function plural(count: number, one: string, other: string): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? one : other;
  return `${formatCount(count)} ${form}`;
}
