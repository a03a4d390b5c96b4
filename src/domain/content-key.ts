import type { PayoutRow } from './payout-row.ts';

type Sent = Pick<
  PayoutRow,
  | 'distributionName'
  | 'vehicle'
  | 'distributionDate'
  | 'entity'
  | 'amountCents'
  | 'currency'
  | 'contacts'
  | 'dateOverride'
  | 'externalReference'
>;

/** Equal for rows that belong to one distribution. */
export function groupKey(
  row: Pick<PayoutRow, 'vehicle' | 'distributionDate' | 'distributionName' | 'externalReference'>,
): string {
  return JSON.stringify([row.vehicle, row.distributionDate, row.distributionName, row.externalReference]);
}

/** What Nova is sent of a row: rows that are equal here are one and the same to Nova. */
export function sentKey(row: Sent): string {
  return JSON.stringify([
    row.distributionName,
    row.vehicle,
    row.distributionDate,
    row.entity,
    row.amountCents,
    row.currency,
    row.contacts,
    row.dateOverride,
    row.externalReference,
  ]);
}

/** What is sent and the payee's name, which is not sent but tells two otherwise equal rows apart for a reader. */
export function contentKey(row: Sent & Pick<PayoutRow, 'payeeName'>): string {
  return `${sentKey(row)}${JSON.stringify(row.payeeName)}`;
}
