/** What the proxy says of a line of the history, beside what was done and how it ended. */
import { named } from '../named.ts';
import type { Writing } from '../writing.ts';

/** How something stood when it was submitted again. */
export type StoodAs = 'accepted' | 'awaiting' | 'rejected' | 'returned' | 'reserved' | 'sending' | 'unknown';

const stood: Record<StoodAs, string> = {
  accepted: 'Nova had created it before.',
  awaiting: 'It was waiting for approval.',
  rejected: 'Nova had refused it before.',
  returned: 'It had been returned before.',
  reserved: 'It had not been sent yet.',
  sending: 'It was still being sent.',
  unknown: 'It was not known whether Nova had created it.',
};

export const saidOfHistory = {
  goodUntil: ({ endsAt }: { endsAt: string }, { instant }: Writing) => `Good until ${instant(endsAt)}.`,
  /** `reason` is what the person wrote. */
  reasonGiven: ({ reason }: { reason: string }) => `Reason: ${reason}`,
  preparedBy: ({ userName }: { userName: string }) => `Prepared by ${userName}.`,
  waitsUntil: ({ endsAt }: { endsAt: string }, { instant }: Writing) =>
    `Waits for approval until ${instant(endsAt)}.`,
  notApprovedUntil: ({ endsAt }: { endsAt: string }, { instant }: Writing) =>
    `Nobody approved it until ${instant(endsAt)}.`,
  /** `reason` is what the person wrote. */
  repeatedFor: ({ reason }: { reason: string }) => `A deliberate repeat. Reason: ${reason}`,
  /** `reason` is what the person wrote. */
  stagedAnew: ({ reason }: { reason: string }) =>
    `Its rows are staged anew in place of this cancelled distribution. Reason: ${reason}`,
  /** `code` is Nova's own. */
  refusedAs: ({ code }: { code: string }) => `Nova calls it ${code}.`,
  linkedTo: ({ id }: { id: string }) => `It is ${id} in Nova.`,
  nothingSentAgain: ({ standing }: { standing: StoodAs }) => `Nothing was sent. ${named(stood, standing)}`,
};
