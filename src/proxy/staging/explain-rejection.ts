import type { NovaError } from '../../contract/index.ts';

/** What the ledger keeps of a refusal: `result` of a rejected entry, as JSON. */
export interface Refusal {
  status: number;
  code: string;
  /** What the user can do, first; then Nova's own words. */
  message: string;
  param: string | null;
  requestId: string | null;
}

const kinds: Readonly<Record<string, string>> = { veh: 'vehicle', ent: 'entity', cnt: 'contact' };

/**
 * Puts a refusal in words. Nova's `message` is written for developers, so what the user can do comes first. The ids of
 * `sentBody` show which one a `param` such as `[0].payments[3].entity` means.
 */
export function toRefusal(status: number, error: NovaError, sentBody: unknown): Refusal {
  const advice = adviceFor(status, error, sentBody);
  return {
    status,
    code: error.code,
    message: `${advice} Nova said: ${asSentence(error.message)}`,
    param: error.param ?? null,
    requestId: error.request_id ?? null,
  };
}

function adviceFor(status: number, error: NovaError, sentBody: unknown): string {
  switch (status) {
    case 401:
      return 'Nova refused the credentials of this proxy. Ask whoever runs it to check them; the rows are not at fault.';
    case 403:
      return 'These credentials may not do this in Nova. Ask your Nova admin for the scope distributions:write, and for access to this organization.';
    case 404:
      return adviceForMissing(error, sentBody);
    case 409:
      return 'Nova has something that stands against this. Look in its dashboard whether the distribution, or its external reference, exists already.';
    default: {
      const where = error.param ? ` It names ${error.param}.` : '';
      return `Nova did not accept what the rows say.${where} Mend the rows, check them, and submit again.`;
    }
  }
}

function adviceForMissing(error: NovaError, sentBody: unknown): string {
  const named = valueAt(sentBody, error.param ?? '');
  const id = idIn(error.message) ?? (typeof named === 'string' ? idIn(named) : null);
  const kind = id === null ? undefined : kinds[id.slice(0, 3)];
  if (id === null || kind === undefined) {
    return 'Nova does not know a vehicle, an entity or a contact of this distribution. Check the ids in the rows.';
  }
  const remedy =
    kind === 'vehicle'
      ? 'Check the id in the rows, or ask your Nova admin for access to it.'
      : `Check the id in the row, or create the ${kind} first.`;
  return `Nova does not know the ${kind} ${id}. ${remedy}`;
}

function idIn(text: string): string | null {
  return /\b(?:veh|ent|cnt)_[A-Za-z0-9]+/.exec(text)?.[0] ?? null;
}

/** The value at a path such as `[0].payments[3].entity`, `0.payments.3.entity` or `/0/payments/3/entity`. */
function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root;
  const steps = path.split(/[.[\]/]+/).filter((step) => step !== '');
  // Some servers leave out the place in the list of one.
  if (Array.isArray(value) && steps[0] !== '0') value = value[0];
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** With a full stop where it has no end. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
