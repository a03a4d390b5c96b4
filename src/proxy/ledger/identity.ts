import { ConfigError } from '../errors.ts';
import type { LedgerDatabase } from './schema.ts';

/**
 * Refuses a ledger that was kept for something else. What is accepted in it would otherwise be forgotten, or taken for
 * the other mode's: the sandbox's distributions are nobody's payouts, and a content that went out without an
 * organization must not go out again under one. Throws a `ConfigError`.
 */
export async function assertLedgerFits(
  database: LedgerDatabase,
  organization: string,
  mode: 'sandbox' | 'live',
): Promise<void> {
  const entries = await database
    .selectFrom('ledger_entry')
    .select(['organization', 'livemode'])
    .distinct()
    .execute();
  if (entries.length > 0 && !entries.some((entry) => entry.organization === organization)) {
    throw new ConfigError([
      'NOVA_ORGANIZATION_ID is not the one that the ledger in DATA_DIR was kept for; set it back, or choose another DATA_DIR.',
    ]);
  }
  const answered = entries.filter((entry) => entry.organization === organization && entry.livemode !== null);
  const livemode = mode === 'live' ? 1 : 0;
  if (answered.length > 0 && !answered.some((entry) => entry.livemode === livemode)) {
    const other = mode === 'live' ? 'sandbox' : 'live';
    throw new ConfigError([
      `NOVA_MODE says ${mode}, but the ledger in DATA_DIR holds distributions of ${other} mode only; correct NOVA_MODE, or choose another DATA_DIR.`,
    ]);
  }
}
