import type { NovaError, Said, Sentence } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';

/** What the ledger keeps of a refusal: `result` of a rejected entry, as JSON. */
export interface Refusal {
  status: number;
  code: string;
  /** What the user can do, first; then Nova's own words. */
  message: string;
  /** Missing where an older version wrote it. */
  said?: Said;
  param: string | null;
  requestId: string | null;
}

const kinds: Readonly<Record<string, 'vehicle' | 'entity' | 'contact'>> = {
  veh: 'vehicle',
  ent: 'entity',
  cnt: 'contact',
};

/**
 * Puts a refusal in words. Nova's `message` is written for developers, so what the user can do comes first. The ids of
 * `sentBody` show which one a `param` such as `[0].payments[3].entity` means.
 */
export function toRefusal(status: number, error: NovaError, sentBody: unknown): Refusal {
  return {
    status,
    code: error.code,
    ...say([...adviceFor(status, error, sentBody), novaSaid(error.message)]),
    param: error.param ?? null,
    requestId: error.request_id ?? null,
  };
}

function adviceFor(status: number, error: NovaError, sentBody: unknown): Said {
  switch (status) {
    case 401:
      return [told('credentialsRefused'), told('haveCredentialsChecked')];
    case 403:
      return [told('scopeMissing', { scope: 'distributions:write' })];
    case 404:
      return adviceForMissing(error, sentBody);
    case 409:
      return [told('standsAgainst', { kind: 'distribution' })];
    default:
      return [told('notAccepted', { kind: 'distribution', param: error.param || null })];
  }
}

function adviceForMissing(error: NovaError, sentBody: unknown): Said {
  const named = valueAt(sentBody, error.param ?? '');
  const id = idIn(error.message) ?? (typeof named === 'string' ? idIn(named) : null);
  const what = id === null ? undefined : kinds[id.slice(0, 3)];
  if (id === null || what === undefined) return [told('someIdNotKnown')];
  const remedy = what === 'vehicle' ? told('checkIdOrAccess') : told('checkIdOrRegister', { what });
  return [told('notKnownToNova', { what, id }), remedy];
}

/** Nova's own words, as they are. */
export function novaSaid(text: string): Sentence {
  return told('novaSaid', { text: asSentence(text) });
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
function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
