import type { Role, SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';

const subjects: Record<SubmissionKindName, string> = {
  distribution: 'diese Ausschüttung',
  'payment-instructions': 'diese Bankverbindung',
  entity: 'dieser Rechtsträger',
  contact: 'dieser Kontakt',
};

const objects: Record<SubmissionKindName, string> = {
  ...subjects,
  entity: 'diesen Rechtsträger',
  contact: 'diesen Kontakt',
};

/** As in "{diese Ausschüttung} wartet". */
export function subject(kind: SubmissionKindName): string {
  return named(subjects, kind);
}

/** The same at the beginning of a sentence. */
export function firstSubject(kind: SubmissionKindName): string {
  const text = subject(kind);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** As in "ob Nova {diesen Kontakt} angelegt hat". */
export function object(kind: SubmissionKindName): string {
  return named(objects, kind);
}

/** What to do with `rows` once more, as in "merken Sie {dieselben Zeilen} noch einmal vor". */
export function again(kind: SubmissionKindName, rows: string): string {
  subject(kind);
  return kind === 'distribution' ? `merken Sie ${rows} noch einmal vor` : `erfassen Sie ${rows} noch einmal`;
}

const roles: Record<Role, string> = {
  viewer: 'Leser',
  preparer: 'Vorbereiter',
  approver: 'Freigeber',
  admin: 'Admin',
};

export function roleWord(role: Role): string {
  return named(roles, role);
}
