import type { Limited, saidOfLimits as english } from '../en/said-limits.ts';
import { otherMode } from '../en/said-words.ts';
import { named } from '../named.ts';
import { object } from './said-words.ts';

const limited: Record<Limited, string> = {
  payment: 'eine Zahlung',
  distribution: 'eine Ausschüttung',
  day: 'einen Tag',
};

const modes = { live: 'Live', sandbox: 'Sandbox' };

export const saidOfLimits: typeof english = {
  vehicleNotAllowed: ({ vehicle }) =>
    `Für das Vehikel ${vehicle} darf nichts vorgemerkt werden: Es gehört nicht zu denen, die hier erlaubt sind.`,
  severalCurrencies: () =>
    'Zahlungen in mehreren Währungen lassen sich nicht an den Limits messen. Merken Sie jede Währung für sich vor.',
  notAmongLive: ({ userName }) => `${userName} gehört nicht zu denen, die hier auf Live arbeiten dürfen.`,
  noLimitInCurrency: ({ what, currency }) =>
    `In ${currency} ist kein Limit für ${named(limited, what)} festgelegt; darin darf nichts vorgemerkt werden.`,
  beyondLimit: (about, { money }) =>
    `Das Limit für ${named(limited, about.what)} ist ${money(about.limitCents, about.currency)}; ${money(about.amountCents, about.currency)} liegen um ${money(about.amountCents - about.limitCents, about.currency)} darüber.`,
  beyondDay: (about, { money }) =>
    `Das Limit für einen Tag ist ${money(about.limitCents, about.currency)}. Am ${about.day} (UTC) sind davon ${money(about.takenCents, about.currency)} belegt; diese Ausschüttung von ${money(about.amountCents, about.currency)} ginge um ${money(about.takenCents + about.amountCents - about.limitCents, about.currency)} darüber hinaus.`,
  otherDay: () => 'Merken Sie sie an einem anderen Tag vor, oder lassen Sie das Limit erhöhen.',

  otherMode: ({ id, kind, mode }) =>
    `Nova hat ${id ?? object(kind)} in ${named(modes, otherMode(mode))} angelegt, aber der Distribution-Desk-Server ist auf ${named(modes, mode)} eingestellt. Sehen Sie im Dashboard von Nova nach, und lassen Sie NOVA_MODE und die Zugangsdaten prüfen, bevor etwas anderes gesendet wird.`,
  notOfMode: ({ id, mode }) =>
    `${id} gehört nicht zu ${named(modes, mode)}, worin der Distribution-Desk-Server arbeitet. Lassen Sie NOVA_MODE und die Zugangsdaten prüfen.`,
  checkOrganization: () =>
    'Lassen Sie NOVA_ORGANIZATION_ID und die Zugangsdaten prüfen, bevor etwas anderes gesendet wird.',
  lockStands: () => 'Es wird nichts gesendet, bis ein Admin es angesehen hat und das Senden wieder zulässt.',
  lockChanged: () =>
    'Was das Senden anhält, ist nicht, was Sie angesehen haben; es bleibt angehalten. Sehen Sie an, wie es jetzt steht, und entscheiden Sie neu.',
};
