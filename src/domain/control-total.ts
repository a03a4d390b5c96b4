import { minorUnitDigits, type Cents } from '../contract/index.ts';

type DecimalMark = '.' | ',';

/**
 * What a user typed as a total, exactly: `1,284,310.55`, `$1284310.55`, `1 284 310.55 USD`, and where the comma is the
 * user's decimal mark `1.284.310,55 $`. The other notation is taken too where it leaves no doubt. Null when it is no such number, has more decimals than the currency, groups digits as no region does, or names
 * another currency.
 */
export function parseControlTotal(
  text: string,
  currency: string,
  decimalMark: DecimalMark = '.',
): Cents | null {
  const number = withoutCurrency(text.trim(), currency);
  if (number === null) return null;
  const parts =
    partsIn(number, decimalMark) ?? beyondDoubt(partsIn(number, decimalMark === '.' ? ',' : '.'), number);
  if (parts === null) return null;
  const digits = minorUnitDigits(currency);
  if (parts.fraction.length > digits) return null;
  const amount = Number(`${parts.whole}${parts.fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(amount) ? (amount as Cents) : null;
}

interface NumberParts {
  /** Digits alone. */
  whole: string;
  fraction: string;
}

/** As Intl groups digits in any region: by the other mark, a space of any width, or an apostrophe; in India by two. */
const grouped = {
  '.': groupedBy("[,'’ \u00a0\u202f]", '\\.'),
  ',': groupedBy("[.'’ \u00a0\u202f]", ','),
} as const;

function groupedBy(mark: string, decimal: string): RegExp {
  return new RegExp(
    `^(\\d+|\\d{1,3}(${mark})\\d{3}(?:\\2\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3})(?:${decimal}(?<fraction>\\d+))?$`,
  );
}

function partsIn(number: string, decimalMark: DecimalMark): NumberParts | null {
  const parts = grouped[decimalMark].exec(number);
  return parts === null
    ? null
    : { whole: (parts[1] ?? '').replace(/\D/g, ''), fraction: parts.groups?.['fraction'] ?? '' };
}

/**
 * With one mark alone, `1.284` may be a group of thousands in one notation and decimals in the other. Not so with both
 * marks, nor behind four digits that no mark groups.
 */
function beyondDoubt(parts: NumberParts | null, number: string): NumberParts | null {
  const hasBothMarks = number.includes('.') && number.includes(',');
  return hasBothMarks || /^\d{4,}[.,]/.test(number) ? parts : null;
}

function withoutCurrency(text: string, currency: string): string | null {
  const parts = /^([A-Za-z]{3}|US\$|\$)?\s*([\d.,'’\s]*?)\s*([A-Za-z]{3}|\$\s?US|US\$|\$)?$/.exec(text);
  if (parts === null) return null;
  const [, before, number, after] = parts;
  for (const mark of [before, after]) {
    if (mark === undefined) continue;
    const named = mark.includes('$') ? 'USD' : mark.toUpperCase();
    if (named !== currency) return null;
  }
  return number ?? null;
}
