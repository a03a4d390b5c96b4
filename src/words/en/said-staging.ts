/** What the proxy says where something stands against what a person wants to do. */
import type { SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';
import type { Writing } from '../writing.ts';
import { noun, verb } from './said-words.ts';

const compared: Record<Compared, string> = {
  vehicle: 'vehicle',
  date: 'date',
  name: 'name',
  'external-reference': 'external reference',
  mode: 'mode',
  type: 'type',
  'external-type': 'external type',
  email: 'email',
};

/** What is compared before something in Nova is taken for what was sent. */
export type Compared =
  'vehicle' | 'date' | 'name' | 'external-reference' | 'mode' | 'type' | 'external-type' | 'email';

/** How far the one has come that took the payments over. */
export type TakenOver = 'staged' | 'awaiting' | 'reserved' | 'unknown';

const takenOver: Record<TakenOver, string> = {
  staged: 'It is staged.',
  awaiting: 'It waits for approval.',
  reserved: 'It was not sent yet.',
  unknown: 'It is not known yet whether Nova created it.',
};

export const saidOfStaging = {
  nothingSent: () => 'Nothing was sent.',
  nothingLinked: () => 'Nothing was linked.',
  noSuchEntry: () => 'The ledger has no such entry.',
  checkRowsAgain: () => 'Check the rows again.',
  loadListAgain: () => 'Load the list again.',
  busy: () => 'Too much is being sent at once, so nothing was sent for this one. Do it again in a moment.',
  serverStopping: () =>
    'The Distribution Desk server is stopping, so nothing was sent. Do it again in a minute.',
  accountKeyMissing: () =>
    'Bank details cannot be registered here yet, and nothing was sent: the Distribution Desk server has no key for what it keeps of account numbers. Have whoever runs it set ACCOUNT_HASH_KEY.',

  repeatOutdated: () =>
    'Something became of these rows since the repeat was decided, so nothing was sent. Check the rows again, look at the latest distribution of them, and decide anew.',
  notCancelled: ({ id }: { id: string }) =>
    `${id} is not known to be cancelled, so nothing was sent in its place. Refresh the statuses, and check the rows again.`,
  alreadyReplaced: (
    about: {
      cancelledId: string;
      name: string;
      id: string | null;
      userName: string;
      standing: TakenOver;
      at: string;
      workbook: string;
      sheet: string;
    },
    { instant }: Writing,
  ) =>
    `Payments of the cancelled ${about.cancelledId} were taken over before, by the distribution “${about.name}”${about.id === null ? '' : ` (${about.id})`} of ${about.userName}, from ${about.workbook}, ${about.sheet}, on ${instant(about.at)}. ${named(takenOver, about.standing)} Nothing was sent: sending these as well could pay the same rows twice. Look at that distribution first.`,

  ownWork: ({ kind, userName }: { kind: SubmissionKindName; userName: string }) =>
    `${userName} prepared this ${noun(kind)}, so another person has to approve it.`,
  sealedDiffers: () => 'This is not what you looked at. Look at it again before you approve it.',
  approvalOver: ({ kind }: { kind: SubmissionKindName }) =>
    `The time for approving this ${noun(kind)} is over, and nothing was sent. Have its rows prepared again.`,
  waitsNoLonger: ({ kind }: { kind: SubmissionKindName }) =>
    `This ${noun(kind)} waits for no approval any more.`,
  wasReturned: () => 'It was returned.',
  needsNoApproval: () => 'It needs no approval, or has it already.',

  needsNoDecision: () =>
    'This entry needs no decision: its outcome is known, or is still found out by asking Nova again. Check the rows again.',
  rowsDiffer: () =>
    'The rows are no longer those that were sent, so nothing was linked. Bring them back, check them, and link again.',
  linkAsDistribution: () => 'This entry is a distribution. Link it as one.',
  heldByOther: (about: { id: string; workbook: string; sheet: string; userName: string }) =>
    `${about.id} is what another entry became (${about.workbook}, sheet ${about.sheet}, by ${about.userName}), so it cannot be this one. Nothing was linked.`,
  linkNotFound: ({ id }: { id: string }) =>
    `Nova does not know ${id}, so nothing was linked. Check that it was copied whole, and from this organization.`,
  paymentsNotListed: ({ id }: { id: string }) => `Nova did not list all payments of ${id}.`,
  notCompared: ({ id }: { id: string }) =>
    `${id} could not be compared, so nothing was linked. Link it again in a minute.`,
  notWhatWasSent: ({ id }: { id: string }) => `${id} is not what was sent.`,
  differs: ({ what, theirs, ours }: { what: Compared; theirs: string | null; ours: string | null }) =>
    `The ${named(compared, what)} is ${theirs ?? 'missing'}, not ${ours ?? 'left out'}.`,
  notOfKind: ({ id, kind }: { id: string; kind: SubmissionKindName }) => `${id} is no ${noun(kind)}.`,
  entityLacksIt: ({ entity }: { entity: string }) => `The entity ${entity} does not have it.`,
  sentForYou: ({ userName }: { userName: string }) =>
    `It was sent for ${userName}, so another person has to look in the Nova dashboard and declare that it was never created.`,

  entityUnknown: ({ entity }: { entity: string }) =>
    `Nova does not know the entity ${entity}, so nothing was sent for it. Check the id in the row, or register the entity first.`,
  bankDetailsNotKnown: ({ entity }: { entity: string }) =>
    `It is not known whether ${entity} has bank details already, so nothing was sent for it. Register the rows again when Nova can be reached.`,
  leftAloneAfterUnknown: () =>
    'Nothing was sent for this row, because it is not known yet what became of another one. Register the same rows again: that one is asked for first, and nothing is created a second time.',
  nothingCreated: ({ kind }: { kind: SubmissionKindName }) =>
    `Nothing was created. Check the rows and ${verb(kind)} them again when Nova can be reached.`,
};
