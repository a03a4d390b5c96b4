import type { Session } from '../contract/index.ts';
import { strings } from '../words/index.ts';

/**
 * What the account's roles keep it from; null where it may send. `noPreparer` says it of payouts or of payee details. On
 * live somebody without leave for it is a viewer there, whatever they may do in the sandbox.
 */
export function whyNotAllowed({ roles, mode }: Session, noPreparer: string): string | null {
  if (roles.includes('preparer')) return null;
  return mode === 'live' ? strings.whyNot.notOnLive : noPreparer;
}
