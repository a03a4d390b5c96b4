import { createHmac } from 'node:crypto';
import { endingOf } from '../../contract/index.ts';

/** Stands for the part of an account number that nobody gets to see. */
const hidden = '••••';
/** What people put between the characters of an account number. */
const separators = '[\\s.\\-/]';

/** The keyed hash of a text that must not be kept, in hexadecimal: HMAC-SHA-256. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(`distribution-desk payment instructions\n${text}`).digest('hex');
}

/** The text with its end in the place of this account number, however that is written: with spaces, hyphens or neither. */
export function withoutAccount(text: string, accountNumber: string | null): string {
  const characters = [...(accountNumber ?? '').replace(new RegExp(separators, 'g'), '')];
  // So few are no account number, and stand in every text.
  if (characters.length < 4) return text;
  const pattern = characters
    .map((character) => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join(`${separators}*`);
  return text.replace(new RegExp(pattern, 'gi'), hidden + endingOf(accountNumber ?? ''));
}

/** An IBAN (ISO 13616), or seven digits and more, with or without separators. */
const accountLike =
  /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])|\d(?:[ .-]?\d){6,}/g;

/** The text with the end alone of everything in it that looks like an account number, whosoever's. */
export function withoutAccounts(text: string): string {
  return text.replace(accountLike, (found) => hidden + endingOf(found));
}
