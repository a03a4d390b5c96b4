/**
 * Reads the bodies of `POST /v1/payment_instructions`, `/v1/entities` and `/v1/contacts`. As in the distributions, no schema
 * is shared with the proxy.
 */
import {
  asArray,
  asId,
  asObject,
  asString,
  invalid,
  optionalText,
  required,
  type JsonObject,
} from './read-body.ts';

export interface InstructionsRequest {
  readonly entity: string;
  /** As they came: "this endpoint does not do any input validation" (Create payment instructions). */
  readonly instructions: readonly JsonObject[];
}

export interface EntityRequest {
  readonly name: string;
  readonly type: string;
  readonly externalReference: string | null;
  readonly externalType: string | null;
}

export interface ContactRequest {
  readonly name: string;
  readonly email: string;
  readonly externalReference: string | null;
}

const entityTypes: ReadonlySet<string> = new Set(
  (
    'individual individual_retirement_plan corporation llc partnership trust joint_tenants_ros tenants_in_common ' +
    'community_property registered_investment_company foundation charitable_remainder_trust endowment ' +
    'employee_benefit_plan keogh_plan other_entity'
  ).split(' '),
);

/** Each element of a body that is an array of one at least, read by `read`, which gets its path. */
function readElements<T>(
  value: unknown,
  param: string,
  read: (element: JsonObject, param: string) => T,
): T[] {
  const elements = asArray(value, param);
  if (elements.length < 1) throw invalid(param, 'minimum array length: 1');
  const start = param === 'body' ? '' : param;
  return elements.map((element, index) => {
    const itemParam = `${start}[${index}]`;
    return read(asObject(element, itemParam), itemParam);
  });
}

/** Looks at the shape alone: arrays of one at least, and an entity's id. What the instructions hold is nobody's business. */
export function readInstructionsRequests(body: unknown): InstructionsRequest[] {
  return readElements(body, 'body', (element, param) => {
    const instructions = required(element, 'payment_instructions', param);
    return {
      entity: asId('ent', required(element, 'entity', param)),
      instructions: readElements(instructions.value, instructions.param, (instruction) => instruction),
    };
  });
}

function readName(element: JsonObject, param: string): string {
  const found = required(element, 'name', param);
  const name = asString(found);
  if (name.length < 1 || name.length > 255) throw invalid(found.param, 'string length: 1 to 255');
  return name;
}

export function readEntityRequests(body: unknown): EntityRequest[] {
  return readElements(body, 'body', (element, param) => {
    const type = required(element, 'type', param);
    if (!entityTypes.has(asString(type))) throw invalid(type.param, 'must be one of the entity types');
    return {
      name: readName(element, param),
      type: asString(type),
      externalReference: optionalText(element, 'external_reference', param),
      externalType: optionalText(element, 'external_type', param),
    };
  });
}

export function readContactRequests(body: unknown): ContactRequest[] {
  return readElements(body, 'body', (element, param) => {
    const email = required(element, 'email', param);
    if (!/^[^@\s]+@[^@\s]+$/.test(asString(email))) throw invalid(email.param, 'must be an email address');
    return {
      name: readName(element, param),
      email: asString(email),
      externalReference: optionalText(element, 'external_reference', param),
    };
  });
}
