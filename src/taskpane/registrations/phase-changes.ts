import type { PlaceEvent, PlaceState } from '../events.ts';
import { reducePlace } from '../place-changes.ts';
import type { RegistrationEvent, RegistrationJob } from './phase.ts';

export function reduceRegistrations(
  place: PlaceState<RegistrationJob>,
  event: PlaceEvent<RegistrationJob> | RegistrationEvent,
): PlaceState<RegistrationJob> {
  if (event.type === 'registration-resolved') return place;
  return reducePlace(place, event);
}
