import type { ModeLock } from './mode-lock.ts';

/**
 * Stops all sending where an answer about `id` is of the other mode than the one that this proxy works in, and answers with
 * the sentence that says so; null where it is of ours, or does not say.
 */
export async function holdToMode(
  id: string,
  livemode: boolean | undefined,
  userName: string,
  { lock, mode }: { lock: ModeLock; mode: 'sandbox' | 'live' },
): Promise<string | null> {
  if (livemode === undefined || livemode === (mode === 'live')) return null;
  const reason = `${id} is not of ${mode} mode, in which this proxy works. Check NOVA_MODE and the credentials.`;
  await lock.engage({ reason, distributionId: null, entryId: null, by: { userName } });
  return reason;
}
