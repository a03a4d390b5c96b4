/** What fields are called within a sentence, and what to do where a required one is blank. */
import { formatDecimal } from '../format.ts';

/** Of every form: a field that two forms share is called the same in both. */
export const fields = {
  distributionName: 'distribution name',
  vehicle: 'vehicle',
  distributionDate: 'distribution date',
  entity: 'entity',
  amount: 'amount',
  currency: 'currency',
  payeeName: 'payee name',
  contacts: 'contacts to notify',
  dateOverride: 'payment date override',
  externalReference: 'external reference',
  entityName: 'entity name',
  instructionsType: 'type',
  beneficiaryName: 'beneficiary name',
  accountNumber: 'account number',
  routingNumber: 'routing number',
  swiftCode: 'SWIFT code',
  bankName: 'bank name',
  branchCode: 'branch code',
  street1: 'street',
  street2: 'second line of the street',
  city: 'city',
  state: 'state',
  postalCode: 'postal code',
  countryCode: 'country',
  intermediaryName: 'intermediary bank',
  intermediarySwiftCode: 'SWIFT code of the intermediary bank',
  instructionsLine1: 'first line of instructions',
  instructionsLine2: 'second line of instructions',
  instructionsLine3: 'third line of instructions',
  name: 'name',
  email: 'e-mail address',
  entityType: 'type',
  externalType: 'external type',
};

export const advice = {
  payout: {
    distributionName: 'Enter the name that the distribution will have in Nova.',
    vehicle: 'Enter the id of the vehicle that pays (veh_…).',
    distributionDate: 'Enter the date of the distribution.',
    entity: 'Enter the id of the entity that receives the payment (ent_…).',
    get amount() {
      return `Enter the amount to pay, such as ${formatDecimal('1234.56')}.`;
    },
  },
  instructions: {
    entity: 'Enter the id of the entity that the account belongs to (ent_…).',
    instructionsType: 'Enter ACH, domestic wire or international wire.',
  },
  entity: {
    name: 'Enter the legal name of the entity.',
    entityType: 'Enter a type, such as LLC, trust or individual.',
  },
  contact: {
    name: 'Enter the name of the contact.',
    email: 'Enter the address at which the contact is notified.',
  },
};
