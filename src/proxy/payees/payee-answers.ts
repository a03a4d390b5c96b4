/** What an answer of Nova says of a payee, in the words of the contract. */
import type { CheckedContact, CheckedEntity, NovaContact, Said, Sentence } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import type { Telling } from '../../words/said.ts';
import type { CallResult } from '../nova/call.ts';
import type { RetrievedEntity } from '../nova/read-answer.ts';
import { reasonOf } from '../staging/explain-reason.ts';
import { novaSaid } from '../staging/explain-rejection.ts';

export interface NotKnown extends Telling {
  found: 'not-known';
  code: string;
}

export const notKnown = (code: string, sentences: Sentence | Said): NotKnown => ({
  found: 'not-known',
  code,
  ...say(sentences),
});

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
  if (failure.kind === 'not-sent') return notKnown('nova-unavailable', reasonOf(failure));
  if (failure.kind === 'unknown') return notKnown(failure.code, reasonOf(failure));
  const { status, error } = failure;
  if (status === 404) return { found: 'no' };
  if (status === 403) {
    const scope = id.startsWith('cnt_') ? 'contacts:read' : 'entities:read';
    return notKnown(error.code, told('mayNotRead', { id, scope }));
  }
  return notKnown(error.code, [told('notShown', { id }), novaSaid(error.message)]);
}
