import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** As many letters and digits after the underscore as in the examples of the Nova reference. */
const bodyLength = 28;

/** SHA-256 of the text, written in letters and digits only: the same text always gives the same characters. */
export function lettersAndDigits(text: string, length: number): string {
  let rest = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  let result = '';
  while (result.length < length) {
    result += alphabet.charAt(Number(rest % 62n));
    rest /= 62n;
  }
  return result;
}

/** An id in Nova's shape, `prefix_` and 28 letters and digits, that depends on nothing but the text. */
export function idFrom(prefix: string, text: string): string {
  return `${prefix}_${lettersAndDigits(`${prefix}:${text}`, bodyLength)}`;
}

/**
 * Hands out ids that never repeat within a sandbox. The seed differs from run to run unless a test fixes it:
 * a ledger that outlives the sandbox must not meet the id of an earlier run on another distribution.
 */
export class IdSource {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  next(prefix: string): string {
    this.#count += 1;
    return idFrom(prefix, `${this.#seed}:${this.#count}`);
  }
}
