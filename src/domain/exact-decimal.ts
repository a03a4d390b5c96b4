/** Decimals of any length, for sums that must show what lies below the cent. `digits` times ten to the power of -`scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

export const zeroDecimal: Decimal = { digits: 0n, scale: 0 };

/** The exact sum; a number counts as the shortest decimal that is read back as the same number, which is what people see. */
export function addDecimal(sum: Decimal, value: number | Decimal): Decimal {
  const other = typeof value === 'number' ? decimalOf(value) : value;
  const scale = Math.max(sum.scale, other.scale);
  return { digits: atScale(sum, scale) + atScale(other, scale), scale };
}

/** Throws a SyntaxError for a number that is not finite. */
function decimalOf(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function atScale({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

/** Hundredths, halves away from zero; for decimals that are not negative. */
export function roundedCents(decimal: Decimal): number {
  const { digits, scale } = decimal.scale < 2 ? { digits: atScale(decimal, 2), scale: 2 } : decimal;
  const unit = 10n ** BigInt(scale - 2);
  return Number((digits + unit / 2n) / unit);
}

/** `1000.00` or `999.9999999`: at least two decimals, and as many as there are. For decimals that are not negative. */
export function decimalText(decimal: Decimal): string {
  const scale = Math.max(2, decimal.scale);
  const text = atScale(decimal, scale)
    .toString()
    .padStart(scale + 1, '0');
  const fraction = text.slice(-scale).replace(/0+$/, '').padEnd(2, '0');
  return `${text.slice(0, -scale)}.${fraction}`;
}
