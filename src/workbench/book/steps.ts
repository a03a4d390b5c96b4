import type { Area, BookChange, TrackedArea } from './book.ts';
import { inverse, shiftArea, type Shift } from './shift.ts';
import type { BookState } from './state.ts';

/** What one undo takes back: so many steps of IronCalc's own history, and the state of ours before them. */
export interface Step {
  engineSteps: number;
  before: BookState;
  after: BookState;
  shifts: { sheetId: string; shift: Shift }[];
  /** Where the tracked areas were: shifting back alone would not bring back one whose cells were deleted. */
  trackedBefore: Map<TrackedArea, Area | null>;
  trackedAfter: Map<TrackedArea, Area | null>;
  changes: BookChange[];
}

/** Where an area is that was tracked only after the shifts which are now taken back, or is now done again. */
export function shiftedArea(tracked: TrackedArea, shifts: Step['shifts'], backwards: boolean): Area | null {
  let { area } = tracked;
  for (const { sheetId, shift } of shifts) {
    if (area && sheetId === tracked.sheetId) area = shiftArea(area, backwards ? inverse(shift) : shift);
  }
  return area;
}

/** Two steps in a row as one. */
export function joined(first: Step, second: Step): Step {
  const trackedBefore = new Map(first.trackedBefore);
  for (const [tracked, area] of second.trackedBefore) {
    // Tracked between the two: where its cells were before the first.
    const before = shiftedArea({ ...tracked, area }, first.shifts.toReversed(), true);
    if (!trackedBefore.has(tracked)) trackedBefore.set(tracked, before);
  }
  const trackedAfter = new Map<TrackedArea, Area | null>();
  for (const [tracked, area] of first.trackedAfter) {
    trackedAfter.set(tracked, shiftedArea({ ...tracked, area }, second.shifts, false));
  }
  for (const [tracked, area] of second.trackedAfter) trackedAfter.set(tracked, area);
  return {
    engineSteps: first.engineSteps + second.engineSteps,
    before: first.before,
    after: second.after,
    shifts: [...first.shifts, ...second.shifts],
    trackedBefore,
    trackedAfter,
    changes: [...first.changes, ...second.changes],
  };
}
