/** How the bodies of all requests are read: each refusal is a 400 that names the member. */
import { NovaProblem } from './problems.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A member as it came, and the path by which a refusal names it. */
export interface Found {
  value: unknown;
  param: string;
}

export function invalid(param: string, message: string): NovaProblem {
  return new NovaProblem(400, 'parameter_invalid', `${param}: ${message}`, { param });
}

export function asObject(value: unknown, param: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(param, 'must be an object');
  }
  return value as JsonObject;
}

export function asArray(value: unknown, param: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(param, 'must be an array');
  return value;
}

export function required(object: JsonObject, member: string, parent: string): Found {
  const param = `${parent}.${member}`;
  const value = object[member];
  if (value === undefined) {
    throw new NovaProblem(400, 'parameter_missing', `${param} is required`, { param });
  }
  return { value, param };
}

export function asString({ value, param }: Found): string {
  if (typeof value !== 'string') throw invalid(param, 'must be a string');
  return value;
}

export function asId(prefix: string, found: Found): string {
  const id = asString(found);
  if (!new RegExp(`^${prefix}_[A-Za-z0-9]+$`).test(id)) {
    throw invalid(found.param, `must match ^${prefix}_[A-Za-z0-9]+$`);
  }
  return id;
}

/** A member that may be left out or null; both are null. */
export function optionalText(object: JsonObject, member: string, parent: string): string | null {
  const value = object[member] ?? null;
  if (value !== null && typeof value !== 'string') {
    throw invalid(`${parent}.${member}`, 'must be a string or null');
  }
  return value;
}
