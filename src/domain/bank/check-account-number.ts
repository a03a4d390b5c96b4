import { withoutInvisible } from '../hidden-characters.ts';
import type { CellValue } from '../sheet-table.ts';

/** What is wrong with an account number. No fault repeats any of it, so that none can stand in a message. */
export type AccountNumberCheck =
  /** As it was given, spaces around it taken away. */
  | { kind: 'valid'; accountNumber: string }
  | { kind: 'blank' }
  /** The cell holds a number, which has no leading zeros; with `digitsLost`, Excel has also replaced digits by zeros. */
  | { kind: 'number-cell'; digitsLost: boolean }
  /** Text like 1.23457E+11, which is what is left of a number. */
  | { kind: 'scientific-notation' }
  /** More than 15 digits that end in as many zeros as Excel puts in the place of what it cannot keep. */
  | { kind: 'zeros-beyond-precision' }
  /** Dots, stars or crosses in the place of all but the last characters, as a masked cell shows it. */
  | { kind: 'masked' }
  /** A character that no bank prints in an account number; `position` counts from 1. */
  | { kind: 'strange-character'; position: number }
  | { kind: 'too-long'; longest: number; actual: number }
  | { kind: 'no-digit' };

/** Nacha's operating rules give the receiver's account 17 characters; Fedwire and SWIFT give it 34. */
export const longestAccountNumber = { ach: 17, domestic_wire: 34, international_wire: 34 } as const;

/** Excel keeps 15 digits of a number. */
const digitsThatExcelKeeps = 15;

/** Checks one cell; `longest` is the number of characters that its kind of payment takes. */
export function checkAccountNumber(
  value: CellValue,
  longest: number = longestAccountNumber.international_wire,
): AccountNumberCheck {
  if (typeof value === 'number') {
    return { kind: 'number-cell', digitsLost: Math.abs(value) >= 10 ** digitsThatExcelKeeps };
  }
  const text = String(value);
  const accountNumber = text.trim();
  if (withoutInvisible(accountNumber) === '') return { kind: 'blank' };
  if (/^[+-]?\d(?:[.,]\d+)?E[+-]?\d+$/i.test(accountNumber)) return { kind: 'scientific-notation' };
  if (/^[x*#•●.…·-]{2,}\s*[0-9a-z]{1,4}$/i.test(accountNumber)) return { kind: 'masked' };
  const stranger = [...text].findIndex((character) => !/[0-9A-Za-z /.-]/.test(character));
  if (stranger >= 0) return { kind: 'strange-character', position: stranger + 1 };
  const digits = accountNumber.replace(/[ /.-]/g, '');
  if (!/[0-9]/.test(digits)) return { kind: 'no-digit' };
  if (endsInLostDigits(digits)) return { kind: 'zeros-beyond-precision' };
  if (accountNumber.length > longest) {
    return { kind: 'too-long', longest, actual: accountNumber.length };
  }
  return { kind: 'valid', accountNumber };
}

/** Two zeros or more from the sixteenth digit on and nothing else: one zero there is nothing unusual. */
function endsInLostDigits(digits: string): boolean {
  const beyond = digits.slice(digitsThatExcelKeeps);
  return /^[0-9]+$/.test(digits) && beyond.length >= 2 && /^0+$/.test(beyond);
}
