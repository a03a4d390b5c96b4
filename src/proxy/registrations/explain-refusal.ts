import type { NovaError, RegistrationKind, Said, Sentence } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import { novaSaid } from '../staging/explain-rejection.ts';
import type { Refusal } from '../staging/explain-rejection.ts';
import { withoutAccount, withoutAccounts } from './account-secrecy.ts';
import type { NovaInstructionsRequest } from './registration-content.ts';

/** Where another one bears the external reference that was sent. */
export const referenceTaken = 'reference-taken';

const scopes: Readonly<Record<RegistrationKind, string>> = {
  'payment-instructions': 'entities:write',
  entity: 'entities:write',
  contact: 'contacts:write',
};

/** Puts the refusal of one item in words: what the user can do first, then Nova's own, without an account number. */
export function explainRegistrationRefusal(
  kind: RegistrationKind,
  status: number,
  error: NovaError,
  bytes: string,
): Refusal {
  const sent = sentOf(kind, bytes);
  const isTaken = status === 409 && sent.reference !== null;
  const clean = (text: string) => {
    const cleaned = withoutAccount(text, sent.accountNumber);
    return kind === 'payment-instructions' ? withoutAccounts(cleaned) : cleaned;
  };
  const cleanSentence = ({ key, values }: Sentence): Sentence => ({
    key,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
    ),
  });
  return {
    status,
    code: isTaken ? referenceTaken : clean(error.code),
    ...say([...adviceFor(kind, status, error, sent), novaSaid(error.message)].map(cleanSentence)),
    param: error.param === undefined || error.param === null ? null : clean(error.param),
    requestId: error.request_id ?? null,
  };
}

interface Sent {
  reference: string | null;
  accountNumber: string | null;
  entity: string | null;
}

function sentOf(kind: RegistrationKind, bytes: string): Sent {
  if (kind === 'payment-instructions') {
    const [
      {
        entity,
        payment_instructions: [item],
      },
    ] = JSON.parse(bytes) as NovaInstructionsRequest;
    const text = (name: string) => {
      const value = item[name];
      return typeof value === 'string' ? value : null;
    };
    return { entity, accountNumber: text('account_number'), reference: text('external_reference') };
  }
  const [item] = JSON.parse(bytes) as [{ external_reference?: string }];
  return { entity: null, accountNumber: null, reference: item.external_reference ?? null };
}

function adviceFor(kind: RegistrationKind, status: number, error: NovaError, sent: Sent): Said {
  const { entity, reference } = sent;
  switch (status) {
    case 401:
      return [told('credentialsRefused'), told('haveCredentialsChecked')];
    case 403:
      return [told('scopeMissing', { scope: scopes[kind] })];
    case 404:
      if (entity === null) return [told('rowNotKnown')];
      return [
        told('notKnownToNova', { what: 'entity', id: entity }),
        told('checkIdOrRegister', { what: 'entity' }),
      ];
    case 409:
      return [
        reference === null ? told('standsAgainst', { kind }) : told('referenceTaken', { kind, reference }),
      ];
    default:
      return [told('notAccepted', { kind, param: error.param || null })];
  }
}
