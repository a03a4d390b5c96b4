/** Payment instructions, entities and contacts: each request creates all that it asks for, or nothing. */
import { inAnotherOrder } from './in-another-order.ts';
import { NovaProblem } from './problems.ts';
import type { ContactRecord, EntityRecord, InstructionsRecord, Origin } from './records.ts';
import type { ContactRequest, EntityRequest, InstructionsRequest } from './registration-requests.ts';
import type { SandboxState } from './state.ts';

/** Adds the instructions to their entities, or throws a 404 where one of those is unknown. In the order sent. */
export function createInstructions(
  state: SandboxState,
  requests: readonly InstructionsRequest[],
  origin: Origin,
): InstructionsRecord[] {
  requests.forEach(({ entity }, index) => {
    if (state.records.entities.has(entity)) return;
    throw new NovaProblem(404, 'not_found', `No entity ${entity} in this organization.`, {
      param: `[${index}].entity`,
    });
  });
  const createdAt = state.clock.timestamp();
  const created = requests.flatMap(({ entity, instructions }) =>
    instructions.map((sent) => ({ id: state.ids.next('pmi'), entity, sent, createdAt, ...origin })),
  );
  state.records.addInstructions(created);
  return created;
}

/** In another order than they were sent, which nothing promises. */
export function createEntities(
  state: SandboxState,
  requests: readonly EntityRequest[],
  origin: Origin,
): EntityRecord[] {
  refuseTakenReferences(requests, [...state.records.entities.values()], 'entity');
  const createdAt = state.clock.timestamp();
  const created = requests.map((request) => ({
    id: state.ids.next('ent'),
    ...request,
    paymentInstructions: [],
    createdAt,
    ...origin,
  }));
  for (const entity of created) state.records.entities.set(entity.id, entity);
  return inAnotherOrder(created);
}

/** In another order than they were sent. */
export function createContacts(
  state: SandboxState,
  requests: readonly ContactRequest[],
  origin: Origin,
): ContactRecord[] {
  refuseTakenReferences(requests, [...state.records.contacts.values()], 'contact');
  const createdAt = state.clock.timestamp();
  const created = requests.map((request) => ({
    id: state.ids.next('cnt'),
    ...request,
    createdAt,
    ...origin,
  }));
  for (const contact of created) state.records.contacts.set(contact.id, contact);
  return inAnotherOrder(created);
}

interface Referenced {
  readonly externalReference: string | null;
}

/** "409 when the external reference exists": among what is there, and within the request itself. */
function refuseTakenReferences(
  requests: readonly Referenced[],
  present: readonly Referenced[],
  what: 'entity' | 'contact',
): void {
  const taken = new Set(present.map(({ externalReference }) => externalReference));
  requests.forEach(({ externalReference }, index) => {
    if (externalReference === null) return;
    if (taken.has(externalReference)) {
      const message = `Another ${what} has the external reference "${externalReference}".`;
      const param = `[${index}].external_reference`;
      throw new NovaProblem(409, 'external_reference_exists', message, { param });
    }
    taken.add(externalReference);
  });
}
