import type { EntityId, InstructionsId } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import { holdToMode } from '../ledger/hold-to-mode.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { RetrievedEntity } from '../nova/read-answer.ts';
import type { NovaClient } from '../nova/client.ts';
import { reasonOf } from '../staging/explain-reason.ts';

export interface EntityParts {
  entries: LedgerEntries;
  nova: NovaClient;
  lock: ModeLock;
  mode: 'sandbox' | 'live';
}

/**
 * An entity as Nova has it now. Throws a `ProxyError`: `entity-unknown`, `nova-unavailable` where it could not be asked,
 * `mode-mismatch` where its answer was of the other mode, which stops all sending.
 */
export async function retrieveEntity(
  entity: EntityId,
  userName: string,
  { lock, mode, nova }: EntityParts,
): Promise<RetrievedEntity> {
  const answer = await nova.getEntity(entity);
  if (answer.kind === 'refused' && answer.status === 404) {
    throw new ProxyError(404, 'entity-unknown', told('entityUnknown', { entity }));
  }
  if (answer.kind !== 'done') {
    const why = answer.kind === 'refused' ? told('notShown', { id: entity }) : reasonOf(answer);
    const sentences = [why, told('bankDetailsNotKnown', { entity })];
    throw new ProxyError(503, 'nova-unavailable', sentences, { retryAfterSeconds: 30 });
  }
  const mismatch = await holdToMode(entity, answer.value.livemode, userName, { lock, mode });
  if (mismatch !== null) throw new ProxyError(503, 'mode-mismatch', mismatch);
  return answer.value;
}

/**
 * Whether a second person has to approve instructions for this entity: always where it has some, or may have, unless
 * every one of them was accepted by this ledger from the very same set of rows. So the instructions of a new payee, which
 * are sent one after the other, do not stand in each other's way, and any others do.
 */
export async function needsSecondPerson(
  { id, listsAllInstructions, payment_instructions: present }: RetrievedEntity,
  setHash: string | null,
  entries: LedgerEntries,
): Promise<boolean> {
  if (!listsAllInstructions) return true;
  const ids: readonly InstructionsId[] = present ?? [];
  const known = await entries.findByNovaIds(ids);
  const isOfSet = (one: string) =>
    known.some(
      ({ kind, nova_id: novaId, set_hash: set, subject }) =>
        kind === 'payment-instructions' && novaId === one && subject === id && set === setHash,
    );
  return !ids.every(isOfSet) || (await entries.hasOtherSet(id, setHash));
}
