import type { CellValue } from '../sheet-table.ts';

/**
 * What is wrong with an ABA routing number; `valid` says that the number can be one, not that a bank bears it. No fault
 * repeats more of the cell than its length.
 */
export type RoutingNumberCheck =
  | { kind: 'valid'; routingNumber: string }
  /** Something that is no digit: `position` counts from 1. */
  | { kind: 'not-digits'; position: number }
  /** Eight digits that make a valid number with a zero in front, as a numeric cell shows it. Never to be padded unasked. */
  | { kind: 'lost-leading-zero'; meant: string }
  | { kind: 'wrong-length'; digits: number }
  | { kind: 'all-zeros' }
  /** The first two digits were never allotted. */
  | { kind: 'prefix-not-allotted'; prefix: string }
  /** 80 stands for traveler's checks, which no account is paid through. */
  | { kind: 'travelers-checks' }
  | { kind: 'wrong-checksum' };

/**
 * Checks length, prefix and checksum. A number counts as the digits that it has: Excel drops a leading zero from it, and
 * a number format can make it look as if it were still there.
 */
export function checkRoutingNumber(value: CellValue): RoutingNumberCheck {
  const text = String(value);
  const stranger = [...text].findIndex((character) => character < '0' || character > '9');
  if (stranger >= 0) return { kind: 'not-digits', position: stranger + 1 };
  if (text.length === 8) {
    const meant = `0${text}`;
    if (checkNineDigits(meant).kind === 'valid') return { kind: 'lost-leading-zero', meant };
  }
  if (text.length !== 9) return { kind: 'wrong-length', digits: text.length };
  return checkNineDigits(text);
}

function checkNineDigits(digits: string): RoutingNumberCheck {
  if (/^0+$/.test(digits)) return { kind: 'all-zeros' };
  const prefix = digits.slice(0, 2);
  if (prefix === '80') return { kind: 'travelers-checks' };
  if (!isAllotted(Number(prefix))) return { kind: 'prefix-not-allotted', prefix };
  return checksum(digits) === 0 ? { kind: 'valid', routingNumber: digits } : { kind: 'wrong-checksum' };
}

/**
 * 00 is the United States government's, 01 to 12 name the Federal Reserve districts, 21 to 32 the thrift institutions in
 * them, 61 to 72 their electronic transactions (Regulation CC, 12 CFR 229, appendix A; the ABA's routing number policy).
 */
function isAllotted(prefix: number): boolean {
  return prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72);
}

/** The weighted sum modulo 10, which is 0 for a routing number; the weights are 3, 7 and 1, three times over. */
function checksum(digits: string): number {
  const weights = [3, 7, 1];
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index % 3] ?? 0), 0) % 10;
}
