import { problemTexts } from '../../words/index.ts';
import type { TableForm } from '../table-form.ts';
import { entityFields, type EntityField } from './fields.ts';
import { entityHeaders } from './foreign-headers.ts';

/** Entities to create, so that payouts can refer to them: one row is one entity. */
export const entityForm: TableForm<EntityField> = {
  kind: 'entity',
  fields: entityFields,
  required: ['name', 'entityType'],
  get labels() {
    return problemTexts.fields;
  },
  get advice() {
    return problemTexts.advice.entity;
  },
  synonyms: {
    name: [
      'entity name',
      'legal name',
      'name',
      'entity',
      'investor name',
      'investor',
      'payee name',
      'payee',
      'lp name',
      'lp',
      'full legal name',
    ],
    entityType: [
      'entity type',
      'type',
      'legal type',
      'legal form',
      'investor type',
      'type of entity',
      'tax classification',
      'entity classification',
      'structure',
    ],
    externalReference: [
      'external reference',
      'external ref',
      'reference',
      'our reference',
      'our ref',
      'ref',
      'external id',
      'investor id',
      'crm id',
    ],
    externalType: ['external type', 'our type', 'internal type', 'external category'],
  },
  otherLanguages: entityHeaders,
  cells: { name: 'name', entityType: 'any', externalReference: 'reference', externalType: 'any' },
  toldByCells: [],
  oftenTwice: {},
  neverInTotals: ['entityType'],
  telling: ['entityType'],
  results: { registeredId: 'Nova entity', checkedAt: 'Checked at', message: 'Message' },
};
