import type { NovaError, RegistrationKind } from '../../contract/index.ts';
import { asSentence } from '../staging/explain-rejection.ts';
import type { Refusal } from '../staging/explain-rejection.ts';
import { withoutAccount, withoutAccounts } from './account-secrecy.ts';
import type { NovaInstructionsRequest } from './registration-content.ts';

/** Where another one bears the external reference that was sent. */
export const referenceTaken = 'reference-taken';

const words: Readonly<Record<RegistrationKind, { noun: string; scope: string }>> = {
  'payment-instructions': { noun: 'set of payment instructions', scope: 'entities:write' },
  entity: { noun: 'entity', scope: 'entities:write' },
  contact: { noun: 'contact', scope: 'contacts:write' },
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
  return {
    status,
    code: isTaken ? referenceTaken : clean(error.code),
    message: clean(`${adviceFor(kind, status, error, sent)} Nova said: ${asSentence(error.message)}`),
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

function adviceFor(kind: RegistrationKind, status: number, error: NovaError, sent: Sent): string {
  const { noun, scope } = words[kind];
  switch (status) {
    case 401:
      return 'Nova refused the credentials of this proxy. Ask whoever runs it to check them; the rows are not at fault.';
    case 403:
      return `These credentials may not do this in Nova. Ask your Nova admin for the scope ${scope}, and for access to this organization.`;
    case 404:
      return sent.entity === null
        ? 'Nova does not know something that the row names. Check the row.'
        : `Nova does not know the entity ${sent.entity}. Check the id in the row, or create the entity first.`;
    case 409:
      return sent.reference === null
        ? `Nova has something that stands against this. Look in its dashboard whether this ${noun} exists already.`
        : `Another ${noun} in Nova bears the external reference ${sent.reference} already, and Nova takes each only once. Look at the one that exists: if it is the same, use its id; if it is not, give this row another reference.`;
    default: {
      const where = error.param ? ` It names ${error.param}.` : '';
      return `Nova did not accept what the row says.${where} Mend the row, check it, and submit again.`;
    }
  }
}
