import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endingOf } from '../../../src/contract/index.ts';
import type { Registration } from '../../../src/contract/index.ts';
import { withoutAccount, withoutAccounts } from '../../../src/proxy/registrations/account-secrecy.ts';
import { instructionsOfBody } from '../../../src/proxy/registrations/kept-instructions.ts';
import { contentsOf } from '../../../src/proxy/registrations/registration-content.ts';
import { hashOfBody } from '../../../src/proxy/staging/canonical-content.ts';
import { aContact, anEntity, instructionsFor, someInstructions } from './registering.ts';

const key = 'a key of thirty-two characters ..';
const contentOf = (registration: Registration, withKey = key) => {
  const [first] = contentsOf(registration, withKey);
  if (first === undefined) throw new Error('no content');
  return first;
};

describe('the bytes that stand for what was submitted, which may never change', () => {
  test('of an entity and a contact', () => {
    const entity = anEntity({ name: 'Über LP', type: 'llc', externalReference: 'E-1' });
    expect(contentOf({ kind: 'entity', items: [entity] })).toMatchObject({
      bytes: '[{"external_reference":"E-1","name":"Über LP","type":"llc"}]',
      content: {
        ...{ reference: 'E-1', subject: null, setHash: null },
        hash: '3d5b4d1300277dabb0627d1808902f26d630cb68ec6ac23720c933b39deca97c',
      },
    });
    const contact = aContact({ name: 'Desk', email: 'desk@investors.example' });
    expect(contentOf({ kind: 'contact', items: [contact] })).toMatchObject({
      bytes: '[{"email":"desk@investors.example","name":"Desk"}]',
      content: { hash: '51e02cfea29dd3be48b9ba17bb9a579895960bfd73391b8f7ee83ff18d90a42c' },
    });
  });

  test('of payment instructions: the end of the account number and a keyed hash instead of it', () => {
    const item = someInstructions({ accountNumber: '000123456789', externalReference: 'P-1' });
    const { bytes, content } = contentOf(instructionsFor('ent_1', item));
    expect(JSON.parse(bytes)).toMatchObject([
      { entity: 'ent_1', payment_instructions: [{ account_number: '000123456789' }] },
    ]);
    const keyed = createHmac('sha256', key)
      .update(`distribution-desk payment instructions\n${bytes}`)
      .digest('hex');
    expect(content.body).toBe(
      `[{"entity":"ent_1","payment_instructions":[{"account_ending":"6789","address":{"city":"Reno","country_code":"US","postal_code":"89501","state":"NV","street1":"1 Main Street"},"bank_name":"Bank of the Tests","beneficiary_name":"Investor 010 LP","external_reference":"P-1","keyed_hash":"${keyed}","routing_number":"021000021","type":"domestic_wire"}]}]`,
    );
    expect(content).toMatchObject({
      ...{ kind: 'payment-instructions', hash: hashOfBody(content.body), subject: 'ent_1', reference: 'P-1' },
      facts: { name: 'Investor 010 LP, domestic wire, account ending 6789, for ent_1', totalCents: null },
    });
    expect(content.hash).not.toBe(contentOf(instructionsFor('ent_1', item), `${key}2`).content.hash);
    expect(content.hash).not.toBe(contentOf(instructionsFor('ent_2', item)).content.hash);
    const { accountNumber: _number, ...rest } = item;
    expect(instructionsOfBody(content.body)).toEqual({
      entity: 'ent_1',
      instructions: { ...rest, accountEnding: '6789' },
    });
  });

  test('a set is the same in whatever order its rows stand', () => {
    const items = [someInstructions(), someInstructions(), someInstructions()];
    const setOf = (...some: typeof items) => contentOf(instructionsFor('ent_1', ...some)).content.setHash;
    expect(setOf(...items)).toBe(setOf(...items.toReversed()));
    expect(setOf(...items)).not.toBe(setOf(...items.slice(1)));
  });
});

describe('no account number is left in what is kept', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{7,16}$/);
  const separator = fc.constantFrom('', ' ', '-', '.');

  test('wherever it stands in the row, and however it is grouped', () => {
    fc.assert(
      fc.property(digits, separator, fc.integer({ min: 2, max: 5 }), (account, between, size) => {
        const grouped = account.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${between}`);
        const item = someInstructions({
          ...{ accountNumber: account, beneficiaryName: `Investor ${grouped}`, bankName: grouped },
          ...{
            branchCode: account,
            externalReference: `ref-${account}`,
            instructionsLine1: `FFC ${grouped}`,
          },
          ...{ instructionsLine2: account, intermediaryName: grouped },
        });
        const { content } = contentOf(instructionsFor('ent_1', item));
        const kept = JSON.stringify(content).replace(/"(keyed_hash|hash|setHash)\\?":\\?"[0-9a-f]{64}/g, '');
        expect(kept.replace(/[ .-]/g, '')).not.toContain(account.slice(0, -4));
        expect(content.reference).toBeNull();
      }),
    );
  });

  test.each([
    ['', ''],
    ['1', ''],
    ['1234567', '567'],
    ['12345678', '5678'],
    ['GB82 WEST 1234 5698 7654 32', '5432'],
  ])('of %j the end that is shown is %j', (account, ending) => expect(endingOf(account)).toBe(ending));

  test('other numbers in free text go as well, and short ones stay', () => {
    expect(withoutAccounts('FFC 12-345.678 9, invoice 4711, IBAN gb82 west 1234 5698 7654 32')).toBe(
      'FFC ••••6789, invoice 4711, IBAN ••••5432',
    );
    expect(withoutAccount('case AB-12.cd/34 counts', 'ab12CD34')).toBe('case ••••CD34 counts');
    expect(withoutAccount('a 1 in 123', '123')).toBe('a 1 in 123');
  });
});
