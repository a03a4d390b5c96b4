/** The catalogue's part about approvals, the history and the mode lock; see `strings.ts`. */
import type {
  AlikeDistribution,
  AwaitingApproval,
  HistoryOutcome,
  NovaMode,
  PaymentChange,
  Role,
  SealedEntry,
} from '../../contract/index.ts';
import { formatCount, formatInstant, formatList, formatMoney } from '../format.ts';
import { plural } from './plural.ts';

const roleNames: Record<Role, string> = {
  viewer: 'Viewer',
  preparer: 'Preparer',
  approver: 'Approver',
  admin: 'Admin',
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

/** Of every line that the history writes; what a later release adds is shown by its own name. */
const actionNames: Readonly<Record<string, string>> = {
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
  'code-issued': 'Sign-in code given out',
  'user-added': 'User added',
  'user-disabled': 'User disabled',
  'user-enabled': 'User enabled',
  'tokens-revoked': 'Signed out everywhere',
  reserve: 'Prepared',
  stage: 'Asked for again',
  send: 'Sent',
  refuse: 'Stopped by a rule',
  approve: 'Approved',
  return: 'Returned',
  expire: 'Approval expired',
  replace: 'Took over the rows of a cancelled one',
  link: 'Linked',
  'declare-never-created': 'Declared never created',
  'mode-mismatch': 'Stopped all sending',
  release: 'Let sending go on',
};

export const oversight = {
  menuApprovals: 'Approvals',
  menuHistory: 'History',
  roles: (roles: readonly Role[]) => formatList(roles.map((role) => roleNames[role])),
  back: 'Back',
  backTo: { payouts: 'Back to payouts', registrations: 'Back to payee details' },

  approvals: {
    title: 'Approvals',
    text: 'These were prepared and wait for a second person. Nothing of them was sent to Nova.',
    looking: 'Looking for what waits…',
    failed: 'What waits could not be read',
    failedText: 'Choose Look again. Nothing was approved or sent.',
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
    hashHint: 'The first 12 characters of the seal. Any change of what would be sent gives another one.',
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
      `${name} is not sent. Whoever prepared it sees your reason and can mend the rows and stage them again.`,
    reason: 'What is wrong with it?',
    hint: 'At least 10 characters. Kept in the history with your name.',
    confirm: 'Return it',
    cancel: 'Cancel',
  },

  approved: {
    accepted: {
      title: 'Approved and staged',
      text: (name: string, amounts: string, id: string) => `${name}, ${amounts}, is ${id} in Nova.`,
    },
    otherMode: {
      title: 'Approved, but created in the other mode',
      text: (why: string) => `${why} Its ids are not written, and all sending is stopped.`,
    },
    rejected: {
      title: 'Approved, but Nova refused it',
      text: (why: string) => `Nothing was created. ${why}`,
    },
    unknown: {
      title: 'Approved, but the result is not known yet',
      text: (why: string) => `${why} It is asked for again by itself, and cannot be created twice.`,
    },
    notSent: { title: 'Approved, but not sent yet' },
    returned: { title: 'It was returned meanwhile' },
  },
  returned: { title: 'Returned', text: (name: string) => `Nothing of ${name} was sent.` },

  history: {
    title: 'History',
    text: 'Who did what, the latest first. Nothing here can be changed or deleted.',
    scope: 'Whose history',
    scopes: { workbook: 'This workbook', all: 'All workbooks' },
    knownAs: (names: readonly string[]) =>
      `What was sent from ${formatList(names)}. Workbooks are known by their name: a renamed one and a copy keep the names that they had.`,
    notNamed: 'Excel did not say the name of this workbook, so this is the history of all.',
    search: 'Search',
    searchHint: 'Name or id',
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
    looking: 'Reading the history…',
    failed: 'The history could not be read',
    failedText: 'Choose Show to read it again. Nothing in it was changed.',
    nothingHere: 'Nothing was sent from this workbook yet',
    nothingHereText: 'Whatever you stage or register from it stands here from then on.',
    nothingYet: 'Nothing was done yet',
    nothingYetText: 'Whatever is staged, registered or approved stands here from then on.',
    none: 'Nothing fits',
    noneText: 'No line of the history fits. Clear the search and the filters to see all.',
    shown: (count: number) => `${plural(count, 'line', 'lines')} shown`,
    list: 'Lines of the history',
    outcomeNames,
    action: (action: string) => actionNames[action] ?? action.replaceAll('-', ' '),
    line: (sequence: number) => `No. ${formatCount(sequence)}`,
    place: (workbook: string, sheet: string | null) =>
      sheet === null || sheet === '' ? workbook : `${workbook}, sheet ${sheet}`,
    requests: (ids: readonly string[]) => `Reference for Nova’s support: ${formatList(ids)}`,
  },

  modeLock: {
    title: 'All sending is stopped',
    why: 'Why, and what to do',
    forAdmin: 'Look at the distribution and the credentials, and then let sending go on.',
    forOthers: 'Tell an admin. Checking and refreshing still work.',
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
    vehicle: (vehicle: string) => `The limits that are set here do not allow the vehicle ${vehicle}.`,
    currency: (currency: string) => `The limits that are set here allow nothing in ${currency}.`,
    distribution: (amount: string, most: string) =>
      `${amount} is beyond the limit of ${most} for a distribution.`,
    payment: (amount: string, most: string) => `A payment of ${amount} is beyond the limit of ${most}.`,
    approval: 'A second person has to approve this one. It is sent once they have.',
    beyond: 'Something here is beyond the limits that are set here, so nothing can be staged as it is.',
  },

  noPreparer: 'Your account may check and refresh, but not stage. Ask an admin for the role of preparer.',

  waitingNews: {
    title: 'News of what waited for approval',
    staged: (count: number) =>
      `${plural(count, 'distribution was', 'distributions were')} approved and sent.`,
    returned: (count: number) =>
      `${plural(count, 'distribution', 'distributions')} came back; see why below.`,
  },

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
};
