/** From the first screen to a table without problems. */
import { formatCount, formatShare } from '../../format.ts';
import { plural } from '../plural.ts';
import { rows, someOf } from './counts.ts';

/** How far a check is: counts of rows, and of payees while Nova is asked. */
export interface Progress {
  stage: 'reading' | 'checking' | 'payees';
  done: number;
  total: number;
}

export const checkStrings = {
  checkProgress: {
    bar: 'Progress of the check',
    shown: ({ stage, done, total }: Progress) =>
      stage === 'payees'
        ? `Asked Nova about ${formatCount(done)} of ${formatCount(total)} payees`
        : `${stage === 'reading' ? 'Read' : 'Checked'} ${formatCount(done)} of ${rows(total)}`,
    /** Changes with every quarter only. */
    spoken: ({ stage, done, total }: Progress) => {
      const quarters = Math.floor((done * 4) / total);
      const all =
        stage === 'payees'
          ? `Asking Nova about ${formatCount(total)} payees`
          : `${stage === 'reading' ? 'Reading' : 'Checking'} ${rows(total)}`;
      return quarters === 0 ? all : `${all}: ${formatShare(quarters, 4)} done`;
    },
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
    checkTable: (name: string, count: number) => `Check ${rows(count)} of ${name}`,
    checkSelected: (name: string, count: number) =>
      `Check ${plural(count, 'selected row', 'selected rows')} of ${name}`,
    checkAgainOf: (name: string, count: number) => `Check ${rows(count)} of ${name} again`,
    takeAgain: (name: string, count: number) => `Take ${name} again, ${rows(count)}`,
    blankSheet: (select: string) => `Nothing stands on this sheet. ${select}`,
    emptyTitle: 'No payouts in this workbook yet',
    emptyText:
      'Enter them below a row of headers: distribution name, vehicle, distribution date, entity and amount. Then this pane can check them.',
    choose: 'Choose a table from a list',
    refresh: 'Refresh statuses',
    checking: 'Reading and checking the table…',
    refreshing: 'Getting statuses from Nova…',
  },

  choose: {
    title: 'Which table?',
    text: 'These are the tables of this workbook. Choose the one to check.',
    list: 'Tables of this workbook',
    noneTitle: 'No table in this workbook',
    none: 'Enter your rows below a row of headers, and then choose Back and Check.',
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
    },
    rowCount: (count: number) => plural(count, 'payout row', 'payout rows'),
    hidden: (count: number) => `${formatCount(count)} hidden`,
    leftOut: (count: number) => `${formatCount(count)} left out`,
    leftOutReason: {
      blank: 'blank',
      'totals-row': 'totals row',
    },
    leftOutRow: (sheetRow: number, reason: string) => `Row ${sheetRow} (${reason})`,
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
    continueWith: (what: string) => `Continue to preview ${what}`,
    back: 'Back',
    rechecking: 'Checking again…',
    mark: 'Show in sheet',
    markHint: 'Colours the cells while this check is shown. Your own formatting stays as it is.',
    groupItems: (title: string, count: number) => `${title}, ${formatCount(count)}`,
  },

  search: {
    problems: 'Search problems',
    payments: 'Search payments',
    distributions: 'Search distributions',
    results: 'Search results',
    rows: 'Search rows',
    filter: 'Show',
    found: (count: number, total: number) => `${formatCount(count)} of ${formatCount(total)} shown`,
    none: 'Nothing fits. Clear the search to see all.',
    kinds: {
      all: 'All',
      problem: 'Problems',
      warning: 'Warnings',
      fixable: 'With a correction',
      unusual: 'Unusual amounts',
      new: 'New payees',
      hidden: 'Hidden rows',
      override: 'With a date of their own',
      decide: 'To be decided',
      before: 'Staged before',
      open: 'Not staged',
      done: 'Staged',
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
      `${someOf(addresses)} changed since the check, so nothing was written there. Look at what the check says now.`,
    undoStepsTitle: 'The cells were corrected in several steps',
    undoStepsText: (steps: number) =>
      `They were too many for Excel to take at once. To take all of them back, undo ${formatCount(steps)} times in Excel.`,
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
    noNumber: 'Select the cell that holds your total as a number, and then take it.',
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
};
