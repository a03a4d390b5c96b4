import { registeredIdSchema, type RegistrationKind } from '../../contract/index.ts';
import type { Place } from '../place.ts';
import { placeActions, readingOf, watched, type Ground, type PlaceActions } from '../place-actions.ts';
import { runShipment, writeCurrent } from '../run.ts';
import type { PaneEvent, PlaceEvent } from '../state.ts';
import { checkAs } from './checks.ts';
import { forgetUnwritten, unwrittenIn } from './kept.ts';
import { maskAccounts } from './masking.ts';
import type { RegistrationEvent, RegistrationJob } from './phase.ts';
import { registrationRules } from './rules.ts';
import { submissionOf, type PlannedItem } from './submission.ts';

/** What a person does in the place of the payee details. */
export interface RegistrationActions extends PlaceActions {
  /** Takes the table for something else. */
  takeAs: (kind: RegistrationKind) => Promise<void>;
  /** Says that what the confirmation asks for was done. */
  tick: (ticked: boolean) => void;
  /** Says which id a row became, or which one bears its reference. */
  linkItem: (item: Pick<PlannedItem, 'registration' | 'index'>, entryId: string, id: string) => Promise<void>;
  /** Shows the end of the account numbers alone in the sheet. */
  mask: () => Promise<void>;
  leaveUnmasked: () => void;
  /** Writes the ids of what an earlier life of the pane registered. */
  finishWriting: () => Promise<void>;
  leaveUnwritten: () => void;
}

export function registrationActions(ground: Ground, place: Place<RegistrationJob>): RegistrationActions {
  const { desk, store, retryMs } = ground;
  const { guard } = ground.boundary;
  const own = (event: RegistrationEvent): PaneEvent => ({ type: 'registrations', event });
  return {
    ...placeActions(ground, place, registrationRules),
    takeAs: (kind) =>
      place.guard('checking', async () => {
        const reading = readingOf(place.get().phase);
        return { type: 'remapped', reading: await checkAs(desk, reading, kind, watched(store)) };
      }),
    tick: (ticked) => place.dispatch({ type: 'ticked', ticked }),
    linkItem: ({ registration, index }, entryId, id) =>
      guard('resolving', async () => {
        const outcome = await desk.proxy.linkRegistration(entryId, registeredIdSchema.parse(id));
        const event = own({ type: 'registration-resolved', key: registration.key, index, outcome });
        if (place.get().phase.step !== 'result') return event;
        store.dispatch(event);
        const written = await writeCurrent(desk, place, registrationRules, retryMs);
        return { type: 'registrations', event: written };
      }),
    mask: () =>
      guard('fixing', async () => {
        const { phase } = place.get();
        if (phase.step !== 'result') throw new Error('Nothing was registered.');
        return own({ type: 'masking', masking: await maskAccounts(desk, phase.results) });
      }),
    leaveUnmasked: () => store.dispatch(own({ type: 'masking', masking: { status: 'left' } })),
    finishWriting: () => place.guard('writing', () => finishWriting(ground, place)),
    leaveUnwritten() {
      forgetUnwritten(desk.storage);
      store.dispatch({ type: 'unwritten', unwritten: null });
    },
  };
}

/** Where everything else is registered too, the ids are written at once; else the preview says what would be sent. */
async function finishWriting(
  { desk, store, boundary, retryMs }: Ground,
  place: Place<RegistrationJob>,
): Promise<PlaceEvent<RegistrationJob> | null> {
  const unwritten = unwrittenIn(desk.storage);
  if (unwritten === null) throw new Error('There is nothing to write.');
  const reading = await registrationRules.checks.known(desk, unwritten, watched(store));
  store.dispatch({ type: 'unwritten', unwritten: null });
  place.dispatch({ type: 'read', reading });
  const { plan } = reading.check;
  if (plan === null || place.get().phase.step !== 'preview') return null;
  const { toSend, acceptedBefore } = submissionOf(plan, reading);
  if (toSend.length > 0 || acceptedBefore.length === 0) return null;
  return runShipment(desk, place, registrationRules, boundary, retryMs);
}
