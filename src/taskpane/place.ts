import type { Boundary } from './boundary.ts';
import type { Busy, PaneEvent, PaneState, PlaceEvent, PlaceName, PlaceState } from './events.ts';
import type { Job, PayoutJob, Phase } from './phase.ts';
import type { RegistrationJob } from './registrations/phase.ts';
import type { Store } from './store.ts';

/** One place as the flows see it that all places share: its own state, and the pane around it. */
export interface Place<J extends Job> {
  name: PlaceName;
  get: () => PlaceState<J>;
  pane: () => PaneState;
  /** Whether it is the one that is shown to somebody who is signed in. */
  isShown: () => boolean;
  dispatch: (event: PlaceEvent<J>) => void;
  subscribe: Store['subscribe'];
  /** As the boundary's, with what the job ends with in this place. */
  guard: (busy: Busy | null, work: () => Promise<PlaceEvent<J> | null>) => Promise<void>;
}

export function payoutsPlace(store: Store, { guard }: Boundary): Place<PayoutJob> {
  return placeOf<PayoutJob>(
    store,
    guard,
    'payouts',
    (state) => state,
    (event) => event,
  );
}

export function registrationsPlace(store: Store, { guard }: Boundary): Place<RegistrationJob> {
  return placeOf<RegistrationJob>(
    store,
    guard,
    'registrations',
    ({ registrations }) => registrations,
    (event) => ({ type: 'registrations', event }),
  );
}

function placeOf<J extends Job>(
  store: Store,
  guard: Boundary['guard'],
  name: PlaceName,
  stateOf: (state: PaneState) => PlaceState<J>,
  wrap: (event: PlaceEvent<J>) => PaneEvent,
): Place<J> {
  return {
    name,
    get: () => stateOf(store.get()),
    pane: store.get,
    isShown() {
      const { session, place } = store.get();
      return session !== null && place === name;
    },
    dispatch: (event) => store.dispatch(wrap(event)),
    subscribe: store.subscribe,
    guard: (busy, work) =>
      guard(busy, async () => {
        const event = await work();
        return event === null ? null : wrap(event);
      }),
  };
}

/** The place that is shown. */
export function shownPlace(state: PaneState): PlaceState | PlaceState<RegistrationJob> {
  return state.place === 'payouts' ? state : state.registrations;
}

export function shownPhase(state: PaneState): Phase | Phase<RegistrationJob> {
  return shownPlace(state).phase;
}

/** An event that any place understands, for the one that is shown. */
export function inShownPlace(
  { place }: PaneState,
  event: Extract<PlaceEvent, { type: 'go' | 'run-abandoned' | 'cancel-requested' }>,
): PaneEvent {
  return place === 'payouts' ? event : { type: 'registrations', event };
}
