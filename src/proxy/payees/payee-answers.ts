/** What an answer of Nova says of a payee, in the words of the contract. */
import type { CheckedContact, CheckedEntity, NovaContact } from '../../contract/index.ts';
import type { CallResult } from '../nova/call.ts';
import type { RetrievedEntity } from '../nova/read-answer.ts';

export interface NotKnown {
  found: 'not-known';
  code: string;
  /** A full sentence. */
  message: string;
}

export const notKnown = (code: string, message: string): NotKnown => ({ found: 'not-known', code, message });

/** A list that goes on, or that Nova left out, does not say that there are no instructions. */
export function entityAnswer({
  name,
  external_reference: reference,
  payment_instructions: listed,
  listsAllInstructions,
}: RetrievedEntity): CheckedEntity {
  const count = listed?.length ?? null;
  return {
    found: 'yes',
    name,
    externalReference: reference ?? null,
    instructionsCount: count === 0 && !listsAllInstructions ? null : count,
  };
}

export function contactAnswer({ name, external_reference: reference }: NovaContact): CheckedContact {
  return { found: 'yes', name, externalReference: reference ?? null };
}

/** Only a 404 says that there is none. */
export function failureAnswer(
  id: string,
  failure: Exclude<CallResult<unknown>, { kind: 'done' }>,
): { found: 'no' } | NotKnown {
  if (failure.kind === 'not-sent') return notKnown('nova-unavailable', `${failure.reason}.`);
  if (failure.kind === 'unknown') return notKnown(failure.code, `${failure.reason}.`);
  const { status, error } = failure;
  if (status === 404) return { found: 'no' };
  if (status === 403) {
    const scope = id.startsWith('cnt_') ? 'contacts:read' : 'entities:read';
    const message = `These credentials may not read ${id} in Nova. Ask your Nova admin for the scope ${scope}.`;
    return notKnown(error.code, message);
  }
  return notKnown(error.code, `Nova refused to show ${id} (${status}). Nova said: ${error.message}`);
}
