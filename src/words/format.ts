/** Numbers, amounts, dates and lists as the user's region writes them. Digits are always 0 to 9, as in the sheet. */
import { minorUnitDigits, type Cents } from '../contract/index.ts';

interface Formats {
  tag: string;
  count: Intl.NumberFormat;
  number: Intl.NumberFormat;
  share: Intl.NumberFormat;
  day: Intl.DateTimeFormat;
  dayInWords: Intl.DateTimeFormat;
  instant: Intl.DateTimeFormat;
  zoned: Intl.DateTimeFormat;
  list: Intl.ListFormat;
  alternatives: Intl.ListFormat;
  /** Making a format takes longer than using it, and a list of thousands uses one for each row. */
  currencies: Map<string, Intl.NumberFormat>;
  /** By whether they group, and by the number of decimals. */
  decimals: Record<'grouped' | 'plain', Map<number, Intl.NumberFormat>>;
}

let formats = formatsOf('en-US', 'en');

/** From now on, all formats are those of a BCP 47 tag, and lists are joined in `language`. A tag that means nothing is left alone. */
export function setFormats(tag: string, language: string): void {
  if (isTag(tag) && (formats.tag !== tag || formats.list.resolvedOptions().locale !== language)) {
    formats = formatsOf(tag, language);
  }
}

function isTag(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function formatsOf(tag: string, language: string): Formats {
  const latin = { numberingSystem: 'latn' } as const;
  const dates = { ...latin, calendar: 'gregory', timeZone: 'UTC' } as const;
  return {
    tag,
    count: new Intl.NumberFormat(tag, latin),
    number: new Intl.NumberFormat(tag, { ...latin, maximumFractionDigits: 15 }),
    share: new Intl.NumberFormat(tag, { ...latin, style: 'percent' }),
    day: new Intl.DateTimeFormat(tag, { ...dates, dateStyle: 'medium' }),
    dayInWords: new Intl.DateTimeFormat(tag, { ...dates, dateStyle: 'long' }),
    instant: new Intl.DateTimeFormat(tag, {
      ...latin,
      ...{ calendar: 'gregory', dateStyle: 'medium', timeStyle: 'short' },
    }),
    zoned: new Intl.DateTimeFormat(tag, {
      ...latin,
      ...{ calendar: 'gregory', year: 'numeric', month: 'short', day: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    }),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
    alternatives: new Intl.ListFormat(language, { type: 'disjunction' }),
    currencies: new Map(),
    decimals: { grouped: new Map(), plain: new Map() },
  };
}

/** The exact amount with its currency sign: 128431055 in USD is `$1,284,310.55`. Never goes through a fraction. */
export function formatMoney(amountCents: Cents | number, currency: string): string {
  const digits = minorUnitDigits(currency);
  const magnitude = String(Math.abs(amountCents)).padStart(digits + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - digits);
  const decimal = `${amountCents < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${magnitude.slice(-digits)}`}`;
  return currencyFormat(currency, digits).format(decimal as `${number}`);
}

function currencyFormat(currency: string, digits: number): Intl.NumberFormat {
  const known = formats.currencies.get(currency);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(formats.tag, {
    numberingSystem: 'latn',
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.currencies.set(currency, made);
  return made;
}

/** `$1,284,310.55`, or `$1,284,310.55 and €20,000.00`. */
export function amountsOf(totals: readonly { amountCents: number; currency: string }[]): string {
  return formatList(totals.map(({ amountCents, currency }) => formatMoney(amountCents, currency)));
}

/** What stands between the whole number and its decimals: `.` or `,`. */
export function decimalMark(): '.' | ',' {
  return formats.count.formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
    ? ','
    : '.';
}

export function formatCount(count: number): string {
  return formats.count.format(count);
}

/** The number that a cell holds, with all of its decimals. */
export function formatNumber(value: number): string {
  return formats.number.format(value);
}

/**
 * A decimal such as `1234.50` with all its decimals and none more, exactly, as a user of the region would type it:
 * `1,234.50` or `1.234,50`; `plain` leaves thousands ungrouped.
 */
export function formatDecimal(decimal: string, grouping: 'grouped' | 'plain' = 'grouped'): string {
  const decimals = Math.min(20, decimalsOf(decimal));
  const known = formats.decimals[grouping].get(decimals);
  if (known !== undefined) return known.format(decimal as `${number}`);
  const made = new Intl.NumberFormat(formats.tag, {
    numberingSystem: 'latn',
    useGrouping: grouping === 'grouped' ? 'always' : false,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.decimals[grouping].set(decimals, made);
  return made.format(decimal as `${number}`);
}

/** Of `0.125` three, of `1.5e-7` eight. */
function decimalsOf(decimal: string): number {
  const [, fraction = '', exponent = '0'] = /^-?\d*(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(decimal) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** `12%`; what is there but rounds to nothing is `<1%`, and what rounds to the whole but leaves something is `>99%`. */
export function formatShare(part: number, whole: number): string {
  const share = whole === 0 ? 0 : part / whole;
  if (share > 0 && share < 0.005) return `<${formats.share.format(0.01)}`;
  if (share < 1 && share >= 0.995) return `>${formats.share.format(0.99)}`;
  return formats.share.format(share);
}

/** `2026-03-31` as `Mar 31, 2026`: the day as it stands, in no time zone. */
export function formatDay(day: string): string {
  return formats.day.format(new Date(`${day}T00:00:00Z`));
}

/** The same day with its month as a word, `March 31, 2026`, so that its parts can be read in one order only. */
export function formatDayInWords(day: string): string {
  return formats.dayInWords.format(new Date(`${day}T00:00:00Z`));
}

/** An RFC 3339 instant in the user's own time zone. */
export function formatInstant(instant: string): string {
  return formats.instant.format(new Date(instant));
}

/** The same with the name of that time zone, for what may end up in a cell, which is read in more than one place. */
export function formatInstantInZone(instant: string): string {
  return formats.zoned.format(new Date(instant));
}

/** What the server says holds its own instants, in UTC; here they read as all others do. */
export function withReadableTimes(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (instant) => formatInstant(instant));
}

/** `a`, `a and b`, `a, b, and c`. */
export function formatList(parts: readonly string[]): string {
  return formats.list.format(parts);
}

/** `a`, `a or b`, `a, b, or c`. */
export function formatAlternatives(parts: readonly string[]): string {
  return formats.alternatives.format(parts);
}

/** The way of one language to count: `1 payment`, `2 payments`; in French also `0 paiement`. */
export function pluralIn(
  language: string,
  written: (count: number) => string = formatCount,
): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => `${written(count)} ${rules.select(count) === 'one' ? one : other}`;
}
