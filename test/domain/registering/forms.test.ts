import { describe, expect, test } from '@jest/globals';
import {
  contactForm,
  entityForm,
  evidenceFor,
  formOfKind,
  instructionsForm,
  recogniseForm,
  suggestFor,
  type FormKind,
  type TableField,
  type TableForm,
} from '../../../src/domain/index.ts';
import { normalizeHeader, withoutAccents } from '../../../src/domain/header-text.ts';
import { setLanguage } from '../../../src/words/index.ts';
import { header as payoutHeader, resultHeader, tableOf } from '../../support/builders.ts';

describe('recogniseForm', () => {
  test.each<[FormKind | null, string[]]>([
    ['payout', payoutHeader.map(String)],
    ['payout', [...payoutHeader, ...resultHeader].map(String)],
    ['payout', ['Investor', 'Entity', 'Amount', 'Pay date', 'Fund']],
    ['payout', ['Investor', 'Nova entity', 'Net amount', 'Reference']],
    ['payment-instructions', ['Entity', 'Type', 'Beneficiary', 'Account number', 'Routing number']],
    ['payment-instructions', ['Investor', 'Nova entity', 'Method', 'IBAN', 'BIC', 'Bank']],
    ['payment-instructions', ['Payee', 'Acct', 'ABA', 'Ref', 'Nova payment instructions', 'Message']],
    ['entity', ['Name', 'Type', 'Reference']],
    ['entity', ['Legal name', 'Entity type', 'External reference', 'External type']],
    ['entity', ['Investor', 'Legal form', 'Our ref', 'Nova entity', 'Checked at', 'Message']],
    ['contact', ['Name', 'E-mail', 'Reference']],
    ['contact', ['Contact', 'Email address', 'Nova contact', 'Checked at', 'Message']],
    [
      'payment-instructions',
      ['Rechtsträger', 'Zahlungsart', 'Kontoinhaber', 'Kontonummer', 'Routing-Nummer'],
    ],
    ['payment-instructions', ['Anleger', 'Rechtsträger', 'Typ', 'IBAN', 'SWIFT-/BIC-Code', 'Name der Bank']],
    ['payment-instructions', ['Entité', 'Type', 'Titulaire du compte', 'N° de compte', 'Code SWIFT']],
    ['payment-instructions', ['Bénéficiaire', 'Mode de paiement', 'Numéro de compte', 'Banque', 'Pays']],
    ['entity', ['Rechtsträger', 'Rechtsform', 'Externe Referenz']],
    ['entity', ['Name', 'Typ', 'Referenz']],
    ['entity', ['Raison sociale', 'Forme juridique', 'Référence externe']],
    ['entity', ['Nom', "Type d'entité", 'Notre référence']],
    ['contact', ['Ansprechpartner', 'E-Mail-Adresse', 'Referenz']],
    ['contact', ['Nom du contact', 'Courriel', 'Référence']],
    ['contact', ['Nom', 'Adresse électronique']],
    ['payout', ['Anleger', 'Rechtsträger', 'Nettobetrag', 'Valuta', 'Vehikel']],
    ['payout', ['Bénéficiaire', 'Entité', 'Montant net', 'Date de paiement', 'Véhicule']],
    [null, ['Nom', 'Référence']],
    [null, ['Colour', 'Size']],
    [null, ['Name', 'Reference']],
    [null, []],
  ])('%s: %j', (kind, header) => {
    expect(recogniseForm(header)).toBe(kind);
  });
});

describe('the forms of registrations', () => {
  const named = [instructionsForm, entityForm, contactForm].flatMap(({ kind }) => {
    const form = formOfKind(kind);
    return form.fields.flatMap((field) =>
      form.synonyms[field].map((name): [string, FormKind, TableField] => [name, kind, field]),
    );
  });

  test.each(named)('%j of %s is the %s', (name, kind, field) => {
    const form = formOfKind(kind);
    expect(suggestFor(form, ['x', name])[field]).toBe(1);
  });

  test.each(named)('%j of %s is no other field', (name, kind, field) => {
    const { fields, synonyms } = formOfKind(kind);
    expect(fields.filter((other) => synonyms[other].includes(name))).toEqual([field]);
  });

  const foreign = [instructionsForm, entityForm, contactForm].flatMap(({ kind }) => {
    const form = formOfKind(kind);
    return form.fields.flatMap((field) =>
      form.otherLanguages[field].map((name): [string, FormKind, TableField] => [name, kind, field]),
    );
  });

  test.each(foreign)(
    '%j of %s is the %s, with its accents and without, and no other field',
    (name, kind, field) => {
      const form = formOfKind(kind);
      expect(name).toBe(normalizeHeader(name));
      for (const typed of withoutAccents(name)) {
        const claiming = form.fields.filter(
          (other) =>
            form.synonyms[other].includes(typed) ||
            form.otherLanguages[other].some((one) => withoutAccents(one).includes(typed)),
        );
        expect(claiming).toEqual([field]);
        expect(suggestFor(form, ['x', typed.toUpperCase()])[field]).toBe(1);
      }
    },
  );

  test.each([
    ['de', 'Name des Rechtsträgers'],
    ['fr', 'nom de l’entité'],
  ])('know their fields by the names that the pane gives them in %s', async (language, own) => {
    await setLanguage(language);
    try {
      expect(instructionsForm.labels.entityName).toBe(own);
      for (const { kind } of [instructionsForm, entityForm, contactForm]) {
        const form = formOfKind(kind);
        const header = form.fields.map((field) => form.labels[field]);
        expect(Object.values(suggestFor(form, header))).toEqual([...header.keys()]);
        expect(recogniseForm(header)).toBe(kind);
      }
    } finally {
      await setLanguage('en');
    }
  });

  test('know the columns of a table with everything in it', () => {
    const header = instructionsForm.fields.map((field) => instructionsForm.synonyms[field][0] ?? '');
    const mapping = suggestFor(instructionsForm, header);
    expect(Object.values(mapping)).toEqual([...header.keys()]);
  });

  test('take their own result columns for no field, and those of others for what they say', () => {
    const header = ['Entity', 'Account number', 'Type', 'Nova payment instructions', 'Checked at', 'Message'];
    expect(mapped(instructionsForm, header)).toEqual({ entity: 0, accountNumber: 1, instructionsType: 2 });
    const chained = ['Name', 'Nova entity', 'Checked at', 'Account number', 'Type'];
    expect(mapped(instructionsForm, chained)).toMatchObject({ entity: 1, accountNumber: 3 });
  });

  test('find the column of mail addresses by its cells', () => {
    const table = tableOf(
      [
        ['Ann Example', 'ann@example.com'],
        ['Bob Example', 'bob@example.com'],
      ],
      { header: ['Name', 'Where to write'] },
    );
    expect(suggestFor(contactForm, table.header, table)).toMatchObject({ name: 0, email: 1 });
  });

  test.each<['accountNumber' | 'routingNumber', string[], string[]]>([
    ['accountNumber', ['Account number', 'IBAN'], ['000111222', 'GB33BUKB20201555555555']],
    ['routingNumber', ['ACH routing number', 'Wire routing number'], ['021000021', '011000015']],
  ])('leave the %s to the user where two columns of other values could be it', (field, names, cells) => {
    const header = ['Entity', 'Type', ...names];
    const values = [['ent_Ada1', 'ACH', ...cells]];
    const differing = suggestFor(instructionsForm, header, tableOf(values, { header }));
    expect(differing).toMatchObject({ entity: 0, [field]: null });
    const same = values.map((row) => [...row.slice(0, 3), row[2] ?? '']);
    const equal = suggestFor(instructionsForm, header, tableOf(same, { header }));
    expect([2, 3]).toContain(equal[field]);
  });

  test('show account numbers by their ending alone', () => {
    const table = tableOf([['ent_Ada1', '000111222333']], { header: ['Entity', 'Account number'] });
    const evidence = evidenceFor(instructionsForm, table);
    expect(evidence.find(({ field }) => field === 'accountNumber')?.samples).toEqual(['••••2333']);
    expect(JSON.stringify(evidence)).not.toContain('000111222333');
  });
});

function mapped<F extends TableField>(form: TableForm<F>, header: string[]) {
  return Object.fromEntries(Object.entries(suggestFor(form, header)).filter(([, column]) => column !== null));
}
