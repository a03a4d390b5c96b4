import type { NovaMode, Role, SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';

const nouns: Record<SubmissionKindName, string> = {
  distribution: 'distribution',
  'payment-instructions': 'set of bank details',
  entity: 'entity',
  contact: 'contact',
};

/** In sentences such as "Nova created this {noun}"; one of it is an "it". */
export function noun(kind: SubmissionKindName): string {
  return named(nouns, kind);
}

/** What to do with the rows once more: "stage" or "register". */
export function verb(kind: SubmissionKindName): string {
  noun(kind);
  return kind === 'distribution' ? 'stage' : 'register';
}

const roles: Record<Role, string> = {
  viewer: 'viewer',
  preparer: 'preparer',
  approver: 'approver',
  admin: 'admin',
};

export function roleWord(role: Role): string {
  return named(roles, role);
}

export function otherMode(mode: NovaMode): NovaMode {
  return mode === 'live' ? 'sandbox' : 'live';
}

/** What an id of Nova's can stand for in a row. */
export type NamedInRow = 'vehicle' | 'entity' | 'contact';
