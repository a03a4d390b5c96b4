import type { EntityId, Registration, RegistrationKind } from '../../contract/index.ts';
import type { SubmissionSource } from '../source.ts';
import type { PlannedRegistration, RegistrationPlan } from './plan.ts';
import { titleOf, type RegistrationRow } from './registration-row.ts';

/** So many items go into one request (the contract's `registrations.ts`). */
export const mostItems = 50;

/** Payment instructions go by entity, in the order in which the sheet names them; entities and contacts in sheet order. */
export function planRegistration(
  kind: RegistrationKind,
  source: SubmissionSource,
  rows: readonly RegistrationRow[],
): RegistrationPlan {
  return { kind, source, groups: kind === 'payment-instructions' ? byEntity(rows) : inOrder(kind, rows) };
}

function byEntity(rows: readonly RegistrationRow[]): PlannedRegistration[] {
  const members = new Map<EntityId, RegistrationRow[]>();
  for (const row of rows) {
    if (row.content.kind !== 'payment-instructions') throw new Error('Rows of two kinds in one plan.');
    const { entity } = row.content;
    const known = members.get(entity);
    if (known === undefined) members.set(entity, [row]);
    else known.push(row);
  }
  return [...members].flatMap(([entity, all]) =>
    parts(all).map((part, nth) => {
      const [first] = part;
      const items = part.flatMap(({ content }) =>
        content.kind === 'payment-instructions' ? [content.item] : [],
      );
      return {
        key: nth === 0 ? entity : `${entity} ${nth + 1}`,
        title: first === undefined ? entity : titleOf(first.content),
        registration: { kind: 'payment-instructions' as const, entity, items },
        rows: part,
      };
    }),
  );
}

function inOrder(kind: 'entity' | 'contact', rows: readonly RegistrationRow[]): PlannedRegistration[] {
  return parts(rows).map((part, nth) => ({
    key: `${kind} ${nth + 1}`,
    title: rowsText(part),
    registration: itemsOf(kind, part),
    rows: part,
  }));
}

function itemsOf(kind: 'entity' | 'contact', rows: readonly RegistrationRow[]): Registration {
  if (kind === 'entity') {
    const items = rows.flatMap(({ content }) => (content.kind === 'entity' ? [content.item] : []));
    return { kind, items };
  }
  const items = rows.flatMap(({ content }) => (content.kind === 'contact' ? [content.item] : []));
  return { kind, items };
}

function rowsText(rows: readonly RegistrationRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `Row ${first.rowIndex + 1}` : `Rows ${first.rowIndex + 1} to ${last.rowIndex + 1}`;
}

function parts(rows: readonly RegistrationRow[]): RegistrationRow[][] {
  const count = Math.ceil(rows.length / mostItems);
  return Array.from({ length: count }, (_, nth) => rows.slice(nth * mostItems, (nth + 1) * mostItems));
}

/**
 * True when two plans send the same for rows that look the same: the rows are read again and planned again before
 * sending, and what differs goes back to the check. Where on the sheet the rows stand does not matter.
 */
export function sameRegistrationPlan(first: RegistrationPlan, second: RegistrationPlan): boolean {
  return JSON.stringify(seen(first)) === JSON.stringify(seen(second));
}

function seen({ kind, groups }: RegistrationPlan) {
  return [
    kind,
    groups.map(({ registration, rows }) => [
      registration,
      rows.map(({ content, hidden }) => [titleOf(content), hidden]),
    ]),
  ];
}
