import { entityIdSchema, instructionsTypeSchema } from '../../contract/index.ts';
import type { Address, EntityId, WaitingRegistration } from '../../contract/index.ts';
import type { NovaInstructionsRequest } from './registration-content.ts';

/** What the ledger keeps of payment instructions, as the contract shows it to whoever approves. */
export function instructionsOfBody(body: string): {
  entity: EntityId;
  instructions: WaitingRegistration['instructions'];
} {
  const [
    {
      entity,
      payment_instructions: [kept],
    },
  ] = JSON.parse(body) as NovaInstructionsRequest;
  const text = (name: string) => {
    const value = kept[name];
    return typeof value === 'string' ? value : null;
  };
  const instructions = {
    type: instructionsTypeSchema.parse(text('type')),
    beneficiaryName: text('beneficiary_name'),
    accountEnding: text('account_ending'),
    routingNumber: text('routing_number'),
    swiftCode: text('swift_code'),
    bankName: text('bank_name'),
    branchCode: text('branch_code'),
    address: addressOf(kept['address']),
    intermediaryName: text('intermediary_party_name'),
    intermediarySwiftCode: text('intermediary_party_swift_code'),
    instructionsLine1: text('originator_to_beneficiary_instructions_line1'),
    instructionsLine2: text('originator_to_beneficiary_instructions_line2'),
    instructionsLine3: text('originator_to_beneficiary_instructions_line3'),
    externalReference: text('external_reference'),
  };
  return { entity: entityIdSchema.parse(entity), instructions };
}

function addressOf(kept: string | Record<string, string> | undefined): Address | null {
  if (typeof kept !== 'object') return null;
  return {
    street1: kept['street1'] ?? '',
    street2: kept['street2'] ?? null,
    city: kept['city'] ?? '',
    state: kept['state'] ?? null,
    postalCode: kept['postal_code'] ?? null,
    countryCode: kept['country_code'] ?? '',
  };
}
