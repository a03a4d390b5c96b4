import type { Sentence } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
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
): Promise<Sentence | null> {
  if (livemode === undefined || livemode === (mode === 'live')) return null;
  const says = told('notOfMode', { id, mode });
  await lock.engage({ says, distributionId: null, entryId: null, by: { userName } });
  return says;
}
