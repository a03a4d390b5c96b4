import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { StoredRequest } from './idempotency.ts';
import type { CreatedRecords, DistributionRecord, EntityRecord, InstructionsRecord } from './records.ts';
import type { SandboxState } from './state.ts';

/** One thing that happened to the sandbox, as one line of its file. What belongs together stands in one line. */
export type Change =
  /** A request to create was answered: what it made, if anything, and what is kept under its key, if anything. */
  | ({
      kind: 'answered';
      stored: [string, StoredRequest] | null;
      distribution?: DistributionRecord | null;
    } & Omit<CreatedRecords, 'distribution'>)
  | { kind: 'moved'; distribution: DistributionRecord }
  | { kind: 'entity'; entity: EntityRecord }
  | { kind: 'entity-removed'; id: string }
  | { kind: 'clock'; advanceSeconds: number }
  | { kind: 'reset' };

/**
 * Keeps what the sandbox has created in a file, for a ledger that is kept too: without it, the ledger would remember
 * distributions that the sandbox forgot. Each change is one line, written before the request that made it is answered,
 * so that a sandbox which is killed comes back with all that it ever said. Tokens and faults are not kept.
 */
export function keepStateInFile(state: SandboxState, file: string): void {
  if (existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n');
    // What follows the last line break is a line that a kill cut short: nobody was told of it.
    for (const line of lines.slice(0, -1)) restore(state, JSON.parse(line) as Change);
  }
  state.onChange = (change) => appendFileSync(file, `${JSON.stringify(withoutAccounts(change))}\n`);
}

/**
 * A number that somebody types to try the product may be that of a real account, and no answer ever gives it back, so
 * the file has nothing to remember it for.
 */
function withoutAccounts(change: Change): Change {
  if (change.kind !== 'answered' || change.instructions === undefined) return change;
  const hide = ({ sent, ...record }: InstructionsRecord): InstructionsRecord => ({
    ...record,
    sent: 'account_number' in sent ? { ...sent, account_number: null } : sent,
  });
  return { ...change, instructions: change.instructions.map(hide) };
}

function restore(state: SandboxState, change: Change): void {
  switch (change.kind) {
    case 'answered':
      restoreCreated(state, change);
      if (change.stored !== null) state.idempotency.restore(change.stored);
      return;
    case 'moved':
      state.records.distributions.set(change.distribution.id, change.distribution);
      return;
    case 'entity':
      state.records.entities.set(change.entity.id, change.entity);
      return;
    case 'entity-removed':
      state.records.entities.delete(change.id);
      return;
    case 'clock':
      state.clock.advance(change.advanceSeconds);
      return;
    case 'reset':
      state.reset();
  }
}

function restoreCreated({ records }: SandboxState, created: Change & { kind: 'answered' }): void {
  const { distribution, entities = [], contacts = [], instructions = [] } = created;
  if (distribution) records.distributions.set(distribution.id, distribution);
  for (const entity of entities) records.entities.set(entity.id, entity);
  for (const contact of contacts) records.contacts.set(contact.id, contact);
  records.addInstructions(instructions);
}
