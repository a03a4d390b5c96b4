/** See `../en/lists.ts`. */
import type { Words } from '../language.ts';

export const lists: Words['lists'] = {
  payouts: ['Bénéficiaire', 'Entité', 'Montant', 'Devise', 'Nova distribution', 'Nova payment'],
  registrations: ['Nom', 'Entité', 'Compte', 'Identifiant Nova'],
};
