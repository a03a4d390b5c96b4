/**
 * Every word that the pane shows, in one place. Names of buttons and fields are stable: people write guides about them
 * and tests look for them.
 */
import type { LeftOutRow, SheetTable } from '../domain/index.ts';
import type { CheckProgress } from './check-progress.ts';
import type { Busy, PlaceName } from './events.ts';
import { formatCount, formatInstant, formatList, formatMoney, plural } from './format.ts';

const distributions = (count: number) => plural(count, 'distribution', 'distributions');
const payments = (count: number) => plural(count, 'payment', 'payments');
const rows = (count: number) => plural(count, 'row', 'rows');

export const strings = {
  productName: 'Distribution Desk',

  outside: {
    title: 'Open this page in Excel',
    text: 'Distribution Desk works inside Excel. Open your workbook in Excel, and then choose Distributions on the Home tab.',
  },
  tooOld: {
    title: 'This Excel is too old',
    text: 'Distribution Desk needs Excel on the web, Excel 2021 or later, or Microsoft 365. Update Excel, or open the workbook in Excel on the web.',
  },
  version: {
    reload: 'Reload',
    newer: {
      title: 'A newer version of this pane is ready',
      text: 'Reload the pane once you have finished what you are doing. What was staged is kept.',
    },
    older: {
      title: 'The server is older than this pane',
      text: 'It may be in the middle of an update. Reload the pane in a few minutes; if this stays, tell whoever runs the server.',
    },
  },

  crash: {
    title: 'Distribution Desk stopped',
    text: 'Something went wrong inside the pane, so it stopped before doing anything else. Reload it, and then check again: what was staged before is recognized and is never sent twice.',
    reload: 'Reload',
  },

  session: {
    sandbox: 'Sandbox',
    sandboxHint: 'Sandbox: no money moves',
    live: 'Live',
    liveHint: 'Live: real payments are staged',
    menu: (userName: string) => `Account of ${userName}`,
    organization: (id: string) => `Organization ${id}`,
    settings: 'Check settings',
    signOut: 'Sign out',
  },

  steps: {
    label: 'Steps',
    names: { check: 'Check', preview: 'Preview', confirm: 'Confirm', result: 'Result' },
  },

  places: {
    label: 'What to work on',
    names: { payouts: 'Payouts', registrations: 'Payee details' } satisfies Record<PlaceName, string>,
    /** Why nobody goes to the other place just now. */
    waitTitle: 'Not just now',
    waitText: (busy: Busy) =>
      busy === 'staging' || busy === 'writing'
        ? 'Something is being sent or written. You can change over when it has ended.'
        : 'Something is being looked up or checked. You can change over when it has ended.',
  },

  starting: 'Starting…',

  checkProgress: {
    bar: 'Progress of the check',
    shown: ({ stage, done, total }: CheckProgress) =>
      stage === 'payees'
        ? `Asked Nova about ${formatCount(done)} of ${formatCount(total)} payees`
        : `${stage === 'reading' ? 'Read' : 'Checked'} ${formatCount(done)} of ${rows(total)}`,
    /** Changes with every quarter only. */
    spoken: ({ stage, done, total }: CheckProgress) => {
      const quarters = Math.floor((done * 4) / total);
      const all =
        stage === 'payees'
          ? `Asking Nova about ${formatCount(total)} payees`
          : `${stage === 'reading' ? 'Reading' : 'Checking'} ${rows(total)}`;
      return quarters === 0 ? all : `${all}: ${quarters * 25}% done`;
    },
  },

  signIn: {
    title: 'Sign in',
    text: 'Enter the one-time code that you were given.',
    resume: 'Your work is kept. After you sign in, you continue where you were.',
    account: 'Sign in with Microsoft',
    accountText: 'Use the account of your organization. A window may open for it.',
    code: 'Sign-in code',
    button: 'Sign in',
    retry: 'Try again',
  },

  source: {
    title: 'Stage payouts from this workbook',
    text: 'Select a cell in your payout table, and then choose Check.',
    steps: [
      'Every row is checked. Nothing is sent.',
      'You see the distributions and confirm their total.',
      'Ids and statuses are written beside your rows.',
    ],
    check: 'Check',
    choose: 'Choose a table from a list',
    refresh: 'Refresh statuses',
    checking: 'Reading and checking the table…',
    refreshing: 'Getting statuses from Nova…',
  },

  choose: {
    title: 'Which table?',
    text: 'These are the tables of this workbook. Choose the one to check.',
    list: 'Tables of this workbook',
    none: 'This workbook holds no table. Enter your payouts below a row of headers.',
    kinds: { table: 'Excel table', name: 'Named range', region: 'Cells with a header' },
    hidden: 'hidden sheet',
    reading: 'Reading and checking the table…',
    back: 'Back',
  },

  table: {
    another: 'Choose another table',
    ambiguityTitle: 'Look at what was taken',
    foundBy: {
      table: 'The Excel table around your selection',
      name: 'The named range around your selection',
      region: 'The filled region around the selected cell',
      selection: 'The selected range',
    } satisfies Record<SheetTable['foundBy'], string>,
    rowCount: (count: number) => plural(count, 'payout row', 'payout rows'),
    hidden: (count: number) => `${formatCount(count)} hidden`,
    leftOut: (count: number) => `${formatCount(count)} left out`,
    leftOutReason: {
      blank: 'blank',
      'totals-row': 'totals row',
    } satisfies Record<LeftOutRow['reason'], string>,
    leftOutRow: (sheetRow: number, reason: string) => `Row ${formatCount(sheetRow)} (${reason})`,
    leftOutMore: (count: number) => `and ${formatCount(count)} more`,
  },

  mapping: {
    title: 'Columns',
    summary: (mapped: number, total: number) => `${mapped} of ${total} matched`,
    text: 'Choose which column holds what. Your choice is kept in this workbook.',
    none: '—',
    noHeader: (column: string) => `(column ${column}, no header)`,
    missing: 'Choose a column',
    because: {
      header: 'Matched by its header',
      'similar-header': 'Matched by a similar header',
      content: 'Matched by what its cells hold',
    } as Readonly<Record<string, string>>,
    chosen: 'Chosen for this workbook',
    samples: (values: readonly string[]) => `First values: ${values.join(' · ')}`,
    noSamples: 'No values in this column',
  },

  problems: {
    title: (count: number) => plural(count, 'problem', 'problems'),
    text: 'Mend these in the sheet, and then check again. Nothing can be staged before.',
    warningsTitle: (count: number) => plural(count, 'warning', 'warnings'),
    warningsText: 'Nothing here blocks, but look at each before you go on.',
    seen: (count: number) =>
      count === 1 ? 'I have looked at the warning' : `I have looked at the ${formatCount(count)} warnings`,
    none: 'No problems found',
    noneText: 'Every row passed every check.',
    wholeTable: 'Table',
    goTo: (address: string) => `Go to cell ${address}`,
    again: 'Check again',
    continue: 'Continue to preview',
    back: 'Back',
    rechecking: 'Checking again…',
    mark: 'Show in sheet',
    markHint: 'Colours the cells while this check is shown. Your own formatting stays as it is.',
    groupItems: (title: string, count: number) => `${title}, ${formatCount(count)}`,
  },

  search: {
    problems: 'Search problems',
    payments: 'Search payments',
    filter: 'Show',
    found: (count: number, total: number) => `${formatCount(count)} of ${formatCount(total)} shown`,
    none: 'Nothing fits. Clear the search to see all.',
    kinds: {
      all: 'All',
      problem: 'Problems',
      warning: 'Warnings',
      fixable: 'With a correction',
      unusual: 'Unusual amounts',
      hidden: 'Hidden rows',
      override: 'With a date of their own',
    },
  },

  corrections: {
    becomes: (to: string) => `Becomes ${to}`,
    fix: 'Fix',
    fixAt: (address: string, to: string) => `Fix ${address}: becomes ${to}`,
    fixAll: (count: number) => (count === 1 ? 'Fix it' : `Fix all ${formatCount(count)}`),
    fixAllText: (count: number) =>
      `${plural(count, 'cell has', 'cells have')} a safe correction. ${count <= 2_000 ? 'One undo' : 'Undo'} in Excel takes it back.`,
    working: 'Correcting the cells…',
    skippedTitle: (count: number) => `${plural(count, 'cell was', 'cells were')} not corrected`,
    skippedText: (addresses: readonly string[]) =>
      `${addresses.slice(0, 8).join(', ')}${addresses.length > 8 ? ', …' : ''} changed since the check, so nothing was written there. Look at what the check says now.`,
    undoStepsTitle: 'The cells were corrected in several steps',
    undoStepsText: (steps: number) =>
      `They were too many for Excel to take at once. To take all of them back, undo ${steps} times in Excel.`,
  },

  tieOut: {
    title: 'Tie out to a cell',
    text: 'Select the cell that holds your own total, and then take it. Each check compares it with the rows.',
    take: 'Take from the selected cell',
    takeOther: 'Take another cell',
    clear: 'Remove tie-out',
    at: (address: string) => `Total in ${address}`,
    unreadable: (address: string) =>
      `${address} no longer holds an amount. Take another cell, or remove the tie-out, to go on.`,
    noNumberTitle: 'No total in the selected cell',
    noNumber: 'Select the cell that holds your total as a number, and then try again.',
  },

  settings: {
    title: 'Check settings',
    text: 'These are kept in this workbook.',
    currency: 'Default currency',
    currencyHint: 'Used where a row names no currency.',
    currencyWrong: 'Type a code of three letters, such as USD.',
    rules: 'Treat as a problem',
    rulesText: 'A warning asks you to look. What is switched on here blocks staging until it is mended.',
    workbook: 'This workbook',
    opens: 'Open this pane with the workbook',
    opensText:
      'For everyone who opens it and has Distribution Desk installed. It is kept when the workbook is saved.',
    save: 'Save',
    cancel: 'Cancel',
  },

  preview: {
    title: (count: number) => `${distributions(count)} to stage`,
    nothing: 'Nothing to stage',
    nothingText: 'Nothing will be sent.',
    nothingButHeld: (count: number) =>
      `${distributions(count)} ${count === 1 ? 'waits' : 'wait'} for your decision.`,
    nothingButIds: (count: number) =>
      `${distributions(count)} already staged. Nothing will be sent; the ids will be written beside the rows.`,
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
      `Sent before, but nobody knows yet whether Nova created it. Until ${formatInstant(keyExpiresAt)}, staging asks again with the same key, so it cannot be created twice. After that, nothing is sent, and you look it up in Nova.`,
    earlierNeedsPerson:
      'Sent before, but nobody knows whether Nova created it, and Nova no longer knows the key. Nothing is sent until a person says what became of it.',
    differenceTitle: 'Fractions of a cent',
    difference: (cells: string, total: string, difference: string) =>
      `The cells add up to ${cells}, and cent by cent to ${total}: ${difference}.`,
    severalTitle: (count: number) => `${plural(count, 'payee gets', 'payees get')} more than one payment`,
    several: (payee: string, count: number, amount: string) => `${payee}: ${payments(count)}, ${amount}`,
    severalMore: (count: number) => `and ${formatCount(count)} more`,
    badgeAccepted: 'Staged before',
    badgeRejected: 'Refused before',
    badgeUnknown: 'Not known',
    badgeAwaiting: 'Waits for approval',
    badgeReturned: 'Returned',
    alreadyTitle: (count: number) => `${distributions(count)} already staged`,
    alreadyText: 'These rows bear Nova ids. Nothing will be sent for them.',
    toSend: 'To be staged',
    shares: 'Share of each distribution',
    largest: 'Largest payees',
    showPayments: (name: string) => `Payments of ${name}`,
    hiddenMark: 'hidden',
    unusualMark: 'Unusual amount',
    unusual: (count: number) => plural(count, 'unusual amount', 'unusual amounts'),
    payDate: (day: string) => `pays ${day}`,
    continue: 'Continue to confirm',
    writeIds: (count: number) => `Write ids of ${distributions(count)}`,
    back: 'Back',
  },

  restore: {
    title: (count: number) => `${plural(count, 'row lacks', 'rows lack')} ids that are known`,
    text: (count: number) =>
      `${distributions(count)} of this table ${count === 1 ? 'was' : 'were'} staged before. The ids can be written back; nothing is created.`,
    offerTitle: 'Not everything that was staged is in the sheet',
    offerText: (address: string) =>
      `In ${address}, ids are missing that the ledger knows. Writing may have stopped half-way, or this is a copy.`,
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
    reasonHint: 'At least 10 characters. Kept in the ledger with your name.',
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
        : `Submitted by ${who}. Look it up in Nova by its vehicle, date and name.`,
    linkField: 'Distribution id',
    linkHint: 'It is compared with what was sent, payment by payment.',
    linkWrong: 'Type an id that starts with dst_.',
    link: 'Link the distribution',
    declareField: 'How do you know?',
    declareHint: 'At least 10 characters. A second person declares this, never the one who submitted it.',
    declare: 'Declare never created',
  },

  confirm: {
    title: 'Confirm the control total',
    text: 'Type the total from your own records, not from this pane. It must match to the cent.',
    field: (currency: string) => `Control total (${currency})`,
    take: 'Take from the selected cell',
    takeFor: (currency: string) => `Take from the selected cell (${currency})`,
    matches: 'Matches the total of the sheet.',
    unreadable: 'Type an amount such as 1,284,310.55.',
    wrong: (typed: string, total: string, difference: string) =>
      `You entered ${typed}, but the sheet adds up to ${total}. The difference is ${difference}.`,
    noNumberTitle: 'No total in the selected cell',
    noNumber: 'Select the cell that holds your control total, and then try again.',
    stage: (count: number, amounts: string) => `Stage ${distributions(count)}, ${amounts}`,
    liveText: 'This is live: Nova stages real payments.',
    sandboxText: 'This is the sandbox: no money moves.',
    back: 'Back',
  },

  progress: {
    title: 'Staging',
    rereading: 'Reading the sheet once more…',
    sending: (index: number, total: number) => `Distribution ${formatCount(index)} of ${formatCount(total)}`,
    cancel: 'Stop after this one',
    cancelling: 'Stopping after this one…',
    keepOpen: 'Keep this pane open. If it closes, check again: nothing is sent twice.',
    bar: 'Distributions staged',
  },

  result: {
    staged: (count: number) => `${distributions(count)} staged`,
    stagedSome: (count: number, total: number) => `${formatCount(count)} of ${distributions(total)} staged`,
    none: 'Nothing was staged',
    statuses: 'Payments by status',
    notStaged: 'not staged',
    notListed: 'status not known',
    verified: (verified: number, expected: number) =>
      `${formatCount(verified)} of ${formatCount(expected)} verified`,
    verifiedText: 'Every id was read back from the sheet as it was written.',
    notVerifiedText: 'Some cells do not hold what was written:',
    nothingToWrite: 'No ids to write',
    writing: 'Writing ids and statuses to the sheet…',
    waitingForEdit:
      'A cell is being edited. Press Enter or Esc in the sheet: writing goes on by itself, and nothing is lost.',
    toSheet: 'Write to a results sheet',
    download: 'Download CSV',
    sheetTitle: (name: string) => `Written to the sheet “${name}”`,
    sheetText: (verified: number, expected: number) =>
      `${formatCount(verified)} of ${formatCount(expected)} lines verified.`,
    outcomes: {
      accepted: 'Staged',
      existing: 'Staged before',
      rejected: 'Refused',
      unknown: 'Not known',
      inDoubt: 'Not known',
      notSent: 'Not sent',
      awaiting: 'Waits for approval',
      returned: 'Returned',
    },
    existing: (when: string, who: string) =>
      `Staged on ${formatInstant(when)} by ${who}. Nothing was sent now.`,
    rejected: 'Nothing was created. Mend the cause, and then check again.',
    unknown: (until: string) =>
      `Check again and stage it once more: until ${formatInstant(until)}, Nova knows the key, so it cannot be created twice. After that, nothing is sent, and you look it up in Nova.`,
    inDoubt:
      'The connection broke before the answer came. Check again: if it was staged, it is recognized and not sent twice.',
    notSent: 'Nothing was sent. Check again to stage it.',
    open: 'Open in Nova',
    cancelled: 'Stopped as you asked',
    cancelledText: (count: number) => `${distributions(count)} not sent. Check again to stage the rest.`,
    stoppedUnknown: 'Stopped after a result that is not known',
    stoppedUnknownText: (count: number) =>
      count === 0
        ? 'See below what to do.'
        : `${distributions(count)} not sent, because Nova may be in trouble. Check again later.`,
    stopped: 'Staging stopped',
    writeAgain: 'Write results again',
    writeFailedTitle: 'The results are not in the sheet yet',
    keptText: (why: string, partly: string) =>
      `${why} ${partly}The results are kept here until they are in the sheet.`,
    partlyText: (held: number, placed: number) =>
      `${formatCount(held)} of ${plural(placed, 'row bears its ids', 'rows bear their ids')} already, and keep them.`,
    lostTitle: (count: number) => plural(count, 'row has lost its ids', 'rows have lost their ids'),
    lostText:
      'They were in the sheet and were undone or deleted since. The results are kept here: write them again, or leave them out.',
    showCell: (address: string) => `Show ${address} in the sheet`,
    moreCells: (count: number) => `and ${plural(count, 'more cell', 'more cells')}`,
    copyAll: 'Copy all ids',
    unplacedTitle: (count: number) => `${plural(count, 'result has', 'results have')} no row`,
    unplacedText:
      'These were staged, but their rows were changed or deleted since. Copy the ids before you go on.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser refused to copy',
    checkAgain: 'Check again',
    refresh: 'Refresh statuses',
    restoredTitle: 'These results are not in the sheet yet',
    restoredText: 'The pane closed before they were written. Choose Write results again.',
    leave: 'Done',
  },

  receipt: {
    heading: 'Receipt',
    text: 'What was staged, by whom and when, with all ids.',
    save: 'Save as CSV',
    print: 'Print',
    file: 'nova-receipt.csv',
    title: 'Receipt of payouts staged in Nova',
    mode: 'Nova',
    total: 'Total',
    id: 'Nova distribution',
    day: 'Distribution date',
    vehicle: 'Vehicle',
    reference: 'External reference',
    staged: 'Staged',
    by: (when: string, who: string) => `${when}, by ${who}`,
    from: 'From',
    payee: 'Payee',
    entity: 'Entity',
    payment: 'Nova payment',
    status: 'Status',
    amount: 'Amount',
    columns: [
      'Distribution',
      'Distribution date',
      'Vehicle',
      'External reference',
      'Payee',
      'Entity',
      'Amount',
      'Currency',
      'Nova distribution',
      'Nova payment',
      'Payment status',
      'Staged at',
      'Staged by',
    ],
  },

  report: {
    menu: 'Report a problem',
    copiedTitle: 'A diagnosis is on the clipboard',
    copiedText:
      'Paste it into your message to whoever runs Distribution Desk. It says where the pane stands and which ids are concerned; it holds no payee, no amount, no bank details and no sign-in.',
    refusedTitle: 'The browser refused to copy',
    refusedText: 'Say instead what you did last and what you saw, and the time.',
  },

  refresh: {
    title: 'Statuses',
    changes: (parts: readonly string[]) => formatList(parts),
    became: (count: number, status: string) =>
      status === 'failed'
        ? `${formatCount(count)} failed`
        : `${formatCount(count)} became ${statusWords(status)}`,
    noChange: 'Nothing changed',
    checked: (instant: string, count: number) => `${payments(count)} checked on ${formatInstant(instant)}`,
    nothingTitle: 'Nothing to refresh',
    nothingText: 'No row of this table bears a Nova distribution id whose status can still change.',
    statuses: 'Statuses now',
    statusWithNews: (status: string, added: number) => `${status} (${formatCount(added)} new)`,
    countOf: (count: number, whole: number) => `${formatCount(count)} of ${payments(whole)}`,
    failedTitle: (count: number) => `${payments(count)} failed`,
    failedText: 'See each in Nova for the reason.',
    notFoundTitle: (count: number) => `${distributions(count)} not found`,
    warningsTitle: 'Look at this',
    notOnSheet: (count: number) =>
      `Nova lists ${payments(count)} of these distributions that no row of this table bears.`,
    row: (sheetRow: number, payee: string) => `Row ${sheetRow}${payee === '' ? '' : `, ${payee}`}`,
    driftTitle: (count: number) => `${plural(count, 'row was', 'rows were')} changed since staging`,
    driftText: 'Nova keeps what was staged. Bring the cells back, or cancel in Nova and stage anew.',
    drift: (field: string, staged: string, now: string) =>
      `${field}: staged ${staged === '' ? 'empty' : staged}, now ${now === '' ? 'empty' : now}`,
    driftCount: (count: number) => `${plural(count, 'row', 'rows')} changed since staging`,
    by: (instant: string) => `Nova was asked on ${formatInstant(instant)}.`,
    news: 'News of your payments',
    show: 'Show',
    dismiss: 'Dismiss news',
    again: 'Refresh statuses',
    writing: 'Writing statuses to the sheet…',
  },

  notices: {
    label: 'Notice',
    dismiss: 'Dismiss',
    reference: (id: string) => `Reference for support: ${id}`,
    previewLeftTitle: 'The sheet changed',
    previewLeftText: 'Look at what the check says now, before you go on.',
    sheetChangedTitle: 'The sheet changed after the check',
    sheetChangedText: 'Nothing was sent. Look at the rows as they are now, and then confirm again.',
    nothingSent: 'Nothing was sent.',
    signedOutTitle: 'Your sign-in has ended',
    signedOutText: 'Sign in again. Your work is kept.',
    unreachableTitle: 'The Distribution Desk server does not answer',
    unreachableText: 'Check your connection, and then try again. Nothing is sent twice.',
    proxyTitle: 'The request was not carried out',
    proxyTitles: {
      'code-wrong': 'That code does not work',
      'sign-in-failed': 'You are not signed in',
      'sign-in-unavailable': 'Nobody can sign in just now',
      'role-missing': 'Your account may not do this',
      'live-not-allowed': 'Your account may not work on live',
      'limit-exceeded': 'Beyond the limits',
      'not-awaiting': 'It no longer waits',
      'lock-changed': 'The lock is another one now',
      'too-many-requests': 'Too many tries',
      'nova-unavailable': 'Nova does not answer',
      busy: 'The Distribution Desk server is busy',
      'repeat-outdated': 'Somebody was faster',
      'not-cancelled': 'The earlier distribution is not cancelled',
      'already-replaced': 'Another distribution took these rows over',
      'not-unresolved': 'Nothing is left to decide',
      'content-differs': 'The rows have changed since',
      'link-mismatch': 'That is another distribution',
      'link-held': 'That distribution belongs to another submission',
      'link-not-found': 'Nova has no such distribution',
      'second-person-required': 'A second person has to declare this',
      'mode-mismatch': 'Sandbox and live do not match',
      stopping: 'The Distribution Desk server is stopping',
      'pane-outdated': 'This pane is out of date',
    } as Readonly<Record<string, string>>,
    excelTitle: 'Excel refused',
    excelTitles: {
      'cell-edit-mode': 'A cell is being edited',
      'excel-timeout': 'Excel does not answer',
      'sheet-protected': 'The sheet is protected',
      'table-gone': 'The table is gone',
      'sheet-changed': 'The sheet keeps changing',
      'result-columns-blocked': 'No room for the results',
      'no-table': 'No table here',
      'several-tables': 'More than one table is selected',
      'selection-unusable': 'This selection cannot be read',
      'table-without-header': 'The table has no header row',
      'merged-cells': 'Merged cells',
      'other-nova': 'This workbook belongs to another Nova',
    } as Readonly<Record<string, string>>,
    bugTitle: 'Something went wrong',
    bugText: (message: string) => `This should not happen: ${message}. Try again; nothing is sent twice.`,
  },
} as const;

/** `recipient_confirmed` as `recipient confirmed`; a status that nobody knows yet is shown as it came. */
export function statusWords(status: string): string {
  return status.replaceAll('_', ' ');
}

/** `$1,284,310.55`, or `$1,284,310.55 and €20,000.00`. */
export function amountsOf(totals: readonly { amountCents: number; currency: string }[]): string {
  return formatList(totals.map(({ amountCents, currency }) => formatMoney(amountCents, currency)));
}
