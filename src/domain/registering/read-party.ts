/** Reads the rows of entities and contacts. */
import { contactRequestSchema } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
import { withoutInvisible } from '../hidden-characters.ts';
import { report, usableValue, type CellContext } from '../row-reader.ts';
import type { ContactField, EntityField } from './fields.ts';
import { entityTypeOf } from './labels.ts';
import { readName, readReference, readWords } from './read-text.ts';
import type { RowContent } from './registration-row.ts';

export function readEntity(
  context: CellContext<EntityField>,
): Extract<RowContent, { kind: 'entity' }> | null {
  const before = context.problems.length;
  const name = readName(context, 'name');
  const type = readEntityType(context);
  const externalReference = readReference(context, 'externalReference');
  const externalType = readWords(context, 'externalType');
  if (name === null || type === null || blocksSince(context, before)) return null;
  return { kind: 'entity', item: { name, type, externalReference, externalType } };
}

function readEntityType(context: CellContext<EntityField>) {
  const value = usableValue(context, 'entityType');
  if (value === null) return null;
  const type = entityTypeOf(String(value));
  if (type !== null) return type;
  report(context, 'entity-type-unknown', registrationProblems.party.entityType, 'entityType');
  return null;
}

export function readContact(
  context: CellContext<ContactField>,
): Extract<RowContent, { kind: 'contact' }> | null {
  const before = context.problems.length;
  const name = readName(context, 'name');
  const email = readEmail(context);
  const externalReference = readReference(context, 'externalReference');
  if (name === null || email === null || blocksSince(context, before)) return null;
  return { kind: 'contact', item: { name, email, externalReference } };
}

const emailSchema = contactRequestSchema.shape.email;

function readEmail(context: CellContext<ContactField>): string | null {
  const value = usableValue(context, 'email');
  if (value === null) return null;
  const text = String(value).trim();
  if (emailSchema.safeParse(text).success) return text;
  const seen = withoutInvisible(text).trim();
  const correction = emailSchema.safeParse(seen).success
    ? ({ kind: 'remove-invisible', to: seen } as const)
    : null;
  report(context, 'email-malformed', registrationProblems.party.email, 'email', correction);
  return null;
}

function blocksSince({ problems }: Pick<CellContext, 'problems'>, start: number): boolean {
  return problems.slice(start).some(({ severity }) => severity === 'problem');
}
