import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Capital letters and digits without those that are mistaken for each other (I and 1, O and 0). */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 32 to the power of 8 are 10^12 codes; with so few tries for each, guessing one is hopeless. */
const mostWrongTries = 5;

export interface SignInCodes {
  /** A new code such as `ABCD-EFGH`, for one sign-in of this user. */
  issue(userName: string): string;
  /**
   * The user for whom this code was issued, and the code is used up; null for a code that is wrong, used or too old.
   * After five wrong ones in a row every open code is void, so that a new one is needed.
   */
  redeem(code: string): string | null;
}

/** One-time codes, kept in memory only and as hashes only: a restart voids them. */
export function createSignInCodes(lifeMinutes: number, clock: Clock): SignInCodes {
  let open: { hash: Buffer; userName: string; endsAtMs: number }[] = [];
  let wrongTries = 0;

  return {
    issue(userName) {
      const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
      open.push({ hash: hashOf(letters), userName, endsAtMs: clock.now() + lifeMinutes * 60_000 });
      wrongTries = 0;
      return `${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
    redeem(code) {
      const given = hashOf(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
      open = open.filter((candidate) => clock.now() < candidate.endsAtMs);
      // Each is compared, and in constant time, so that the time taken says nothing about any of them.
      const fitting = open.filter((candidate) => timingSafeEqual(candidate.hash, given))[0];
      if (fitting === undefined) {
        wrongTries += 1;
        if (wrongTries >= mostWrongTries) open = [];
        return null;
      }
      open = open.filter((candidate) => candidate !== fitting);
      wrongTries = 0;
      return fitting.userName;
    },
  };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
