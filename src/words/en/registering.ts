/** The catalogue's part about bank details, entities and contacts; see `strings.ts`. */
import type { InstructionsType, RegistrationKind } from '../../contract/index.ts';
import { formatCount, formatInstant } from '../format.ts';
import { plural } from './plural.ts';

const nouns: Record<RegistrationKind, [one: string, other: string]> = {
  'payment-instructions': ['set of bank details', 'sets of bank details'],
  entity: ['entity', 'entities'],
  contact: ['contact', 'contacts'],
};
const count = (kind: RegistrationKind, many: number) => plural(many, ...nouns[kind]);
const entities = (many: number) => plural(many, 'entity', 'entities');

export const registering = {
  source: {
    title: 'Register payee details',
    emptyTitle: 'No payee details in this workbook yet',
    emptyText:
      'Enter bank details, entities or contacts below a row of headers. Then this pane can check them.',
    text: 'Select a cell in a table of bank details, entities or contacts, and then choose Check.',
    steps: [
      'Every row is checked. Nothing is sent.',
      'You see what will be registered in Nova and confirm it.',
      'The Nova ids are written beside your rows, so that payouts can refer to them.',
    ],
    checking: 'Reading and checking the table…',
  },

  unwritten: {
    title: 'Registered, but not in the sheet',
    text: (kind: RegistrationKind, many: number, table: string) =>
      `The pane closed before ${many === 0 ? 'the results' : `the ids of ${count(kind, many)}`} stood in ${table}. The rows are read and looked up again; nothing is registered twice.`,
    write: 'Write the ids',
    later: 'Leave it',
  },

  kind: {
    label: 'What this table holds',
    names: {
      'payment-instructions': 'Bank details',
      entity: 'Entities',
      contact: 'Contacts',
    } satisfies Record<RegistrationKind, string>,
    recognised: 'Recognized by its headers.',
    guessed: 'The headers do not tell. Choose what the table holds.',
  },

  count,
  problemsText: 'Mend these in the sheet, and then check again. Nothing can be registered before.',
  rowCount: (many: number) => plural(many, 'row', 'rows'),

  preview: {
    cards: 'What is to be registered',
    title: (kind: RegistrationKind, many: number) => `${count(kind, many)} to register`,
    nothing: 'Nothing to register',
    nothingText: 'Every row of this table bears its Nova id.',
    nothingButHeld: (many: number) => `${plural(many, 'row waits', 'rows wait')} for a decision.`,
    waiting: (many: number) =>
      `${plural(many, 'row waits', 'rows wait')} for approval already. Nothing is sent for ${many === 1 ? 'it' : 'them'} now; once a second person has approved, check again and register the same rows.`,
    otherMode: (many: number) =>
      `${plural(many, 'row was', 'rows were')} created in Nova's other mode. Nothing is sent for ${many === 1 ? 'it' : 'them'}, and no ids are written.`,
    nothingButIds: (many: number) =>
      `${plural(many, 'row was', 'rows were')} registered before. Nothing will be sent; the ids will be written beside the rows.`,
    summary: (kind: RegistrationKind, many: number, ofEntities: number) =>
      kind === 'payment-instructions'
        ? `${count(kind, many)} for ${entities(ofEntities)}`
        : count(kind, many),
    items: (kind: RegistrationKind, many: number) => count(kind, many),
    show: (title: string) => `Rows of ${title}`,
    noAccount: 'no account number',
    routing: (code: string) => `routing ${code}`,
    swift: (code: string) => `SWIFT ${code}`,
    reference: (reference: string) => `reference ${reference}`,
    hidden: 'hidden',
    alreadyTitle: (many: number) => `${plural(many, 'row bears', 'rows bear')} a Nova id`,
    alreadyText: 'Nothing will be sent for them.',
    secondPerson: (many: number) =>
      `Nova has ${count('payment-instructions', many)} for this entity. A second person has to approve any others.`,
    secondPersonRule:
      'Where an entity has bank details already, nothing is sent before a second person has approved the new ones.',
    legalName: (name: string) => `In Nova: ${name}`,
    unknownEntity: 'Nova does not know this entity. Check its id; nothing can be registered for it.',
    otherName: (sheet: string, nova: string) =>
      `The sheet says ${sheet}, and Nova says ${nova}. Make sure that this is the right entity.`,
    continue: (kind: RegistrationKind, many: number) => `Continue to confirm ${count(kind, many)}`,
    unknownEntities: (many: number) =>
      many === 1
        ? 'Nova does not know one of these entities. Correct its id in the sheet, and then check again.'
        : `Nova does not know ${formatCount(many)} of these entities. Correct their ids in the sheet, and then check again.`,
    writeIds: (many: number) => `Write ids of ${plural(many, 'row', 'rows')}`,
    back: 'Back',
    noPreparer: 'Your account may check, but not register. Ask an admin for the role of preparer.',
  },

  confirm: {
    title: 'Confirm what is registered',
    sentence: (kind: RegistrationKind, many: number, ofEntities: number, secondPerson: number) => {
      const what =
        kind === 'payment-instructions'
          ? `${count(kind, many)} will be registered in Nova for ${entities(ofEntities)}. Payouts to ${ofEntities === 1 ? 'it' : 'them'} can then go to ${many === 1 ? 'this account' : 'these accounts'}.`
          : `${count(kind, many)} will be registered in Nova.`;
      const second =
        secondPerson === 0
          ? ''
          : ` ${secondPerson === 1 ? 'One of the entities has' : `${formatCount(secondPerson)} of the entities have`} bank details already: there a second person has to approve first.`;
      return `${what}${second}`;
    },
    tickFirst: 'Tick that the payees were called first.',
    callBackTitle: 'Mail can be forged: call the payee',
    callBack: 'These bank details were confirmed with the payees by calling a number that was known before',
    callBackHint:
      'Not one from the message that brought the details. Money that was sent to a forged account mostly stays lost.',
    register: (kind: RegistrationKind, many: number) => `Register ${count(kind, many)}`,
    back: 'Back',
    liveText: 'This is live: real payouts go to what is registered here.',
    sandboxText: 'This is the sandbox: no money moves.',
  },

  progress: {
    title: 'Registering',
    keepOpen: 'Keep this pane open. If it closes, check again: nothing is registered twice.',
    bar: 'Registered so far',
    sending: (index: number, total: number) => `Registering ${formatCount(index)} of ${formatCount(total)}`,
  },

  result: {
    cards: 'What became of each',
    /** Nothing is known to be registered, and Nova may have these, or has them where they should not be. */
    open: (kind: RegistrationKind, many: number) => `${count(kind, many)} to clear up`,
    heading: (kind: RegistrationKind, done: number, total: number) =>
      done === total
        ? `${count(kind, done)} registered`
        : done === 0
          ? 'Nothing was registered'
          : `${formatCount(done)} of ${count(kind, total)} registered`,
    /** The one thing to do next. */
    next: {
      writing: 'Keep this pane open until the ids stand in the sheet.',
      write: 'Next, bring the ids into the sheet: choose Write results again.',
      look: 'Next, look at what could not be written as it should be; it is named below.',
      otherMode:
        'Next, have an admin look up in Nova what it created in the other mode. Its ids are not written, and nothing more is sent.',
      person: 'Next, look up in Nova what became of the one that is not known, and link it below.',
      unknown:
        'Next, choose Check again and register the same rows. What is known by then is not registered twice.',
      rejected: 'Next, mend what was refused, and then choose Check again. Nothing was created for it.',
      returned:
        'Next, see why it came back, mend the rows, and then choose Check again. Nothing of it was sent.',
      notSent: 'Next, choose Check again to register the rest. Nothing was sent for it.',
      waiting: 'Once a second person has approved them, check again and register the same rows.',
      done: 'Nothing more to do: payouts can refer to these ids.',
    },
    waiting: (many: number) => `${plural(many, 'row waits', 'rows wait')} for approval`,
    writing: 'Writing ids and messages to the sheet…',
    unplacedText:
      'These were registered, but their rows were changed or deleted since. Copy the ids before you go on.',
    cancelledText: (many: number) =>
      `${plural(many, 'registration', 'registrations')} not sent. Check again to register the rest.`,
    stoppedUnknownText: (many: number) =>
      many === 0
        ? 'See below what to do.'
        : `${plural(many, 'registration', 'registrations')} not sent, because Nova may be in trouble. Check again later.`,
    stopped: 'Registering stopped',
    fileName: 'nova-registrations.csv',
    badges: {
      accepted: 'Registered',
      existing: 'Registered before',
      'other-mode': 'In the other mode',
      rejected: 'Refused',
      unknown: 'Not known',
      'awaiting-approval': 'Waits for approval',
      approved: 'Approved',
      returned: 'Returned',
      'not-sent': 'Not sent',
    },
    existing: (when: string, who: string) =>
      `Registered on ${formatInstant(when)} by ${who}. Nothing was sent now.`,
    before: (when: string, who: string) =>
      `Registered on ${formatInstant(when)} by ${who}. Nothing will be sent; the id will be written back.`,
    rejected: 'Nothing was created. Mend the cause, and then check again.',
    refusedBefore: 'Nothing was created then. Registering tries it again.',
    unknown: (until: string) =>
      `Check again and register the same row once more: until ${formatInstant(until)}, Nova recognizes it, so it cannot be registered twice.`,
    needsPerson: 'Nothing is sent until somebody has looked it up in Nova and says which id it became.',
    otherMode: (id: string, isLive: boolean) =>
      `Nova created it in ${isLive ? 'live' : 'sandbox'} as ${id}, while the Distribution Desk server is set to ${isLive ? 'sandbox' : 'live'}. Its id is not written, and nothing more is sent for this row. Look ${id} up in Nova. If the server was set wrongly, check again once it is mended.`,
    inDoubt:
      'The connection broke before the answer came. Check again: if it was registered, it is recognized and not sent twice.',
    notSent: 'Nothing was sent. Check again to register it.',
    waits: (who: string, until: string) =>
      `Somebody other than ${who} has to approve it by ${formatInstant(until)}. Then check again and register the same row: it is sent then, because no account number is kept in between.`,
    approved: (who: string) => `${who} approved it. Registering the same row again sends it now.`,
    taken: (holder: { id: string; name: string; who: string; when: string } | null) =>
      holder === null
        ? 'Something else in Nova bears this external reference. Look in Nova what it is: give this row another reference, or link the one that exists.'
        : `${holder.name} bears this external reference: ${holder.id}, registered on ${formatInstant(holder.when)} by ${holder.who}. Give this row another reference, or link the one that exists.`,
    copyHolder: 'Copy its id',
  },

  link: {
    field: {
      'payment-instructions': 'Id of the bank details',
      entity: 'Entity id',
      contact: 'Contact id',
    } satisfies Record<RegistrationKind, string>,
    hint: 'It is looked up in Nova and compared with this row. Then it is written beside it.',
    wrong: (prefix: string) => `Type an id that starts with ${prefix}.`,
    button: 'Look it up and link it',
    forAdmin: 'An admin can link the one that exists.',
  },

  masking: {
    title: 'Account numbers in this sheet',
    text: (many: number) =>
      `The account numbers of ${plural(many, 'row', 'rows')} are still in the sheet for everyone who opens it. They can be replaced with their last four characters, such as ••••1234. The full numbers are then only in Nova: neither this pane nor the Distribution Desk server keeps them. One undo in Excel takes it back.`,
    mask: 'Mask the account numbers',
    leave: 'Leave them',
    done: (many: number) => `${plural(many, 'account number', 'account numbers')} masked`,
    doneText: 'The full numbers are now only in Nova.',
    leftAlone: (many: number) =>
      `${plural(many, 'row was', 'rows were')} left as they are, because what stands there is not what was registered, or has no account number.`,
    nothing: 'Nothing was masked',
  },

  rowsNotReadable: 'Some rows have problems now. Check again, mend them, and then write the ids.',

  types: {
    ach: 'ACH',
    domestic_wire: 'Domestic wire',
    international_wire: 'International wire',
  } satisfies Record<InstructionsType, string>,

  approvals: {
    card: (name: string) => `Bank details of ${name}`,
    title: 'Bank details',
    text: 'These would be added to a payee that has some already. Nothing of them was sent to Nova.',
    callBack:
      'Approve only what the payee confirmed to you, or to somebody you trust, through a channel that was known before.',
    present: (many: number) =>
      many === 0 ? 'Others are on their way to Nova' : `${count('payment-instructions', many)} there already`,
    presentNow: 'What the entity has now',
    presentUnknown: 'Nova could not be asked what the entity has now.',
    presentNone: 'Nothing at this moment.',
    unnamed: 'came to Nova another way',
    fields: {
      type: 'Type',
      beneficiaryName: 'Beneficiary',
      account: 'Account number',
      routingNumber: 'Routing number',
      swiftCode: 'SWIFT code',
      bankName: 'Bank',
      branchCode: 'Branch code',
      address: 'Address',
      intermediary: 'Intermediary bank',
      instructions: 'Instructions',
      externalReference: 'External reference',
    },
    approve: 'Approve these bank details',
    approvedTitle: 'Approved',
    approvedText: (who: string) =>
      `It is sent once ${who} registers the same row again, because no account number is kept in between.`,
  },
};
