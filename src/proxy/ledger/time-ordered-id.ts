import { randomUUID } from 'node:crypto';

/**
 * A new UUID of version 7 (RFC 9562): the time first, the rest random. Ids that grow lie at the end of an index, so that
 * a commit writes one page of it instead of as many as it has new rows.
 */
export function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
