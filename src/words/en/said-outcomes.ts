/** What the proxy says of what became of a submission. */
import type { SubmissionKindName } from '../../contract/index.ts';
import { cellWords } from '../cell-words.ts';
import type { Writing } from '../writing.ts';
import { noun, verb } from './said-words.ts';

export const saidOfOutcomes = {
  /** `fromCents` and `currency` are null where it is needed whatever the amount. */
  waits: (
    { fromCents, currency }: { fromCents: number | null; currency: string | null },
    { money }: Writing,
  ) =>
    `Waits for approval by a second person, which is needed${fromCents === null || currency === null ? '' : ` from ${money(fromCents, currency)} on`}; nothing has been sent.`,
  bankDetailsWait: () =>
    'Waits for approval by a second person, which is needed because the entity has bank details already, or is about to; nothing has been sent.',
  somebodyElse: ({ userName, endsAt }: { userName: string; endsAt: string }, { instant }: Writing) =>
    `${userName} prepared it, so somebody else has to approve it, by ${instant(endsAt)}.`,
  approvedNotSent: ({ kind, userName }: { kind: SubmissionKindName; userName: string }) =>
    `${userName} has approved this ${noun(kind)}, but it could not be sent yet. The Distribution Desk server goes on trying by itself; nothing has been created so far.`,
  approvedSendAgain: ({ kind, userName }: { kind: SubmissionKindName; userName: string }) =>
    `${userName} has approved this ${noun(kind)}, and its account number is not kept here: register the same rows again to send it. Nothing has been created so far.`,
  /** `reason` is what the person wrote. */
  returned: (about: { kind: SubmissionKindName; userName: string; reason: string }) =>
    `${about.userName} returned this ${noun(about.kind)}, and nothing was sent: ${about.reason}`,
  notApprovedInTime: ({ kind, endsAt }: { kind: SubmissionKindName; endsAt: string }, { instant }: Writing) =>
    `Nobody approved this ${noun(kind)} until ${instant(endsAt)}, so nothing was sent. Check the same rows and ${verb(kind)} them again to have them approved anew.`,

  notKnown: ({ kind }: { kind: SubmissionKindName }) =>
    `It is not known whether Nova created this ${noun(kind)}.`,
  keyExpired: () => 'The time in which asking again is safe is over, so nothing was sent.',
  stillSending: ({ kind }: { kind: SubmissionKindName }) =>
    `This ${noun(kind)} is still being sent, so it is not known yet whether Nova created it. Check the same rows and ${verb(kind)} them again in a moment to find out; that cannot create it a second time.`,
  askedByItself: ({ kind }: { kind: SubmissionKindName }) =>
    `It is asked for again by itself; ${verb(kind)} the same rows again to find out at once.`,
  askedWithRows: ({ kind }: { kind: SubmissionKindName }) =>
    `Its account number is not kept here, so it is not asked for again by itself. Check the same rows and ${verb(kind)} them again to find out.`,
  notAskedAgain: () => 'It is not asked for again by itself.',
  lookInDashboard: () =>
    'Look for it in the Nova dashboard: link it if it is there; if it is not, have a second person declare that it was never created.',
  /** `reason` is what the person wrote. */
  neverCreated: (about: { kind: SubmissionKindName; userName: string; reason: string }) =>
    `${about.userName} declared that Nova never created this ${noun(about.kind)}: ${about.reason}`,

  paymentsMissing: () =>
    `${cellWords.paymentsMissing.en} yet. Check the rows again or refresh to fetch the rest.`,
  paymentsMissingStill: () => `${cellWords.paymentsMissing.en}. Refresh again to fetch the rest.`,
  otherCount: ({ sent, listed }: { sent: number; listed: number }, { plural }: Writing) =>
    `${plural(sent, 'payment was', 'payments were')} ${cellWords.otherCount.en} ${listed}.`,
  compareBeforeApproval: () =>
    'Compare this distribution with the sheet in the Nova dashboard before it is approved.',
  rowsWithoutPayment: ({ count, of }: { count: number; of: number }, { plural }: Writing) =>
    `${count} of ${plural(of, 'row', 'rows')} match none of the payments that Nova lists, so they have no payment id.`,
  /** `ids` are joined by commas. */
  paymentsWithoutRow: ({ ids }: { ids: string }) => `Nova lists payments that match no row: ${ids}.`,
};
