import { z } from 'zod';

/**
 * An amount in the smallest unit of its currency, always a whole number: 1,234.56 USD is 123456.
 * Source: Nova's "amount", an integer above 0 in the smallest currency unit.
 */
export const centsSchema = z.number().int().safe().brand<'Cents'>();
export type Cents = z.infer<typeof centsSchema>;

/** An amount that can be paid: above zero. */
export const paymentCentsSchema = centsSchema.refine((cents) => cents > 0, 'must be above 0');

/** An ISO 4217 code in capitals. Nova takes USD only today; the domain says so at the cell, the wire does not forbid others. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a three-letter currency code')
  .brand<'Currency'>();
export type Currency = z.infer<typeof currencySchema>;

/** Marks a number as cents; throws a RangeError unless it is a safe integer, because that is a bug and no user's mistake. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe whole number of cents`);
  return value as Cents;
}

/** The exact sum; throws a RangeError when it leaves the safe integers. An empty list adds up to 0. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total = cents(total + amount);
  return cents(total);
}

const withoutDecimals = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/**
 * How many decimals a currency has (ISO 4217): 2 unless listed. Nova pays USD only; the others are known so that an
 * amount in them is read right before it is refused.
 */
export function minorUnitDigits(currency: string): 0 | 2 | 3 {
  if (currency === 'USD') return 2;
  if (withoutDecimals.has(currency)) return 0;
  return withThreeDecimals.has(currency) ? 3 : 2;
}

/** `123456` in USD as `1,234.56`: exact, no floating point, no currency sign. */
export function formatCents(amount: Cents, currency: string): string {
  const digits = minorUnitDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${amount < 0 ? '-' : ''}${whole}${fraction}`;
}
