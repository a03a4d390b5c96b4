import { payoutHeaders } from '../sample-data.ts';

/** The sheet row of every table's header, and how many rows validation and conditional formats reach. */
export const headerRow = 4;
export const firstRow = headerRow + 1;
export const lastRow = headerRow + 1_000;
/** The tables begin with so many blank rows; Excel makes a table longer when somebody types below it. */
export const blankRows = 20;

/** How the cells of a column look. `text` and `id` are Excel's format `@`: what is typed stays as it was typed. */
export type CellStyle = 'text' | 'id' | 'date' | 'amount' | 'code';

/** What Excel itself asks of a cell while it is typed; `stop` refuses anything else, `warning` asks. */
export type Validation =
  | { kind: 'list'; name: string; style: 'stop' | 'warning'; message: string }
  | { kind: 'positive'; style: 'stop'; message: string }
  | { kind: 'from-today'; style: 'warning'; message: string }
  | { kind: 'any' };

/** A rule that colours the cell; `#` stands for the cell's row. */
export interface Rule {
  look: 'wrong' | 'look';
  formula: string;
}

export interface TemplateColumn {
  header: string;
  style: CellStyle;
  /** In characters. */
  width: number;
  /** Shown beside the cell while it is selected; at most 255 characters. */
  hint: string;
  validation: Validation;
  rules: readonly Rule[];
  required?: true;
}

export interface TemplateSheet {
  name: string;
  tableName: string;
  title: string;
  note: string;
  columns: readonly TemplateColumn[];
  /** The column whose sum stands above the table. */
  total?: string;
}

const any: Validation = { kind: 'any' };
const wrong = (formula: string): Rule => ({ look: 'wrong', formula });
const look = (formula: string): Rule => ({ look: 'look', formula });

const filled = (column: string) => `LEN(TRIM(${column}#))>0`;
/** An id of this prefix and nothing else: letters in the right case, no spaces around it. */
const idRules = (column: string, prefix: string): Rule[] => [
  wrong(
    `AND(${filled(column)},OR(NOT(EXACT(LEFT(TRIM(${column}#),${prefix.length}),"${prefix}")),ISNUMBER(FIND(" ",TRIM(${column}#)))))`,
  ),
  look(`AND(${filled(column)},LEN(${column}#)<>LEN(TRIM(${column}#)))`),
];
/** A number has lost its leading zeros and every digit after the fifteenth. */
const asText = (column: string): Rule => wrong(`ISNUMBER(${column}#)`);
const dateRules = (column: string): Rule[] => [
  wrong(`AND(${filled(column)},NOT(ISNUMBER(${column}#)))`),
  wrong(`AND(ISNUMBER(${column}#),${column}#<>INT(${column}#))`),
  look(`AND(ISNUMBER(${column}#),OR(${column}#<TODAY(),WEEKDAY(${column}#,2)>5))`),
];

const [distribution = '', vehicle = '', payDate = '', investor = '', entity = '', amount = ''] =
  payoutHeaders;
const [currency = '', notify = '', reference = ''] = payoutHeaders.slice(6);

const payouts: TemplateSheet = {
  name: 'Payouts',
  tableName: 'Payouts',
  title: 'Payouts',
  note: 'One row is one payment. Rows of one name, vehicle, date and reference become one distribution.',
  total: amount,
  columns: [
    {
      header: distribution,
      style: 'text',
      width: 26,
      hint: 'The name that the distribution shall bear in Nova. Rows with the same name, vehicle, date and reference belong together.',
      validation: any,
      rules: [],
      required: true,
    },
    {
      header: vehicle,
      style: 'id',
      width: 30,
      hint: 'The id of the vehicle that pays, as Nova shows it: veh_…',
      validation: any,
      rules: idRules('B', 'veh_'),
      required: true,
    },
    {
      header: payDate,
      style: 'date',
      width: 12,
      hint: 'The day of the distribution, as a date. A day in the past or on a weekend is coloured yellow.',
      validation: {
        kind: 'from-today',
        style: 'warning',
        message: 'Nova expects a date, and this one is in the past or no date.',
      },
      rules: dateRules('C'),
      required: true,
    },
    {
      header: investor,
      style: 'text',
      width: 28,
      hint: 'Who is paid, for people to read. It is compared with the legal name in Nova and is not sent.',
      validation: any,
      rules: [],
    },
    {
      header: entity,
      style: 'id',
      width: 30,
      hint: 'The id of the entity that receives the payment, as Nova shows it: ent_…',
      validation: any,
      rules: idRules('E', 'ent_'),
      required: true,
    },
    {
      header: amount,
      style: 'amount',
      width: 16,
      hint: 'What is paid, in dollars and cents, as a number: 1,234.56',
      validation: {
        kind: 'positive',
        style: 'stop',
        message: 'Enter an amount above zero, as a number with at most two decimals.',
      },
      rules: [
        wrong('ISTEXT(F#)'),
        wrong('AND(ISNUMBER(F#),F#<=0)'),
        wrong('AND(ISNUMBER(F#),ROUND(F#,2)<>F#)'),
      ],
      required: true,
    },
    {
      header: currency,
      style: 'code',
      width: 10,
      hint: 'Blank means US dollars; Nova pays no other currency.',
      validation: { kind: 'list', name: 'Currencies', style: 'stop', message: 'Nova pays in USD.' },
      rules: [wrong(`AND(${filled('G')},UPPER(TRIM(G#))<>"USD")`)],
    },
    {
      header: notify,
      style: 'id',
      width: 34,
      hint: 'Ids of the contacts to notify, cnt_…, separated by commas. May stay blank.',
      validation: any,
      rules: [wrong(`AND(${filled('H')},NOT(EXACT(LEFT(TRIM(H#),4),"cnt_")))`)],
    },
    {
      header: reference,
      style: 'text',
      width: 18,
      hint: 'Your own reference of the distribution, the same in all of its rows. May stay blank.',
      validation: any,
      rules: [],
    },
  ],
};

const checksum = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  .map((place) => `${[3, 7, 1][(place - 1) % 3] ?? 1}*MID(TRIM(F#),${place},1)`)
  .join('+');

const bankDetails: TemplateSheet = {
  name: 'Bank details',
  tableName: 'BankDetails',
  title: 'Bank details',
  note: 'One row is one way to pay one entity. Account and routing numbers are text, so that no zero is lost.',
  columns: [
    {
      header: 'Entity',
      style: 'id',
      width: 30,
      hint: 'The id of the entity that the account belongs to: ent_…',
      validation: any,
      rules: idRules('A', 'ent_'),
      required: true,
    },
    {
      header: 'Investor',
      style: 'text',
      width: 26,
      hint: 'Whose account this is, for people to read. It is not sent.',
      validation: any,
      rules: [],
    },
    {
      header: 'Type',
      style: 'text',
      width: 20,
      hint: 'How Nova pays: ACH, domestic wire or international wire.',
      validation: {
        kind: 'list',
        name: 'PaymentTypes',
        style: 'stop',
        message: 'Choose ACH, Domestic wire or International wire.',
      },
      rules: [],
      required: true,
    },
    {
      header: 'Beneficiary name',
      style: 'text',
      width: 28,
      hint: 'The name that the bank keeps the account under.',
      validation: any,
      rules: [],
    },
    {
      header: 'Account number',
      style: 'id',
      width: 28,
      hint: 'The account number or IBAN, as the bank writes it. The cell is text: leading zeros stay.',
      validation: any,
      rules: [asText('E')],
      required: true,
    },
    {
      header: 'Routing number',
      style: 'id',
      width: 16,
      hint: 'The nine digits of the bank (ABA), for ACH and domestic wires.',
      validation: any,
      rules: [
        asText('F'),
        wrong(`AND(${filled('F')},LEN(TRIM(F#))<>9)`),
        wrong(`AND(LEN(TRIM(F#))=9,ISERROR(VALUE(F#)))`),
        wrong(`AND(LEN(TRIM(F#))=9,MOD(${checksum},10)<>0)`),
        wrong(`AND(OR($C#="ACH",$C#="Domestic wire"),LEN(TRIM(F#))=0)`),
      ],
    },
    {
      header: 'SWIFT code',
      style: 'id',
      width: 14,
      hint: 'The BIC of the bank, 8 or 11 characters, for international wires.',
      validation: any,
      rules: [
        wrong(`AND(${filled('G')},LEN(TRIM(G#))<>8,LEN(TRIM(G#))<>11)`),
        wrong(`AND($C#="International wire",LEN(TRIM(G#))=0)`),
      ],
    },
    ...(
      [
        ['Bank name', 24, 'The name of the bank.'],
        ['Branch code', 14, 'A branch or sort code, where the country has one.'],
        ['Street', 26, "The beneficiary's street and number."],
        ['Street 2', 16, 'A second line of the street.'],
        ['City', 16, "The beneficiary's city."],
        ['State', 8, 'The two letters of the state, in the United States.'],
        ['Postal code', 12, "The beneficiary's postal code. The cell is text: leading zeros stay."],
      ] as const
    ).map(([header, width, hint]): TemplateColumn => ({
      header,
      style: 'text',
      width,
      hint,
      validation: any,
      rules: [],
    })),
    {
      header: 'Country',
      style: 'code',
      width: 9,
      hint: 'The two letters of the country: US, GB, DE.',
      validation: any,
      rules: [wrong(`AND(${filled('O')},LEN(TRIM(O#))<>2)`)],
    },
    ...(
      [
        ['Intermediary bank', 24, 'The bank in between, where the receiving bank names one.'],
        ['Intermediary SWIFT code', 16, 'The BIC of the intermediary bank.'],
        ['Instructions line 1', 24, 'For the receiving bank, such as "For further credit to …".'],
        ['Instructions line 2', 24, 'A second line for the receiving bank.'],
        ['Instructions line 3', 24, 'A third line for the receiving bank.'],
        ['Reference', 18, 'Your own reference of these bank details. May stay blank.'],
      ] as const
    ).map(([header, width, hint]): TemplateColumn => ({
      header,
      style: 'text',
      width,
      hint,
      validation: any,
      rules: [],
    })),
  ],
};

const entities: TemplateSheet = {
  name: 'Entities',
  tableName: 'Entities',
  title: 'Entities',
  note: 'One row is one investor that Nova shall know, so that payouts and bank details can name it.',
  columns: [
    {
      header: 'Legal name',
      style: 'text',
      width: 36,
      hint: 'The full legal name, as in the subscription documents.',
      validation: any,
      rules: [],
      required: true,
    },
    {
      header: 'Entity type',
      style: 'text',
      width: 30,
      hint: 'What it is in law. The list is on the sheet Guide.',
      validation: {
        kind: 'list',
        name: 'EntityTypes',
        style: 'stop',
        message: 'Choose one of the types on the sheet Guide.',
      },
      rules: [],
      required: true,
    },
    {
      header: 'Reference',
      style: 'text',
      width: 20,
      hint: 'Your own number of the investor; no two may have the same. May stay blank.',
      validation: any,
      rules: [look(`AND(${filled('C')},COUNTIF($C$${firstRow}:$C$${lastRow},C#)>1)`)],
    },
    {
      header: 'External type',
      style: 'text',
      width: 20,
      hint: 'How your own system calls this kind of investor. May stay blank.',
      validation: any,
      rules: [],
    },
  ],
};

const contacts: TemplateSheet = {
  name: 'Contacts',
  tableName: 'Contacts',
  title: 'Contacts',
  note: 'One row is one person whom Nova shall notify of payments.',
  columns: [
    {
      header: 'Contact name',
      style: 'text',
      width: 30,
      hint: 'First and last name.',
      validation: any,
      rules: [],
      required: true,
    },
    {
      header: 'Email',
      style: 'text',
      width: 36,
      hint: 'The address at which the contact is notified.',
      validation: any,
      rules: [
        wrong(
          `AND(${filled('B')},OR(ISERROR(FIND("@",B#)),ISERROR(FIND(".",B#)),ISNUMBER(FIND(" ",TRIM(B#)))))`,
        ),
      ],
      required: true,
    },
    {
      header: 'Reference',
      style: 'text',
      width: 20,
      hint: 'Your own number of the contact; no two may have the same. May stay blank.',
      validation: any,
      rules: [look(`AND(${filled('C')},COUNTIF($C$${firstRow}:$C$${lastRow},C#)>1)`)],
    },
  ],
};

export const templateSheets: readonly TemplateSheet[] = [payouts, bankDetails, entities, contacts];
