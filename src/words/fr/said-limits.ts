import type { Limited, saidOfLimits as english } from '../en/said-limits.ts';
import { otherMode } from '../en/said-words.ts';
import { named } from '../named.ts';
import { thisOne } from './said-words.ts';

const limited: Record<Limited, string> = {
  payment: 'un paiement',
  distribution: 'une distribution',
  day: 'une journée',
};

const modes = { live: 'Live', sandbox: 'Sandbox' };

export const saidOfLimits: typeof english = {
  vehicleNotAllowed: ({ vehicle }) =>
    `Rien ne peut être préparé pour le véhicule ${vehicle}\u00a0: il n’est pas de ceux qui sont autorisés ici.`,
  severalCurrencies: () =>
    'Des paiements en plusieurs devises ne peuvent pas être comparés aux limites. Préparez chaque devise à part.',
  notAmongLive: ({ userName }) => `${userName} n’est pas de ceux qui peuvent travailler sur Live ici.`,
  noLimitInCurrency: ({ what, currency }) =>
    `Aucune limite pour ${named(limited, what)} n’est fixée en ${currency}\u202f; rien ne peut y être préparé.`,
  beyondLimit: (about, { money }) =>
    `La limite pour ${named(limited, about.what)} est de ${money(about.limitCents, about.currency)}\u202f; ${money(about.amountCents, about.currency)} la dépassent de ${money(about.amountCents - about.limitCents, about.currency)}.`,
  beyondDay: (about, { money }) =>
    `La limite pour une journée est de ${money(about.limitCents, about.currency)}. Le ${about.day} (UTC), ${money(about.takenCents, about.currency)} sont déjà pris\u202f; cette distribution de ${money(about.amountCents, about.currency)} la dépasserait de ${money(about.takenCents + about.amountCents - about.limitCents, about.currency)}.`,
  otherDay: () => 'Préparez-la un autre jour, ou faites relever la limite.',

  otherMode: ({ id, kind, mode }) =>
    `Nova a créé ${id ?? thisOne(kind)} sur ${named(modes, otherMode(mode))}, mais le serveur Distribution Desk est réglé sur ${named(modes, mode)}. Regardez dans le tableau de bord de Nova, et faites vérifier NOVA_MODE et les identifiants d’accès avant tout autre envoi.`,
  notOfMode: ({ id, mode }) =>
    `${id} n’appartient pas à ${named(modes, mode)}, où le serveur Distribution Desk travaille. Faites vérifier NOVA_MODE et les identifiants d’accès.`,
  checkOrganization: () =>
    'Faites vérifier NOVA_ORGANIZATION_ID et les identifiants d’accès avant tout autre envoi.',
  lockStands: () => 'Rien n’est envoyé tant qu’un admin n’a pas regardé et rétabli les envois.',
  lockChanged: () =>
    'Ce qui arrête les envois n’est pas ce que vous avez regardé\u202f; ils restent arrêtés. Regardez la situation actuelle et décidez à nouveau.',
};
