import { asApiError } from './api-error.ts';
import { camelCase } from './protocol.ts';
import type { Reference } from './reference.ts';

/** Says where a failure happened, unless a deeper call already did. */
export function located<T>(target: Reference, member: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = asApiError(thrown);
    error.location ||= `${target.wire}.${camelCase(member)}`;
    throw error;
  }
}
