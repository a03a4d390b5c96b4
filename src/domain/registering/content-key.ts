/** Texts that are equal for equal content, by which rows are found again. They hold account numbers: never show or keep one. */
import type { RegistrationRow } from './registration-row.ts';

/** What Nova is sent of a row: rows that are equal here are one and the same to Nova. */
export function sentKey({ content }: Pick<RegistrationRow, 'content'>): string {
  const { kind, item } = content;
  return JSON.stringify(kind === 'payment-instructions' ? [content.entity, item] : item);
}

/** What is sent, and what only a reader sees. */
export function contentKey(row: Pick<RegistrationRow, 'content'>): string {
  const { content } = row;
  const shown = content.kind === 'payment-instructions' ? content.entityName : null;
  return `${JSON.stringify(shown)} ${sentKey(row)}`;
}
