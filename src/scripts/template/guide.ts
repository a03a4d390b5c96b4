/** What the drop-downs offer, by the defined name under which their cells stand on the sheet Guide. */
export const lists = {
  PaymentTypes: ['ACH', 'Domestic wire', 'International wire'],
  Currencies: ['USD'],
  EntityTypes: [
    'Individual',
    'Individual retirement plan',
    'Corporation',
    'LLC',
    'Partnership',
    'Trust',
    'Joint tenants ROS',
    'Tenants in common',
    'Community property',
    'Registered investment company',
    'Foundation',
    'Charitable remainder trust',
    'Endowment',
    'Employee benefit plan',
    'Keogh plan',
    'Other entity',
  ],
} as const;

export type ListName = keyof typeof lists;

/** The headings of the lists, in their order. */
export const listTitles: Readonly<Record<ListName, string>> = {
  PaymentTypes: 'Types of bank details',
  Currencies: 'Currencies',
  EntityTypes: 'Entity types',
};

/** The lines of the sheet Guide; those that begin with `#` are headings. */
export const guideLines: readonly string[] = [
  '#What this workbook is for',
  'Pay investors through Nova without leaving Excel. Fill in a sheet, open the pane Distribution Desk (it opens with this workbook where the add-in is installed; else Home, then Distributions), and choose Check.',
  '#Payouts',
  '1. One row is one payment. Rows of the same distribution, vehicle, day and reference are staged together.',
  '2. Cells that cannot be right are red, cells to look at are yellow, also without the add-in. The pane checks far more.',
  '3. The control total above the table is what the pane asks for before anything is sent. Compare it with your own records.',
  '4. Afterwards the ids and statuses of Nova stand to the right of each row. Leave those columns as they are.',
  '#Bank details, entities, contacts',
  'Payouts name entities and contacts by their ids. Those that Nova does not know yet are registered from these sheets first; the pane writes their ids beside the rows.',
  'Account numbers are text. Paste them with Paste Special, Values, so that a cell keeps its format.',
  '#Good to know',
  'New rows: type below the last row of the table, and it becomes longer. Rows may be sorted, filtered and deleted at any time.',
  'Nothing in this workbook runs by itself: it has no macros.',
  'In the settings of the pane this workbook can be made to open it no longer.',
];
