import type { RegistrationOutcome } from '../../../contract/index.ts';
import { isReferenceTaken } from '../../registrations/submission.ts';
import { registering } from '../../../words/index.ts';

export interface OutcomeView {
  color: 'success' | 'danger' | 'warning' | 'informative';
  texts: readonly string[];
}

/** What became of a row, in words: before anything is sent, or as the result of a run. */
export function outcomeView(outcome: RegistrationOutcome, when: 'before' | 'after'): OutcomeView {
  const { result } = registering;
  switch (outcome.outcome) {
    case 'accepted':
      return { color: 'success', texts: acceptedTexts(outcome, when) };
    case 'other-mode':
      return { color: 'danger', texts: [result.otherMode(outcome.id, outcome.livemode)] };
    case 'rejected':
      if (isReferenceTaken(outcome)) {
        const { holder } = outcome;
        const who =
          holder === null || holder === undefined
            ? null
            : { id: holder.id, name: holder.name, who: holder.acceptedFor, when: holder.acceptedAt };
        return { color: 'danger', texts: [result.taken(who)] };
      }
      return {
        color: 'danger',
        texts: [outcome.message, when === 'before' ? result.refusedBefore : result.rejected],
      };
    case 'unknown': {
      const next = outcome.needsPerson === true ? result.needsPerson : result.unknown(outcome.keyExpiresAt);
      return { color: 'warning', texts: [outcome.message, next] };
    }
    case 'awaiting-approval':
      return outcome.approvedBy === null
        ? { color: 'informative', texts: [result.waits(outcome.preparedBy, outcome.expiresAt)] }
        : { color: 'success', texts: [result.approved(outcome.approvedBy)] };
    case 'returned':
      return { color: 'warning', texts: [outcome.message] };
    case 'not-sent':
      return { color: 'informative', texts: [outcome.message] };
  }
}

function acceptedTexts(
  { existing, acceptedAt, acceptedFor }: Extract<RegistrationOutcome, { outcome: 'accepted' }>,
  when: 'before' | 'after',
): string[] {
  if (when === 'before') return [registering.result.before(acceptedAt, acceptedFor)];
  return existing ? [registering.result.existing(acceptedAt, acceptedFor)] : [];
}
