/** What will be staged, what was staged before, and the control total. */
import { formatCount, formatInstant, formatList } from '../../format.ts';
import { plural } from '../plural.ts';
import { distributions, distributionsOver, modeOf, payments, rows } from './counts.ts';

export const previewStrings = {
  preview: {
    title: (count: number) => `${distributions(count)} to stage`,
    nothing: 'Nothing to stage',
    nothingText: 'Nothing will be sent.',
    nothingButHeld: (count: number) =>
      `${distributions(count)} ${count === 1 ? 'waits' : 'wait'} for your decision.`,
    nothingButIds: (count: number) =>
      `${distributions(count)} already staged. Nothing will be sent; the ids will be written beside the rows.`,
    otherMode: (count: number) =>
      `Nova created ${distributions(count)} in the other mode. Nothing is sent for ${count === 1 ? 'it' : 'them'}, and no ids are written.`,
    /** Beside what the main button does; `amounts` is what they add up to. */
    waiting: (count: number, amounts: string) =>
      `${distributionsOver(count, amounts)}, ${count === 1 ? 'waits' : 'wait'} for approval already. Nothing is sent for ${count === 1 ? 'it' : 'them'} now; this pane follows what is decided.`,
    reference: 'Reference',
    payments: (count: number) => payments(count),
    hidden: (count: number, amounts: string) => `${rows(count)} hidden in the sheet: ${amounts}`,
    outside: (count: number) =>
      `${rows(count)} outside your selection. A distribution is always staged whole.`,
    earlierAccepted: (when: string, who: string, from: string) =>
      `Staged before on ${formatInstant(when)} by ${who}${from}. Nothing will be sent; the ids will be written back.`,
    earlierCancelled: (id: string, when: string, who: string, from: string) =>
      `Staged as ${id} on ${formatInstant(when)} by ${who}${from}, and cancelled in Nova since. Nothing will be sent unless you stage it again on purpose.`,
    /** Appended to who staged something. */
    from: (workbook: string, sheet: string) => ` from ${workbook}, sheet ${sheet}`,
    badgeCancelled: 'Cancelled in Nova',
    earlierRejected: (message: string) =>
      `Refused before, and nothing was created: ${message} Staging tries it again.`,
    earlierUnknown: (keyExpiresAt: string) =>
      `Sent before, but nobody knows yet whether Nova created it. Until ${formatInstant(keyExpiresAt)} you can stage it again: Nova recognizes it, so it cannot be created twice. After that, nothing is sent, and you look it up in Nova.`,
    earlierNeedsPerson:
      'Sent before, but nobody knows whether Nova created it, and by now Nova would no longer recognize it. Nothing is sent until a person says what became of it.',
    earlierOtherMode: (id: string, isLive: boolean, when: string, who: string, from: string) =>
      `Sent on ${formatInstant(when)} by ${who}${from}, and Nova created it in ${modeOf(isLive)} as ${id}, while the Distribution Desk server is set to ${modeOf(!isLive)}. Its ids are not written. If the server was set wrongly, check again once it is mended; else have ${id} cancelled in ${modeOf(isLive)}. Nothing is sent for these rows unless you stage them again on purpose.`,
    earlierAwaiting: (since: string, who: string, until: string) =>
      `Has waited for approval since ${formatInstant(since)}; ${who} prepared it. Somebody else has to approve it by ${formatInstant(until)}. Nothing is sent for it now, and it does not count in the control total.`,
    earlierApproved: (message: string) => `${message} Staging tries it at once.`,
    differenceTitle: 'Fractions of a cent',
    difference: (cells: string, total: string, difference: string) =>
      `The cells add up to ${cells}, and rounded to the cent one by one to ${total}. The difference is ${difference}.`,
    severalTitle: (count: number) => `${plural(count, 'payee gets', 'payees get')} more than one payment`,
    several: (payee: string, count: number, amount: string) => `${payee}: ${payments(count)}, ${amount}`,
    severalMore: (count: number) => `and ${formatCount(count)} more`,
    badgeAccepted: 'Staged before',
    badgeRejected: 'Refused before',
    badgeUnknown: 'Not known',
    badgeOtherMode: (isLive: boolean) => `Created in ${modeOf(isLive)}`,
    badgeAwaiting: 'Waits for approval',
    badgeApproved: 'Approved, not sent',
    badgeReturned: 'Returned',
    alreadyTitle: (count: number) => `${distributions(count)} already staged`,
    alreadyText: 'These rows bear Nova ids. Nothing will be sent for them.',
    toSend: 'To be staged',
    shares: 'Share of each distribution',
    cards: 'Distributions',
    largest: 'Largest payees',
    showPayments: (name: string) => `Payments of ${name}`,
    hiddenMark: 'hidden',
    unusualMark: 'Unusual amount',
    unusual: (count: number) => plural(count, 'unusual amount', 'unusual amounts'),
    newMark: 'New payee',
    /** Behind the payee's name in a chart. */
    inChart: { unusual: 'unusual amount', new: 'new payee' },
    newPayees: (count: number) => plural(count, 'new payee', 'new payees'),
    newText: (count: number): string =>
      count === 1
        ? 'First payment to this payee from Distribution Desk.'
        : 'First payments to these payees from Distribution Desk.',
    newUnknown: 'Which payees are new is not known: the Distribution Desk server did not say.',
    markedPayee: (payee: string, marks: readonly string[]) => `${payee} (${formatList(marks)})`,
    payDate: (day: string) => `pays ${day}`,
    continue: (count: number, amounts: string) => `Continue to confirm ${distributionsOver(count, amounts)}`,
    writeIds: (count: number) => `Write ids of ${distributions(count)}`,
    follow: (count: number) =>
      `Follow ${distributions(count)} that ${count === 1 ? 'waits' : 'wait'} for approval`,
    distributions: distributionsOver,
    back: 'Back',
  },

  restore: {
    title: (count: number) => `${plural(count, 'row lacks', 'rows lack')} ids that are known`,
    text: (count: number) =>
      `${distributions(count)} of this table ${count === 1 ? 'was' : 'were'} staged before. The ids can be written back; nothing is created.`,
    offerTitle: 'Not everything that was staged is in the sheet',
    offerText: (address: string) =>
      `In ${address}, ids of what was staged are missing. Writing may have stopped half-way, or this is a copy.`,
    by: (id: string, when: string, who: string, from: string) =>
      `${id}, staged on ${formatInstant(when)} by ${who}${from}`,
    more: (count: number) => `and ${formatCount(count)} more`,
    write: (count: number) => `Write the ids of ${rows(count)}`,
    later: 'Not now',
    done: (count: number) => `Ids of ${distributions(count)} restored`,
    nothingSent: 'Nothing was sent to create anything.',
  },

  replace: {
    badge: 'Waits for you',
    badgeDecided: 'Staged in place of a cancelled one',
    text: (ids: readonly string[]) =>
      `Its rows bear the ids of ${formatList(ids)}, cancelled in Nova. Nothing is sent for them until you decide it.`,
    open: 'Stage it in place of the cancelled one…',
    title: 'Stage it in place of the cancelled one?',
    warning: 'These rows were staged before. Look in Nova that nothing was paid before it was cancelled.',
    reason: 'Why is it staged anew?',
    confirm: 'Add to what is staged',
    cancel: 'Cancel',
    pending: (reason: string) => `It counts in the control total. Reason: ${reason}`,
    undo: 'Do not stage it',
  },

  repeat: {
    open: 'Stage it again on purpose…',
    title: 'Stage it again on purpose?',
    text: 'The same payments were staged before. Staging them again pays them a second time.',
    textOtherMode: (id: string, isLive: boolean) =>
      `Nova has the same payments in ${modeOf(isLive)} as ${id}. Have that one cancelled first: staging them again creates them a second time.`,
    who: 'Staged by',
    when: 'On',
    from: 'From',
    fromUnknown: 'not recorded',
    id: 'Distribution',
    status: 'Status',
    paymentsTitle: 'Payments staged before',
    noPayment: 'no id',
    reasonBefore: 'Reason of that repeat',
    reason: 'Why is it to be paid again?',
    reasonHint: 'At least 10 characters. Kept in the history with your name.',
    confirm: 'Add to what is staged',
    cancel: 'Cancel',
    badge: 'Staged again on purpose',
    pending: (reason: string) =>
      `It will be staged once more and counts in the control total. Reason: ${reason}`,
    undo: 'Do not stage it again',
  },

  resolve: {
    title: 'What became of it?',
    text: (who: string | null) =>
      who === null
        ? 'Look it up in Nova by its vehicle, date and name.'
        : `Sent by ${who}. Look it up in Nova by its vehicle, date and name.`,
    linkField: 'Distribution id',
    linkHint: 'It is compared with what was sent, payment by payment.',
    linkWrong: 'Type an id that starts with dst_.',
    link: 'Link the distribution',
    declareField: 'How do you know?',
    declareHint: 'At least 10 characters. A second person declares this, never the one who sent it.',
    declare: 'Declare never created',
  },

  confirm: {
    title: 'Confirm the control total',
    text: 'Type the total from your own records, not from this pane. It must match to the cent.',
    field: (currency: string) => `Control total (${currency})`,
    take: 'Take from the selected cell',
    takeFor: (currency: string) => `Take from the selected cell (${currency})`,
    /** What the total leaves out, because it was sealed before. */
    without: (count: number, amounts: string) =>
      `Without ${distributionsOver(count, amounts)}, ${count === 1 ? 'which waits' : 'which wait'} for approval already.`,
    matches: 'Matches the total that is to be staged.',
    unreadable: (example: string) => `Type an amount such as ${example}.`,
    wrong: (typed: string, total: string, difference: string) =>
      `You entered ${typed}, but what is to be staged adds up to ${total}. The difference is ${difference}.`,
    noNumberTitle: 'No total in the selected cell',
    noNumber: 'Select the cell that holds your control total, and then take it.',
    stage: (count: number, amounts: string) => `Stage ${distributionsOver(count, amounts)}`,
    liveText: 'This is live: Nova stages real payments.',
    sandboxText: 'This is the sandbox: no money moves.',
    back: 'Back',
  },
};
