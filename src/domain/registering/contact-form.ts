import { problemTexts } from '../../words/index.ts';
import type { TableForm } from '../table-form.ts';
import { contactFields, type ContactField } from './fields.ts';
import { contactHeaders } from './foreign-headers.ts';

/** Contacts to create, so that payouts can notify them: one row is one person. */
export const contactForm: TableForm<ContactField> = {
  kind: 'contact',
  fields: contactFields,
  required: ['name', 'email'],
  get labels() {
    return problemTexts.fields;
  },
  get advice() {
    return problemTexts.advice.contact;
  },
  synonyms: {
    name: [
      'contact name',
      'name',
      'contact',
      'full name',
      'contact person',
      'person',
      'recipient name',
      'recipient',
    ],
    email: [
      'email',
      'e mail',
      'email address',
      'e mail address',
      'mail',
      'contact email',
      'contact e mail',
      'mail address',
      'notification email',
    ],
    externalReference: [
      'external reference',
      'external ref',
      'reference',
      'our reference',
      'our ref',
      'ref',
      'external id',
      'crm id',
    ],
  },
  otherLanguages: contactHeaders,
  cells: { name: 'name', email: 'email', externalReference: 'reference' },
  toldByCells: ['email'],
  oftenTwice: {},
  neverInTotals: ['email'],
  telling: ['email'],
  results: { registeredId: 'Nova contact', checkedAt: 'Checked at', message: 'Message' },
};
