/** The French of `../en/fields.ts`. */
import { formatDecimal } from '../format.ts';
import type { Words } from '../language.ts';

export const fields: Words['problemTexts']['fields'] = {
  distributionName: 'nom de la distribution',
  vehicle: 'véhicule',
  distributionDate: 'date de la distribution',
  entity: 'entité',
  amount: 'montant',
  currency: 'devise',
  payeeName: 'nom du bénéficiaire',
  contacts: 'contacts à avertir',
  dateOverride: 'date de paiement différente',
  externalReference: 'référence externe',
  entityName: 'nom de l’entité',
  instructionsType: 'type',
  beneficiaryName: 'nom du titulaire du compte',
  accountNumber: 'numéro de compte',
  routingNumber: 'numéro de routage',
  swiftCode: 'code SWIFT',
  bankName: 'nom de la banque',
  branchCode: 'code d’agence',
  street1: 'rue',
  street2: 'complément d’adresse',
  city: 'ville',
  state: 'État',
  postalCode: 'code postal',
  countryCode: 'pays',
  intermediaryName: 'banque intermédiaire',
  intermediarySwiftCode: 'code SWIFT de la banque intermédiaire',
  instructionsLine1: 'première ligne d’instructions',
  instructionsLine2: 'deuxième ligne d’instructions',
  instructionsLine3: 'troisième ligne d’instructions',
  name: 'nom',
  email: 'adresse e-mail',
  entityType: 'type',
  externalType: 'type externe',
};

export const advice: Words['problemTexts']['advice'] = {
  payout: {
    distributionName: 'Saisissez le nom que la distribution aura dans Nova.',
    vehicle: 'Saisissez l’identifiant du véhicule qui paie (veh_…).',
    distributionDate: 'Saisissez la date de la distribution.',
    entity: 'Saisissez l’identifiant de l’entité qui reçoit le paiement (ent_…).',
    get amount() {
      return `Saisissez le montant à payer, par exemple ${formatDecimal('1234.56')}.`;
    },
  },
  instructions: {
    entity: 'Saisissez l’identifiant de l’entité à qui appartient le compte (ent_…).',
    instructionsType: 'Saisissez ACH, domestic wire ou international wire.',
  },
  entity: {
    name: 'Saisissez le nom légal de l’entité.',
    entityType: 'Saisissez un type, par exemple LLC, trust ou individual.',
  },
  contact: {
    name: 'Saisissez le nom du contact.',
    email: 'Saisissez l’adresse à laquelle le contact est averti.',
  },
};
