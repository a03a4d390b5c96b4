import { cents, minorUnitDigits, type Cents } from '../contract/index.ts';
import type { CellValue } from './sheet-table.ts';
import { shorten } from './check-id.ts';
import type { ProblemCode } from './problem-codes.ts';

export type AmountReading =
  { ok: true; amountCents: Cents } | { ok: false; code: ProblemCode; message: string };

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

/** A cell in major units to the smallest unit of its currency, exactly; nothing is rounded away. */
export function readAmount(value: CellValue, currency: string): AmountReading {
  if (typeof value !== 'number') return readTextAmount(String(value));
  const digits = minorUnitDigits(currency);
  const scaled = value * 10 ** digits;
  if (!Number.isFinite(value))
    return fault('amount-not-a-number', 'The amount is not a number. Enter a number.');
  if (value === 0) {
    return fault('amount-zero', 'The amount is zero. Enter an amount above zero, or delete the row.');
  }
  if (value < 0) {
    return fault(
      'amount-negative',
      'The amount is negative. A payout must be above zero; Nova cannot collect.',
    );
  }
  const whole = Math.round(scaled);
  if (whole > largest) {
    return fault(
      'amount-too-large',
      'The amount has more digits than Excel keeps exactly. Split it or correct it.',
    );
  }
  if (Math.abs(scaled - whole) > noise(scaled) || whole === 0) {
    const unit = digits === 2 ? 'cent' : `smallest unit of ${currency}`;
    return fault(
      'amount-has-fraction-of-cent',
      `${value} holds a fraction of a ${unit}. Round it in the sheet, for example with =ROUND(…,${digits}), so that the total stays yours.`,
    );
  }
  return { ok: true, amountCents: cents(whole) };
}

function readTextAmount(text: string): AmountReading {
  const trimmed = text.trim();
  const looksLikeNumber =
    trimmed.length <= 60 &&
    /^[-+(]?\s*([$€£¥]|[A-Z]{3})?\s*[-+]?[\d.,'’\s]*\d[\d.,'’\s]*([$€£¥%]|[A-Z]{3})?\s*[-)]?$/u.test(trimmed);
  if (looksLikeNumber) {
    return fault(
      'amount-is-text',
      `"${shorten(trimmed)}" is text, though it looks like a number. Convert the cell to a number (Data > Text to Columns > Finish) or type it again.`,
    );
  }
  return fault(
    'amount-not-a-number',
    `"${shorten(trimmed)}" is not an amount. Enter a number such as 1,234.56.`,
  );
}

function fault(code: ProblemCode, message: string): AmountReading {
  return { ok: false, code, message };
}
