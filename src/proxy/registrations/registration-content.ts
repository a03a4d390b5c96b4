import { endingOf } from '../../contract/index.ts';
import type {
  Address,
  ContactRequest,
  EntityId,
  EntityRequest,
  PaymentInstructionsRequest,
  Registration,
} from '../../contract/index.ts';
import type { Content } from '../ledger/content.ts';
import { canonicalText, compareText, sha256 } from '../staging/canonical-content.ts';
import { keyedHash, withoutAccount, withoutAccounts } from './account-secrecy.ts';

/** One item of a registration: what the ledger keeps of it, and what goes to Nova. */
export interface RegistrationContent {
  content: Content;
  /** The body of its request to Nova, RFC 8785. Of payment instructions nothing may keep it. */
  bytes: string;
}

/** The body of `POST /v1/payment_instructions`, as far as one item fills it. */
export type NovaInstructionsRequest = [
  { entity: string; payment_instructions: [Partial<Record<string, string | Record<string, string>>>] },
];

/**
 * The contents of a registration's items, in their order. The body of an entity or a contact is its canonical JSON. That
 * of payment instructions has the end of the account number alone, and a keyed hash of the bytes that go to Nova, so
 * that the content hash, SHA-256 of the body as everywhere, tells two account numbers apart and gives none away.
 *
 * Whatever changes here changes hashes, and with them what counts as submitted before: members may be added only in a way
 * that leaves the body of present items as it is.
 */
export function contentsOf(registration: Registration, accountKey: string): RegistrationContent[] {
  switch (registration.kind) {
    case 'entity':
      return registration.items.map((item) => plainContent('entity', novaEntity(item), item));
    case 'contact':
      return registration.items.map((item) => plainContent('contact', novaContact(item), item));
    case 'payment-instructions': {
      const { entity, items } = registration;
      const contents = items.map((item) => instructionsContent(entity, item, accountKey));
      const hashes = [...new Set(contents.map(({ content }) => content.hash))].sort(compareText);
      const setHash = sha256(canonicalText(hashes));
      return contents.map(({ bytes, content }) => ({ bytes, content: { ...content, setHash } }));
    }
  }
}

function plainContent(
  kind: 'entity' | 'contact',
  sent: Record<string, string>,
  { name, externalReference }: EntityRequest | ContactRequest,
): RegistrationContent {
  const bytes = canonicalText([sent]);
  const facts = { name, paymentCount: null, currency: null, totalCents: null };
  const described = { kind, facts, subject: null, setHash: null, reference: externalReference };
  return { bytes, content: { ...described, body: bytes, hash: sha256(bytes) } };
}

function instructionsContent(
  entity: EntityId,
  item: PaymentInstructionsRequest,
  accountKey: string,
): RegistrationContent {
  const sent = novaInstructions(item);
  const bytes = canonicalText([{ entity, payment_instructions: [sent] }]);
  const { account_number: accountNumber, ...rest } = sent;
  const ending = item.accountNumber === null ? {} : { account_ending: endingOf(item.accountNumber) };
  const kept = {
    ...(redacted(rest, item.accountNumber) as typeof rest),
    ...(accountNumber === undefined ? {} : ending),
    keyed_hash: keyedHash(accountKey, bytes),
  };
  const body = canonicalText([{ entity, payment_instructions: [kept] }]);
  const facts = { name: nameOf(entity, item), paymentCount: null, currency: null, totalCents: null };
  const content: Content = {
    ...{ kind: 'payment-instructions', hash: sha256(body), body, facts, subject: entity, setHash: null },
    reference: referenceOf(item),
  };
  return { bytes, content };
}

/** Under which lists and the audit log show it. */
function nameOf(entity: EntityId, item: PaymentInstructionsRequest): string {
  const { accountNumber, bankName, beneficiaryName, type } = item;
  const ending = accountNumber === null ? 'no account number' : `account ending ${endingOf(accountNumber)}`;
  const whose = withoutAccounts(withoutAccount(beneficiaryName ?? bankName ?? 'No name', accountNumber));
  return `${whose}, ${type.replaceAll('_', ' ')}, ${ending}, for ${entity}`;
}

function novaEntity({ name, type, externalReference, externalType }: EntityRequest): Record<string, string> {
  return { name, type, ...present({ external_reference: externalReference, external_type: externalType }) };
}

function novaContact({ name, email, externalReference }: ContactRequest): Record<string, string> {
  return { name, email, ...present({ external_reference: externalReference }) };
}

function novaInstructions(item: PaymentInstructionsRequest) {
  return {
    type: item.type,
    ...present({
      beneficiary_name: item.beneficiaryName,
      account_number: item.accountNumber,
      routing_number: item.routingNumber,
      swift_code: item.swiftCode,
      bank_name: item.bankName,
      branch_code: item.branchCode,
      intermediary_party_name: item.intermediaryName,
      intermediary_party_swift_code: item.intermediarySwiftCode,
      originator_to_beneficiary_instructions_line1: item.instructionsLine1,
      originator_to_beneficiary_instructions_line2: item.instructionsLine2,
      originator_to_beneficiary_instructions_line3: item.instructionsLine3,
      external_reference: item.externalReference,
    }),
    ...(item.address === null ? {} : { address: novaAddress(item.address) }),
  };
}

function novaAddress({ street1, street2, city, state, postalCode, countryCode }: Address) {
  const optional = present({ street2, state, postal_code: postalCode });
  return { street1, city, country_code: countryCode, ...optional };
}

/** Nova takes partial instructions, so what the sheet leaves blank is left out. */
function present<Name extends string>(members: Record<Name, string | null>): { [Key in Name]?: string } {
  const entries = Object.entries<string | null>(members).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [Key in Name]?: string };
}

/** Free texts in which people write account numbers, their own or those for further credit. */
const freeTexts = new Set([
  ...['beneficiary_name', 'bank_name', 'intermediary_party_name'],
  ...[1, 2, 3].map((line) => `originator_to_beneficiary_instructions_line${line}`),
]);

function redacted(value: unknown, accountNumber: string | null, name = ''): unknown {
  if (typeof value === 'string') {
    const text = withoutAccount(value, accountNumber);
    return freeTexts.has(name) ? withoutAccounts(text) : text;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, redacted(member, accountNumber, key)]);
  return Object.fromEntries(members) as unknown;
}

/** None where it holds the account number: without that it would be another reference. */
function referenceOf({ accountNumber, externalReference }: PaymentInstructionsRequest): string | null {
  if (externalReference === null) return null;
  return withoutAccount(externalReference, accountNumber) === externalReference ? externalReference : null;
}
