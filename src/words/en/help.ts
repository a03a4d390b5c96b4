/** Help where it is needed, and the tour. */
import type { Explanation } from '../explanation.ts';
import { oversight } from './oversight.ts';
import { strings } from './strings.ts';

const take = `“${strings.confirm.take}”`;
const takeTieOut = `“${strings.tieOut.take}”`;
const approvals = `“${oversight.menuApprovals}”`;
const again = `“${strings.problems.again}”`;

/** Rules that the pane keeps beside those of the checks. */
const topics = {
  'control-total': {
    title: 'Why type the total?',
    reason:
      'The pane knows only what is in the sheet. A row that was added, changed or lost shows when the total comes from somewhere else: your approval, your ledger, your bank file.',
    remedy: `Type the total that was approved, or select a cell that holds it and choose ${take}. If it differs, find the difference in the sheet before you stage.`,
    example: 'Approved 1,284,310.55, in the sheet 1,284,301.55: two digits changed places.',
  },
  'second-person': {
    title: 'Why a second person?',
    reason:
      'Your organization decided that nobody sends an amount like this alone. Until somebody else approves, nothing of it is sent to Nova.',
    remedy: `Ask an approver to open the account menu, choose ${approvals} and look at it. Then it is sent, and the ids come into your sheet by themselves.`,
  },
  'second-person-details': {
    title: 'Why a second person?',
    reason:
      'Whoever can change bank details can lead the next payout astray. Where an entity has some already, somebody else approves any others.',
    remedy: `Register them all the same: they wait. Ask an approver to open the account menu and choose ${approvals}. Then check again and register the same rows, because no account number is kept in between.`,
  },
  'call-back': {
    title: 'Why call the payee?',
    reason:
      'A message with new bank details can come from somebody else, also from the payee’s own mailbox. Money that went to a forged account mostly stays lost.',
    remedy:
      'Call a number that you knew before, not one from the message. Have the payee read the account number to you, and compare it with the sheet.',
  },
  repeat: {
    title: 'Why is it not sent again?',
    reason:
      'The same payments were staged before, from this workbook or another one. They are recognized by what they hold, so that nobody is paid twice by mistake.',
    remedy:
      'Look at the earlier one in Nova first. Stage it again only if the payees are to be paid a second time: it takes a reason, which is kept with your name.',
  },
  limits: {
    title: 'Why is there a limit?',
    reason:
      'Your organization set what may be sent at most, for a payment, a distribution and a day, and for which vehicles and currencies.',
    remedy:
      'Compare the amount with its source: a misplaced decimal point is the usual cause. If it is right, whoever runs Distribution Desk can change the limit.',
  },
  'mode-lock': {
    title: 'Why is all sending stopped?',
    reason:
      'Nova answered for another mode or organization than this server is meant for. Real payments could be staged where a test was meant, or for somebody else, so nobody sends anything until it is looked at.',
    remedy:
      'Tell an admin. Nothing more is sent meanwhile; checking and refreshing still work, and your rows are kept as they are.',
  },
  'not-known': {
    title: 'What does “Not known” mean?',
    reason:
      'It was sent, and the answer was lost on the way. Nobody can say yet whether Nova created it: it is neither staged nor refused.',
    remedy: `Do not enter it in Nova by hand. Choose ${again} and send it once more: for a day, Nova recognizes it and does not create it twice. After that nothing is sent; look it up in Nova, and say here what became of it.`,
  },
  'tie-out': {
    title: 'What is a tie-out?',
    reason:
      'A cell of yours holds the total that the rows must come to. Each check compares the two, so that a row that changes is seen at once, not at the end.',
    remedy: `Select the cell and choose ${takeTieOut}. While the two differ, nothing can be staged.`,
    example: 'The total of the approved distribution notice, in a cell above the table.',
  },
  'default-currency': {
    title: 'When is it used?',
    reason: 'Only where a row names no currency: no currency column, no sign and no number format with one.',
    remedy:
      'Leave it at USD, which is what Nova pays today. If the table is in another currency, do not change the figures here; pay it another way.',
  },
} satisfies Record<string, Explanation>;

export const help = {
  /** The name of a button that explains. */
  about: (title: string) => `Why? ${title}`,
  remedy: 'What to do:',
  example: 'For example:',
  close: 'Close',
  topics,

  tour: {
    menu: 'Show the tour',
    label: 'Tour',
    step: (number: number, count: number) => `Step ${number} of ${count}`,
    next: 'Next',
    back: 'Back',
    skip: 'Skip the tour',
    done: 'Done',
    again: 'You find it again in the account menu.',
    steps: [
      {
        title: 'Check',
        text: `Select a cell of your payouts and choose “${strings.source.check}”. Every row is checked, and nothing is sent.`,
      },
      {
        title: 'Mend',
        text: 'Choose a problem, and its cell is selected. The question mark beside its title says why the rule is there and what to do.',
      },
      {
        title: 'Confirm',
        text: 'Look at each distribution, then type the total from your own records. To the cent, or nothing can be sent.',
      },
      {
        title: 'Stage',
        text: 'Nova’s ids and statuses come into the sheet beside your rows. The same rows are recognized later, and not sent again unless you decide it.',
      },
    ] as readonly { title: string; text: string }[],
  },
};
