import type { RegistrationOutcome } from '../../contract/index.ts';
import { registering } from '../../words/index.ts';
import type { Notice } from '../phase.ts';

/** Which badge an outcome bears. */
export function outcomeBadge(outcome: RegistrationOutcome): string {
  const { badges } = registering.result;
  if (outcome.outcome === 'accepted' && outcome.existing) return badges.existing;
  if (outcome.outcome === 'awaiting-approval' && outcome.approvedBy !== null) return badges.approved;
  return badges[outcome.outcome];
}

/** What approving bank details came to. */
export function approvedRegistration(outcome: RegistrationOutcome, preparedBy: string): Notice {
  const { approvedTitle, approvedText } = registering.approvals;
  if (outcome.outcome === 'awaiting-approval' || outcome.outcome === 'accepted') {
    return { intent: 'success', title: approvedTitle, text: approvedText(preparedBy) };
  }
  return { intent: 'warning', title: outcomeBadge(outcome), text: outcome.message };
}
