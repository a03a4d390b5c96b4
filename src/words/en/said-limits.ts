/** What the proxy says of limits, and of the lock that stops all sending. */
import type { NovaMode, SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';
import type { Writing } from '../writing.ts';
import { noun, otherMode } from './said-words.ts';

/** What a limit is for. */
export type Limited = 'payment' | 'distribution' | 'day';

const limited: Record<Limited, string> = {
  payment: 'one payment',
  distribution: 'one distribution',
  day: 'one day',
};

export const saidOfLimits = {
  vehicleNotAllowed: ({ vehicle }: { vehicle: string }) =>
    `Nothing may be staged for the vehicle ${vehicle}: it is not one of those allowed here.`,
  severalCurrencies: () =>
    'Payments in several currencies cannot be held to the limits. Stage each currency on its own.',
  notAmongLive: ({ userName }: { userName: string }) =>
    `${userName} is not among those who may work in live mode here.`,
  noLimitInCurrency: ({ what, currency }: { what: Limited; currency: string }) =>
    `No limit for ${named(limited, what)} is set in ${currency}, so nothing may be staged in it.`,
  beyondLimit: (
    about: { what: Limited; currency: string; limitCents: number; amountCents: number },
    { money }: Writing,
  ) =>
    `The limit for ${named(limited, about.what)} is ${money(about.limitCents, about.currency)}; ${money(about.amountCents, about.currency)} goes beyond it by ${money(about.amountCents - about.limitCents, about.currency)}.`,
  beyondDay: (
    about: { day: string; currency: string; limitCents: number; takenCents: number; amountCents: number },
    { money }: Writing,
  ) =>
    `The limit for one day is ${money(about.limitCents, about.currency)}. ${money(about.takenCents, about.currency)} of ${about.day} (UTC) are taken, so this distribution of ${money(about.amountCents, about.currency)} goes beyond it by ${money(about.takenCents + about.amountCents - about.limitCents, about.currency)}.`,
  otherDay: () => 'Stage it on another day, or have the limit raised.',

  /** `id` is null where Nova gave none. */
  otherMode: ({ id, kind, mode }: { id: string | null; kind: SubmissionKindName; mode: NovaMode }) =>
    `Nova created ${id ?? `this ${noun(kind)}`} in ${otherMode(mode)} mode, but the Distribution Desk server is set to ${mode} mode. Look at it in the Nova dashboard, and have NOVA_MODE and the credentials checked before anything else is sent.`,
  notOfMode: ({ id, mode }: { id: string; mode: NovaMode }) =>
    `${id} is not of ${mode} mode, in which the Distribution Desk server works. Have NOVA_MODE and the credentials checked.`,
  checkOrganization: () =>
    'Have NOVA_ORGANIZATION_ID and the credentials checked before anything else is sent.',
  lockStands: () => 'Nothing is sent until an admin has looked at it and lets sending go on.',
  lockChanged: () =>
    'What stops the sending is not what you looked at, so it still stops. Look at it as it is now, and decide anew.',
};
