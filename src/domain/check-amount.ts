import { cents, minorUnitDigits, type Cents } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { shorten } from './check-id.ts';
import type { Correction } from './correction.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { CellValue } from './sheet-table.ts';
import { certainReading, parseTextAmount, unitsOfDecimal, type Notation } from './text-amount.ts';

export type AmountReading =
  | { ok: true; amountCents: Cents }
  | { ok: false; code: ProblemCode; message: string; correction?: Correction };

/** Excel keeps 15 digits of a number, so an amount of more digits is not the one that was typed. */
const largest = 999_999_999_999_999;

/**
 * How far a double may lie from a whole number of smallest units and still mean it: a ten-thousandth of a unit, or four
 * steps of the double where they are larger. 0.1+0.2 is off by 4e-15, a sum of ten thousand amounts by about 1e-6;
 * the smallest fraction that fifteen digits can hold beside so large an amount is always larger.
 */
function noise(scaled: number): number {
  return Math.min(0.25, Math.max(1e-4, Math.abs(scaled) * 2 ** -50));
}

/**
 * A cell in major units to the smallest unit of its currency, exactly; nothing is rounded away. Text is never taken as
 * an amount: what it can mean is said, and where it can mean one thing only, a correction is offered. `notation` is
 * that of the column when it is known.
 */
export function readAmount(
  value: CellValue,
  currency: string,
  notation: Notation | null = null,
): AmountReading {
  if (typeof value !== 'number') return readTextAmount(String(value), currency, notation);
  const digits = minorUnitDigits(currency);
  const scaled = value * 10 ** digits;
  if (!Number.isFinite(value)) return fault('amount-not-a-number', problemTexts.amounts.notFinite);
  if (value === 0) return fault('amount-zero', problemTexts.amounts.zero);
  if (value < 0) return fault('amount-negative', problemTexts.amounts.negative);
  const whole = Math.round(scaled);
  if (whole > largest) return fault('amount-too-large', problemTexts.amounts.tooLarge);
  if (Math.abs(scaled - whole) > noise(scaled) || whole === 0) {
    return fault('amount-has-fraction-of-cent', problemTexts.amounts.fraction(value, currency));
  }
  return { ok: true, amountCents: cents(whole) };
}

function readTextAmount(text: string, currency: string, notation: Notation | null): AmountReading {
  const { amounts } = problemTexts;
  const shown = shorten(text.trim());
  const amount = parseTextAmount(text);
  if (amount === null) return fault('amount-not-a-number', amounts.notAnAmount(shown));
  const sign = amount.negative ? '-' : '';
  const { point, comma } = amount.readings;
  const decimal = certainReading(amount, notation);
  if (decimal === null && point !== null && comma !== null) {
    const message = amounts.ambiguous(shown, `${sign}${point}`, `${sign}${comma}`);
    return fault('amount-is-ambiguous', message);
  }
  if (decimal === null) return fault('amount-is-text', amounts.ungrouped(shown));
  const units = unitsOfDecimal(decimal, minorUnitDigits(currency));
  if (!units.ok && units.fault === 'amount-too-large') {
    return fault('amount-too-large', amounts.textTooLarge(shown));
  }
  return {
    ...fault('amount-is-text', amounts.isText(shown, `${sign}${decimal}`)),
    correction: { kind: 'text-to-number', to: Number(`${sign}${decimal}`) },
  };
}

function fault(code: ProblemCode, message: string): { ok: false; code: ProblemCode; message: string } {
  return { ok: false, code, message };
}
