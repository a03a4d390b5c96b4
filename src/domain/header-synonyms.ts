import type { PayoutField } from './fields.ts';
import type { CellValue } from './sheet-table.ts';

/** Header texts by which a field is known, best first. They are compared as `normalizeHeader` leaves them. */
export const synonyms: Readonly<Record<PayoutField, readonly string[]>> = {
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

/** Case, punctuation, asterisks and line breaks carry no meaning in a header: `* Net\nAmount:` is `net amount`. */
export function normalizeHeader(header: CellValue): string {
  return String(header)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without what stands in brackets, which is often a unit or a hint: `Amount (USD)`. */
export function withoutBrackets(header: CellValue): string {
  return normalizeHeader(String(header).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}
