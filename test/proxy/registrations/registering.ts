/** What the tests of registrations say to a proxy, and what they find in the sandbox's records. */
import { randomInt } from 'node:crypto';
import { registerResponseSchema } from '../../../src/contract/index.ts';
import type {
  ApiError,
  ContactRequest,
  EntityId,
  EntityRequest,
  PaymentInstructionsRequest,
  Registration,
  RegistrationOutcome,
} from '../../../src/contract/index.ts';
import { aSource } from '../proxy-under-test.ts';
import type { ProxyUnderTest, Reply } from '../proxy-under-test.ts';

/** An account number that stands in nothing else. */
export function anAccount(): string {
  return Array.from({ length: 12 }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join('');
}

export function someInstructions(
  change: Partial<PaymentInstructionsRequest> = {},
): PaymentInstructionsRequest {
  return {
    type: 'domestic_wire',
    beneficiaryName: 'Investor 010 LP',
    accountNumber: anAccount(),
    routingNumber: '021000021',
    swiftCode: null,
    bankName: 'Bank of the Tests',
    branchCode: null,
    address: {
      street1: '1 Main Street',
      street2: null,
      city: 'Reno',
      state: 'NV',
      postalCode: '89501',
      countryCode: 'US',
    },
    intermediaryName: null,
    intermediarySwiftCode: null,
    instructionsLine1: null,
    instructionsLine2: null,
    instructionsLine3: null,
    externalReference: null,
    ...change,
  };
}

let count = 0;

export function anEntity(change: Partial<EntityRequest> = {}): EntityRequest {
  count += 1;
  return {
    name: `Entity ${count} LP`,
    type: 'partnership',
    externalReference: null,
    externalType: null,
    ...change,
  };
}

export function aContact(change: Partial<ContactRequest> = {}): ContactRequest {
  count += 1;
  return {
    name: `Contact ${count}`,
    email: `desk${count}@investors.example`,
    externalReference: null,
    ...change,
  };
}

export function instructionsFor(
  entity: string,
  ...items: PaymentInstructionsRequest[]
): Extract<Registration, { kind: 'payment-instructions' }> {
  return { kind: 'payment-instructions', entity: entity as EntityId, items };
}

/** Registers and expects outcomes, which must be as the contract says. */
export async function register(
  under: ProxyUnderTest,
  registration: Registration,
  token = under.token,
): Promise<RegistrationOutcome[]> {
  const body = { registration, source: aSource };
  const reply = await under.request<unknown>('POST', '/api/registrations', body, token);
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return registerResponseSchema.parse(reply.body).outcomes;
}

/** Registers and expects an error. */
export async function failToRegister(
  under: ProxyUnderTest,
  registration: Registration,
): Promise<Reply<ApiError>> {
  const reply = await under.post<ApiError>('/api/registrations', { registration, source: aSource });
  if (reply.status === 200) throw new Error(`registered: ${JSON.stringify(reply.body)}`);
  return reply;
}

export async function lookUp(under: ProxyUnderTest, ...registrations: Registration[]) {
  const reply = await under.post<{ outcomes: (RegistrationOutcome | null)[][] }>(
    '/api/registrations/lookup',
    {
      registrations,
    },
  );
  return reply.body.outcomes;
}

/** A new entity, which has no payment instructions. */
export async function aNewPayee(under: ProxyUnderTest): Promise<string> {
  const [outcome] = await register(under, { kind: 'entity', items: [anEntity()] });
  if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

export interface SentInstructions {
  id: string;
  entity: string;
  idempotencyKey: string | null;
  sent: Record<string, unknown>;
}

/** The payment instructions that Nova holds for an entity, by its own records. */
export async function instructionsAt(under: ProxyUnderTest, entity: string): Promise<SentInstructions[]> {
  const { data } = await under.control<{ data: SentInstructions[] }>('GET', '/payment_instructions');
  return data.filter((record) => record.entity === entity);
}

export function idsOf(outcomes: readonly RegistrationOutcome[]): string[] {
  return outcomes.map((outcome) => (outcome.outcome === 'accepted' ? outcome.id : outcome.outcome));
}

export const outcomesOf = (outcomes: readonly (RegistrationOutcome | null)[]) =>
  outcomes.map((outcome) => outcome?.outcome ?? null);

export const onInstructions = { method: 'POST', path: '/v1/payment_instructions' };
