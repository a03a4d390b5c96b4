import { minorUnitDigits, type Cents } from '../contract/index.ts';

/** One locale for the whole pane, because its words are in one language. */
const locale = 'en-US';

/** The exact amount with its currency sign: 128431055 in USD is `$1,284,310.55`. Never goes through a fraction. */
export function formatMoney(amountCents: Cents | number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const magnitude = String(Math.abs(amountCents)).padStart(digits + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - digits);
  const decimal = `${amountCents < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${magnitude.slice(-digits)}`}`;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal as `${number}`);
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
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

/** `a`, `a and b`, `a, b, and c`. */
export function formatList(parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
}

/** `1 payment`, `2 payments`. */
export function plural(count: number, one: string, other: string): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? one : other;
  return `${formatCount(count)} ${form}`;
}
