import { randomBytes } from 'node:crypto';
import { sandboxOrganizationId } from './seed.ts';

export interface SandboxSettings {
  organizationId: string;
  clientId: string;
  clientSecret: string;
  /** What the client may ask for; an exchange that names no scope gets all of it. */
  scopes: readonly string[];
  /** `expires_in` of a token, in seconds. */
  tokenLifetimeSeconds: number;
  /** How many payments an answer holds at most, 1 to 100; a larger `limit` does not raise it. */
  pageSize: number;
  /** What every object says of its mode. */
  livemode: boolean;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Fixes the ids that the sandbox will hand out. */
  idSeed: string;
}

export type SandboxOptions = Partial<SandboxSettings>;

const allScopes = [
  'distributions:read',
  'distributions:write',
  'entities:read',
  'entities:write',
  'contacts:read',
  'contacts:write',
  'vehicles:read',
  'organizations:read',
];

/** The defaults, with the given options over them. Throws a RangeError where the sandbox could not run. */
export function resolveOptions(options: SandboxOptions): SandboxSettings {
  const settings: SandboxSettings = {
    organizationId: sandboxOrganizationId,
    clientId: 'sandbox-client',
    clientSecret: 'sandbox-secret-for-this-machine-only',
    scopes: allScopes,
    tokenLifetimeSeconds: 3600,
    pageSize: 100,
    livemode: false,
    now: Date.now,
    idSeed: randomBytes(16).toString('hex'),
    ...options,
  };
  if (!Number.isInteger(settings.pageSize) || settings.pageSize < 1 || settings.pageSize > 100) {
    throw new RangeError(`pageSize must be an integer from 1 to 100, not ${settings.pageSize}`);
  }
  return settings;
}
