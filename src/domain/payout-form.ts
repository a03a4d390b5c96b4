import { problemTexts } from '../words/index.ts';
import { payoutFields, type PayoutField } from './fields.ts';
import { payoutHeaders } from './payout-headers.ts';
import type { FormResults, TableForm } from './table-form.ts';

const synonyms: Readonly<Record<PayoutField, readonly string[]>> = {
  distributionName: [
    'distribution name',
    'distribution title',
    'distribution',
    'name of distribution',
    'title',
    'event',
    'distribution event',
  ],
  vehicle: [
    'vehicle',
    'vehicle id',
    'nova vehicle',
    'nova vehicle id',
    'fund',
    'fund id',
    'spv',
    'spv id',
    'paying vehicle',
  ],
  distributionDate: [
    'distribution date',
    'date',
    'pay date',
    'payment date',
    'payout date',
    'date of distribution',
    'value date',
  ],
  entity: [
    'entity',
    'entity id',
    'nova entity',
    'nova entity id',
    'payee entity',
    'payee id',
    'investor id',
    'investor entity',
    'lp id',
  ],
  amount: [
    'amount',
    'net amount',
    'net',
    'net distribution',
    'payout',
    'payout amount',
    'distribution amount',
    'payment amount',
    'net payout',
    'net payment',
    'amount to pay',
    'payment',
  ],
  currency: ['currency', 'ccy', 'currency code', 'cur', 'iso currency'],
  payeeName: [
    'payee name',
    'payee',
    'investor',
    'investor name',
    'lp',
    'lp name',
    'limited partner',
    'limited partner name',
    'entity name',
    'legal name',
    'recipient',
    'recipient name',
    'beneficiary',
    'partner',
  ],
  contacts: [
    'contacts',
    'contacts to notify',
    'notify',
    'contact',
    'contact id',
    'contact ids',
    'notify contacts',
    'notifications',
    'cc',
  ],
  dateOverride: [
    'payment date override',
    'date override',
    'override date',
    'distribution date override',
    'override',
    'override payment date',
  ],
  externalReference: [
    'external reference',
    'external ref',
    'reference',
    'our reference',
    'our ref',
    'ref',
    'external id',
  ],
};

const results = {
  distributionId: 'Nova distribution',
  paymentId: 'Nova payment',
  distributionStatus: 'Distribution status',
  paymentStatus: 'Payment status',
  checkedAt: 'Checked at',
  message: 'Message',
} as const satisfies FormResults;

/** Payouts: one row is one payment of a distribution. */
export const payoutForm: TableForm<PayoutField> & { results: typeof results } = {
  kind: 'payout',
  fields: payoutFields,
  required: ['distributionName', 'vehicle', 'distributionDate', 'entity', 'amount'],
  get labels() {
    return problemTexts.fields;
  },
  get advice() {
    return problemTexts.advice.payout;
  },
  synonyms,
  otherLanguages: payoutHeaders,
  cells: {
    distributionName: 'name',
    vehicle: 'veh',
    distributionDate: 'date',
    entity: 'ent',
    amount: 'amount',
    currency: 'currency',
    payeeName: 'name',
    contacts: 'cnt',
    dateOverride: 'date',
    externalReference: 'reference',
  },
  toldByCells: ['currency', 'distributionDate', 'amount'],
  // An amount before and after tax, or a date of record and one of payment.
  oftenTwice: { amount: 0, distributionDate: 1 },
  // It is better to complain about a row than to leave it unpaid unseen.
  neverInTotals: ['entity', 'distributionDate'],
  telling: ['distributionName', 'vehicle', 'distributionDate', 'amount', 'currency', 'dateOverride'],
  results,
};
