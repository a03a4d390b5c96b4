import type { SealedRegistration, WaitingRegistration } from '../../contract/index.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { NovaClient } from '../nova/client.ts';
import { instructionsOfBody } from './kept-instructions.ts';
import { seenOf } from './seen-entity.ts';

/** Payment instructions that wait for a second person, as somebody sees them who may or may not approve them. */
export function waitingRegistration(entry: LedgerEntry, userName: string): WaitingRegistration {
  const { entity, instructions } = instructionsOfBody(entry.body);
  const seen = seenOf(entry);
  return {
    entryId: entry.id,
    contentHash: entry.content_hash,
    kind: 'payment-instructions',
    entity,
    entityName: seen?.entityName ?? null,
    present: seen?.present ?? [],
    instructions,
    preparedBy: entry.user_name,
    preparedAt: entry.reserved_at,
    expiresAt: entry.approval_ends_at ?? entry.reserved_at,
    source: { workbook: entry.workbook, sheet: entry.sheet },
    mayApprove: entry.user_name !== userName,
  };
}

/** The same with what the entity has in Nova at this moment, as far as Nova can be asked. */
export async function showWaitingRegistration(
  entry: LedgerEntry,
  userName: string,
  { entries, nova }: { entries: LedgerEntries; nova: NovaClient },
): Promise<SealedRegistration> {
  const waiting = waitingRegistration(entry, userName);
  const answer = await nova.getEntity(waiting.entity);
  const listed = answer.kind === 'done' ? (answer.value.payment_instructions ?? null) : null;
  if (answer.kind !== 'done' || listed === null) return { ...waiting, presentNow: null };
  const known = await entries.findByNovaIds(listed);
  const presentNow = listed.map((id) => ({
    id,
    name: known.find(({ nova_id: novaId }) => novaId === id)?.name ?? null,
  }));
  return { ...waiting, entityName: answer.value.name, presentNow };
}
