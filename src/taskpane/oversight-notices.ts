/** What is said once somebody has decided on what waited. */
import type { Outcome } from '../contract/index.ts';
import { oversight } from '../words/index.ts';
import type { Notice } from './state.ts';

/** What approving a distribution came to. */
export function approvedNotice(outcome: Outcome, name: string, amounts: string): Notice {
  const { accepted, otherMode, rejected, unknown, notSent, returned } = oversight.approved;
  switch (outcome.outcome) {
    case 'accepted':
      return {
        intent: 'success',
        title: accepted.title,
        text: accepted.text(name, amounts, outcome.distributionId),
      };
    case 'other-mode':
      return { intent: 'error', title: otherMode.title, text: otherMode.text(outcome.message) };
    case 'rejected':
      return { intent: 'error', title: rejected.title, text: rejected.text(outcome.message) };
    case 'unknown':
      return { intent: 'warning', title: unknown.title, text: unknown.text(outcome.message) };
    case 'awaiting-approval':
      return { intent: 'warning', title: notSent.title, text: outcome.message };
    case 'returned':
      return { intent: 'info', title: returned.title, text: outcome.message };
  }
}

export function returnedNotice(name: string): Notice {
  return { intent: 'success', title: oversight.returned.title, text: oversight.returned.text(name) };
}

/** What became of what waited for approval while the preparer was away; counts of distributions. */
export function waitingNewsNotice(staged: number, returned: number): Notice {
  const { title, staged: sent, returned: back } = oversight.waitingNews;
  const parts = [...(staged > 0 ? [sent(staged)] : []), ...(returned > 0 ? [back(returned)] : [])];
  return { intent: returned > 0 ? 'warning' : 'success', title, text: parts.join(' ') };
}
