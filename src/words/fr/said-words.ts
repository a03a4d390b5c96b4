import type { Role, SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';

const these: Record<SubmissionKindName, string> = {
  distribution: 'cette distribution',
  'payment-instructions': 'ces coordonnées bancaires',
  entity: 'cette entité',
  contact: 'ce contact',
};

/** As in "si Nova a créé {ces coordonnées bancaires}". */
export function thisOne(kind: SubmissionKindName): string {
  return named(these, kind);
}

/** What to do with `rows` once more, as in "préparez à nouveau {les mêmes lignes}". */
export function again(kind: SubmissionKindName, rows: string): string {
  thisOne(kind);
  return kind === 'distribution' ? `préparez à nouveau ${rows}` : `enregistrez à nouveau ${rows}`;
}

/** The same of rows that the sentence has named, as in "contrôlez les mêmes lignes et {préparez-les à nouveau}". */
export function againThem(kind: SubmissionKindName): string {
  thisOne(kind);
  return kind === 'distribution' ? 'préparez-les à nouveau' : 'enregistrez-les à nouveau';
}

const roles: Record<Role, string> = {
  viewer: 'lecteur',
  preparer: 'préparateur',
  approver: 'approbateur',
  admin: 'admin',
};

export function roleWord(role: Role): string {
  return named(roles, role);
}
