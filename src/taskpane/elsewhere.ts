import { registrationKindSchema, type RegistrationKind } from '../contract/index.ts';
import { payoutForm, recogniseForm, type FormKind } from '../domain/index.ts';
import type { Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import { checkTableNow } from './flows/check.ts';
import { readOptions } from './flows/reread.ts';
import { watched } from './place-actions.ts';
import type { Reading } from './phase.ts';
import { checkAs } from './registrations/checks.ts';
import type { RegistrationReading } from './registrations/phase.ts';
import type { PaneEvent, PaneState, PlaceState } from './state.ts';
import type { Store } from './store.ts';

/** What the headers say that a table is for, where that is done in the other place. */
export type Elsewhere = Extract<FormKind, RegistrationKind | 'payout'>;

/** Payouts whose columns are all there are payouts, whatever else the headers may mean. */
export function elsewhereOfPayouts({
  table,
  mapping,
}: Pick<Reading, 'table' | 'mapping'>): RegistrationKind | null {
  if (payoutForm.required.every((field) => mapping[field] !== null)) return null;
  const kind = registrationKindSchema.safeParse(recogniseForm(table.header));
  return kind.success ? kind.data : null;
}

export function isPayoutsElsewhere({
  table,
  isRecognised,
}: Pick<RegistrationReading, 'table' | 'isRecognised'>): boolean {
  return !isRecognised && recogniseForm(table.header) === 'payout';
}

/** Whether a place can take a table without losing what it shows. */
function isFree({ phase }: PlaceState | PaneState['registrations']): boolean {
  return (
    phase.step === 'source' || phase.step === 'choose' || phase.step === 'checked' || phase.step === 'preview'
  );
}

export interface ElsewhereActions {
  /** Checks the table of the check screen in the other place, and shows that; where it is busy with results, shows it as it is. */
  changeOver: () => Promise<void>;
}

export function elsewhereActions(
  desk: Desk,
  store: Store,
  { guard }: Pick<Boundary, 'guard'>,
): ElsewhereActions {
  const { dispatch, get } = store;
  const toDetails = async (reading: Reading): Promise<PaneEvent> => {
    const kind = elsewhereOfPayouts(reading);
    if (kind === null) throw new Error('The table holds payouts.');
    const there = await checkAs(desk, reading, kind, watched(store));
    dispatch({ type: 'go', to: 'source' });
    dispatch({ type: 'place', place: 'registrations' });
    return { type: 'registrations', event: { type: 'read', reading: there } };
  };
  const toPayouts = async ({ table }: RegistrationReading): Promise<PaneEvent> => {
    const options = { ...readOptions(watched(store)), form: 'payout' as const };
    const fresh = await desk.excel.rereadTable(table.reference, options);
    const there = await checkTableNow(desk, fresh, watched(store));
    dispatch({ type: 'registrations', event: { type: 'go', to: 'source' } });
    dispatch({ type: 'place', place: 'payouts' });
    return { type: 'read', reading: there };
  };
  return {
    changeOver: () =>
      guard('checking', async () => {
        const { place, phase, registrations } = get();
        const isHere = place === 'payouts';
        if (!isFree(isHere ? registrations : get())) {
          return { type: 'place', place: isHere ? 'registrations' : 'payouts' };
        }
        if (isHere && phase.step === 'checked') return toDetails(phase.reading);
        if (!isHere && registrations.phase.step === 'checked') return toPayouts(registrations.phase.reading);
        return null;
      }),
  };
}
