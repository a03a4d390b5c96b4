import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { roleSchema } from '../../contract/index.ts';
import type { Role } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import type { Clock } from '../clock.ts';
import { toInstant } from '../clock.ts';
import type { EntraConfig } from '../config.ts';
import { ProxyError } from '../errors.ts';
import type { SignedIn } from './sessions.ts';
import type { Users } from './users.ts';

/** Entra signs with RSA and nothing else; a token that says another algorithm is not even looked at. */
const algorithms = ['RS256'];
/** Clocks that are off by less than this are nobody's fault. */
const toleratedSeconds = 60;
/** An unknown key has the tenant's keys fetched anew, but no more often than this, whatever tokens are sent. */
const keysCooldownMs = 2_000;
const keysTimeoutMs = 5_000;

/**
 * What an access token of a person has to hold, by Microsoft's "Access token claims reference": `tid` and `oid` are
 * the person for good, `roles` the app roles. `scp` is in the tokens that a person allowed an application to ask for, and
 * neither in an id token nor in one that an application has for itself.
 */
const claimsSchema = z.object({
  tid: z.string().min(1).max(100),
  oid: z.string().min(1).max(100),
  scp: z.string(),
  exp: z.number(),
  iat: z.number(),
  ver: z.literal('2.0'),
  roles: z.array(z.string()).default([]),
  name: z.string().max(300).optional(),
  preferred_username: z.string().max(300).optional(),
});

/** The app role that lets somebody do more than look in live mode. */
const liveRole = 'live';

/**
 * Verifies Entra's access tokens: signature by one of the tenant's present keys, algorithm, issuer, audience, tenant,
 * scope, times. Answers null for a token that is not good, and throws a `ProxyError` when the keys cannot be fetched
 * (503), or the person has no role here (403).
 */
export function createEntraSignIn(config: EntraConfig, users: Users, clock: Clock) {
  const keys = createRemoteJWKSet(new URL(`${config.authority}/discovery/v2.0/keys`), {
    cooldownDuration: keysCooldownMs,
    timeoutDuration: keysTimeoutMs,
  });
  const scopeName = config.scope.split('/').at(-1) ?? '';

  return async (token: string): Promise<SignedIn | null> => {
    const claims = await verified();
    if (claims === null || claims.tid !== config.tenantId) return null;
    if (!claims.scp.split(' ').includes(scopeName)) return null;
    const { user, tokensFrom } = await users.ofEntra({
      subject: `${claims.tid}/${claims.oid}`,
      name: claims.name ?? claims.preferred_username ?? claims.oid,
      account: claims.preferred_username ?? claims.oid,
    });
    if (user.isDisabled) return null;
    if (tokensFrom !== null && toInstant(claims.iat * 1000) <= tokensFrom) return null;
    const roles = rolesOf(claims.roles);
    if (roles.length === 0) {
      throw new ProxyError(403, 'role-missing', told('noRole'));
    }
    return {
      ...{ userId: user.id, userName: user.name, roles },
      live: claims.roles.includes(liveRole),
      expiresAt: toInstant(claims.exp * 1000),
    };

    async function verified() {
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms,
          issuer: `${config.authority}/v2.0`,
          audience: config.audience,
          clockTolerance: toleratedSeconds,
          currentDate: new Date(clock.now()),
          requiredClaims: ['exp', 'iat'],
        });
        return claimsSchema.safeParse(payload).data ?? null;
      } catch (error) {
        if (isTokensFault(error)) return null;
        const options = { cause: error, retryAfterSeconds: 30 };
        throw new ProxyError(503, 'sign-in-unavailable', told('accountsNotReachable'), options);
      }
    }
  };
}

function rolesOf(claimed: readonly string[]): Role[] {
  return roleSchema.options.filter((role) => claimed.includes(role));
}

/** Every other error is about fetching the keys. */
function isTokensFault(error: unknown): boolean {
  return [
    errors.JWTExpired,
    errors.JWTInvalid,
    errors.JWTClaimValidationFailed,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
  ].some((kind) => error instanceof kind);
}
