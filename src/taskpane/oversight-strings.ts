/** The catalogue's part about approvals, the history and the mode lock; see `strings.ts`. */
import type {
  AlikeDistribution,
  AwaitingApproval,
  HistoryOutcome,
  NovaMode,
  Outcome,
  PaymentChange,
  Role,
  SealedEntry,
} from '../contract/index.ts';
import { formatCount, formatInstant, formatList, formatMoney, plural } from './format.ts';
import type { Notice, PlaceName } from './state.ts';

const roleNames: Record<Role, string> = {
  viewer: 'Viewer',
  preparer: 'Preparer',
  approver: 'Approver',
  admin: 'Administrator',
};

const outcomeNames: Record<HistoryOutcome, string> = {
  accepted: 'Staged',
  rejected: 'Refused by Nova',
  unknown: 'Not known',
  'not-sent': 'Not sent',
  'awaiting-approval': 'Waits for approval',
  approved: 'Approved',
  returned: 'Returned',
  refused: 'Refused',
};

const actionNames: Readonly<Record<string, string>> = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  stage: 'Submitted',
  send: 'Sent',
  approve: 'Approved',
  return: 'Returned',
  repeat: 'Repeated on purpose',
  link: 'Linked',
  'declare-never-created': 'Declared never created',
  'mode-mismatch': 'Stopped all sending',
  'mode-lock-release': 'Let sending go on',
};

export const oversight = {
  menuApprovals: 'Approvals',
  menuHistory: 'History',
  roles: (roles: readonly Role[]) => formatList(roles.map((role) => roleNames[role])),
  back: 'Back',
  backTo: { payouts: 'Back to payouts', registrations: 'Back to payee details' } satisfies Record<
    PlaceName,
    string
  >,

  approvals: {
    title: 'Approvals',
    text: 'These were prepared and wait for a second person. Nothing of them was sent to Nova.',
    none: 'Nothing waits for approval',
    noneText: 'What somebody prepares above the set amount appears here.',
    more: 'More wait than this list shows. Decide on these first.',
    waiting: (count: number) => `${plural(count, 'entry waits', 'entries wait')} for your approval`,
    look: 'Look at it',
    prepared: (who: string, when: string) => `Prepared by ${who} on ${formatInstant(when)}`,
    expires: (when: string) => `Expires on ${formatInstant(when)}`,
    from: (workbook: string, sheet: string) => `From ${workbook}, sheet ${sheet}`,
    own: 'You prepared this one, so somebody else has to approve it.',
    refresh: 'Look again',
  },

  sealed: {
    text: 'This is what would be sent, sealed as it was prepared. Any change to the rows makes another one.',
    hash: 'Seal',
    hashHint: 'The first 12 characters of the content hash. It changes with any change of the content.',
    reference: (reference: string) => `Reference ${reference}`,
    repeat: (reason: string) => `Staged again on purpose. Reason: ${reason}`,
    changesTitle: (count: number) => plural(count, 'payment to look at', 'payments to look at'),
    noChanges: 'No new payee, and no amount out of the usual',
    compared: ({ distributions, complete }: SealedEntry['comparison']) => {
      if (distributions === 0) return 'Nothing was staged before, so there is nothing to compare with.';
      const counted = plural(distributions, 'earlier distribution', 'earlier distributions');
      return complete
        ? `Compared with ${counted}.`
        : `Compared with the latest ${counted}; older ones were not looked at, so a new payee may be an old one.`;
    },
    instructions:
      'Whether bank details changed cannot be told before staging. Look at them in Nova where it matters.',
    change: (change: PaymentChange, currency: string): string => {
      switch (change.change) {
        case 'new-payee':
          return 'New payee';
        case 'new-currency':
          return 'Never paid in this currency';
        case 'unusual-amount':
          return `Usually ${formatMoney(change.usualCents, currency)}, last ${formatMoney(change.lastCents, currency)}`;
      }
    },
    last: (amount: string, when: string) => `Last ${amount} on ${formatInstant(when)}`,
    payments: (count: number) => plural(count, 'payment', 'payments'),
    paymentsOf: (name: string) => `Payments of ${name}`,
    paysOn: (day: string) => `pays ${day}`,
    approve: (count: number, amounts: string) =>
      `Approve ${plural(count, 'payment', 'payments')}, ${amounts}`,
    return: 'Return…',
    takeBack: 'Take back…',
    own: 'You prepared this one. Somebody else has to approve it; you can take it back.',
    noRole: 'Your account may look at this, but not approve it.',
    approving: 'Sending to Nova…',
  },

  returning: {
    title: 'Return it?',
    text: (name: string) =>
      `${name} is not sent. Whoever prepared it sees your reason and can submit the rows again.`,
    reason: 'What is wrong with it?',
    hint: 'At least 10 characters. Kept in the history with your name.',
    confirm: 'Return it',
    cancel: 'Cancel',
  },

  approved: (outcome: Outcome, name: string, amounts: string): Notice => {
    switch (outcome.outcome) {
      case 'accepted':
        return {
          intent: 'success',
          title: 'Approved and staged',
          text: `${name}, ${amounts}, is ${outcome.distributionId} in Nova.`,
        };
      case 'rejected':
        return {
          intent: 'error',
          title: 'Approved, but Nova refused it',
          text: `Nothing was created. ${outcome.message}`,
        };
      case 'unknown':
        return {
          intent: 'warning',
          title: 'Approved, but the result is not known yet',
          text: `${outcome.message} It is asked for again by itself, with the same key.`,
        };
      case 'awaiting-approval':
        return {
          intent: 'warning',
          title: 'Approved, but not sent yet',
          text: `${outcome.message}`,
        };
      case 'returned':
        return { intent: 'info', title: 'It was returned meanwhile', text: outcome.message };
    }
  },
  returned: (name: string): Notice => ({
    intent: 'success',
    title: 'Returned',
    text: `Nothing of ${name} was sent.`,
  }),

  history: {
    title: 'History',
    text: 'Who did what, the latest first. Nothing here can be changed or deleted.',
    search: 'Search',
    searchHint: 'Distribution, id, or result',
    who: 'Who',
    workbook: 'Workbook',
    outcome: 'Result',
    anyOutcome: 'Any',
    from: 'From day (UTC)',
    to: 'To day (UTC)',
    filters: 'Filters',
    show: 'Show',
    more: 'Show more',
    export: 'Save as CSV',
    file: 'distribution-desk-history.csv',
    none: 'Nothing fits',
    noneText: 'No line of the history fits these filters.',
    list: 'Lines of the history',
    outcomeNames,
    action: (action: string) => actionNames[action] ?? action.replaceAll('-', ' '),
    line: (sequence: number) => `No. ${formatCount(sequence)}`,
    place: (workbook: string, sheet: string | null) =>
      sheet === null || sheet === '' ? workbook : `${workbook}, sheet ${sheet}`,
    requests: (ids: readonly string[]) => `Nova request ${ids.join(', ')}`,
  },

  modeLock: {
    title: 'All sending is stopped',
    forAdmin: 'Look at the distribution and the credentials, and then let sending go on.',
    forOthers: 'Tell an administrator. Checking and refreshing still work.',
    release: 'Let sending go on…',
    dialogTitle: 'Let sending go on?',
    dialogText:
      'Only when you know why the answer was of another mode or organization, and it will not happen again.',
    reason: 'What was the cause?',
    hint: 'At least 10 characters. Kept in the history with your name.',
    confirm: 'Let sending go on',
    cancel: 'Cancel',
  },

  awaiting: ({ preparedBy, expiresAt, approvedBy }: AwaitingApproval) =>
    approvedBy === null
      ? `Nothing was sent. Somebody other than ${preparedBy} has to approve it by ${formatInstant(expiresAt)}. Then it is sent, and its ids are written here.`
      : `${approvedBy} approved it, but it could not be sent yet. It is tried again by itself.`,
  allWaiting: (count: number) => `${plural(count, 'distribution waits', 'distributions wait')} for approval`,

  alike: {
    badge: 'Something like it was staged before',
    text: ({ by, at, source, paymentCount, totalCents, currency, distributionId }: AlikeDistribution) => {
      const amount =
        totalCents === null || currency === null ? '' : ` over ${formatMoney(totalCents, currency)}`;
      const id = distributionId === null ? '' : ` as ${distributionId}`;
      return `${by} staged one of the same name, day and vehicle with other payments (${plural(paymentCount, 'payment', 'payments')}${amount}) on ${formatInstant(at)} from ${source.workbook}${id}. Staging these rows too pays both. If they are to take its place, have that one cancelled in Nova first.`;
    },
    other: 'This is another distribution. Stage it too.',
  },

  limits: {
    vehicle: (vehicle: string) => `The limits of this server do not allow the vehicle ${vehicle}.`,
    currency: (currency: string) => `The limits of this server allow nothing in ${currency}.`,
    distribution: (amount: string, most: string) =>
      `${amount} is beyond the limit of ${most} for a distribution.`,
    payment: (amount: string, most: string) => `A payment of ${amount} is beyond the limit of ${most}.`,
    approval: 'A second person has to approve this one. It is sent once they have.',
    beyond: 'Something here is beyond the limits of this server, so nothing can be staged as it is.',
  },

  noPreparer:
    'Your account may check and refresh, but not stage. Ask an administrator for the role of preparer.',

  waitingNews: (staged: number, returned: number): Notice => ({
    intent: returned > 0 ? 'warning' : 'success',
    title: 'News of what waited for approval',
    text: [
      ...(staged > 0
        ? [`${plural(staged, 'distribution was', 'distributions were')} approved and sent.`]
        : []),
      ...(returned > 0
        ? [`${plural(returned, 'distribution', 'distributions')} came back; see why below.`]
        : []),
    ].join(' '),
  }),

  bound: {
    title: 'This workbook belongs to another Nova',
    text: (has: string, now: string) =>
      `It holds ids of ${has}, and this pane works on ${now}. Nothing was sent or written. Use the pane of ${has}; or, if this is a copy whose Nova ids you have removed, release it in the check settings.`,
    name: (mode: NovaMode, organizationId: string | null) =>
      `${mode === 'live' ? 'live' : 'the sandbox'}${organizationId === null ? '' : `, organization ${organizationId}`}`,
    settings: (name: string) => `This workbook belongs to ${name}.`,
    release: 'Release this workbook',
    releaseHint: 'Only once its Nova ids are removed: they mean nothing elsewhere.',
  },
} as const;
