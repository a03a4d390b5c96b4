/**
 * The last four characters of an account number, spaces and hyphens left out: what may be shown and kept of it. Of a
 * short one it is half at most, so that an ending never gives the number away.
 */
export function endingOf(accountNumber: string): string {
  const plain = accountNumber.replace(/[\s/.-]/g, '');
  return plain.slice(plain.length - Math.min(4, Math.floor(plain.length / 2)));
}

/** How an account number is shown: `••••1234`. */
export function maskedAccount(accountNumber: string): string {
  return `••••${endingOf(accountNumber)}`;
}
