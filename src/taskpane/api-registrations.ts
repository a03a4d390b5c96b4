import {
  registerResponseSchema,
  registrationLookupResponseSchema,
  registrationOutcomeSchema,
  type RegisteredId,
  type RegisterRequest,
  type Registration,
  type RegistrationOutcome,
} from '../contract/index.ts';
import type { Sender } from './api-sender.ts';

/** What the pane asks of the proxy about payment instructions, entities and contacts. */
export interface RegistrationsClient {
  /** The outcomes of the items, in their order. */
  register: (request: RegisterRequest) => Promise<RegistrationOutcome[]>;
  /** What the ledger knows of these contents, in the order of the request, then of the items. Sends nothing to Nova. */
  lookUpRegistrations: (registrations: readonly Registration[]) => Promise<(RegistrationOutcome | null)[][]>;
  /** Says which id an unknown entry became, or which existing one a refused reference belongs to. */
  linkRegistration: (entryId: string, id: RegisteredId) => Promise<RegistrationOutcome>;
}

/** The contract's limit for one lookup. */
const mostRegistrations = 500;

/** A group is as many requests to Nova as it has items, each with the proxy's patience. */
const registerTimeoutMs = 600_000;
const lookupTimeoutMs = 120_000;

export function createRegistrationsClient({ json: send }: Sender): RegistrationsClient {
  return {
    async register(request) {
      const { outcomes } = await send(
        'POST',
        '/api/registrations',
        registerResponseSchema,
        registerTimeoutMs,
        request,
      );
      return outcomes;
    },
    async lookUpRegistrations(registrations) {
      const outcomes: (RegistrationOutcome | null)[][] = [];
      for (let start = 0; start < registrations.length; start += mostRegistrations) {
        const body = { registrations: registrations.slice(start, start + mostRegistrations) };
        const answer = await send(
          'POST',
          '/api/registrations/lookup',
          registrationLookupResponseSchema,
          lookupTimeoutMs,
          body,
        );
        outcomes.push(...answer.outcomes);
      }
      return outcomes;
    },
    linkRegistration: (entryId, id) =>
      send(
        'POST',
        `/api/registrations/${encodeURIComponent(entryId)}/link`,
        registrationOutcomeSchema,
        lookupTimeoutMs,
        { id },
      ),
  };
}
