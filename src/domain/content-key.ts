/**
 * Texts that are equal for equal content. Names and references are the only values that can hold any character: of a
 * distribution they stand in JSON, and the payee's name stands last behind its length, so that no two contents have one
 * text. Ids, amounts, currencies and dates hold no space.
 */
import type { PayoutRow } from './payout-row.ts';

/** What rows of one distribution have in common. */
export type GroupedBy = Pick<
  PayoutRow,
  'vehicle' | 'distributionDate' | 'distributionName' | 'externalReference'
>;

type Sent = GroupedBy & Pick<PayoutRow, 'entity' | 'amountCents' | 'currency' | 'contacts' | 'dateOverride'>;

/** Equal for rows that belong to one distribution. */
export function groupKey(row: GroupedBy): string {
  return JSON.stringify([row.vehicle, row.distributionDate, row.distributionName, row.externalReference]);
}

/**
 * `groupKey` for many rows of few distributions: neighbours mostly belong together, and then the key is that of the
 * row before.
 */
export function groupKeys(): (row: GroupedBy) => string {
  const known = new Map<string, Map<string, string>>();
  let last: GroupedBy | null = null;
  let lastKey = '';
  return (row) => {
    if (last !== null && isSameGroup(row, last)) return lastKey;
    const rest = `${row.vehicle} ${row.distributionDate} ${row.externalReference === null ? '' : `+${row.externalReference}`}`;
    let named = known.get(row.distributionName);
    if (named === undefined) known.set(row.distributionName, (named = new Map<string, string>()));
    let key = named.get(rest);
    if (key === undefined) named.set(rest, (key = groupKey(row)));
    last = row;
    lastKey = key;
    return key;
  };
}

function isSameGroup(row: GroupedBy, other: GroupedBy): boolean {
  return (
    row.distributionName === other.distributionName &&
    row.vehicle === other.vehicle &&
    row.distributionDate === other.distributionDate &&
    row.externalReference === other.externalReference
  );
}

/** What Nova is sent of a row: rows that are equal here are one and the same to Nova. */
export function sentKey(row: Sent): string {
  return `${groupKey(row)}${sentInGroup(row)}`;
}

/**
 * What is sent and the payee's name, which is not sent but tells two otherwise equal rows apart for a reader: how a row
 * is found again after sorting, inserting and deleting.
 */
export function contentKey(row: Sent & Pick<PayoutRow, 'payeeName'>): string {
  return `${groupKey(row)}${contentInGroup(row)}`;
}

/** `contentKey` without what rows of one distribution have in common. */
export function contentInGroup(row: Sent & Pick<PayoutRow, 'payeeName'>): string {
  const { payeeName } = row;
  return `${sentInGroup(row)} ${payeeName === null ? '-' : `${payeeName.length} ${payeeName}`}`;
}

function sentInGroup({ entity, amountCents, currency, dateOverride, contacts }: Sent): string {
  const [first = ''] = contacts;
  const joined = contacts.length > 1 ? contacts.join() : first;
  return `${entity} ${amountCents} ${currency} ${dateOverride ?? ''} ${joined}`;
}
