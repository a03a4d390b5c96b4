/** See `../en/lists.ts`. */
import type { Words } from '../language.ts';

export const lists: Words['lists'] = {
  payouts: ['Empfänger', 'Rechtsträger', 'Betrag', 'Währung', 'Nova distribution', 'Nova payment'],
  registrations: ['Name', 'Rechtsträger', 'Konto', 'Nova-ID'],
};
