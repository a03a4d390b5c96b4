import type { Problem } from '../domain/index.ts';
import type { PlaceEvent, PlaceState } from './events.ts';
import { nextPhase } from './phase-changes.ts';
import { canPreview, type Job, type Notice } from './phase.ts';
import { strings } from '../words/index.ts';

function previewLeftNotice(): Notice {
  const { previewLeftTitle: title, previewLeftText: text } = strings.notices;
  return { intent: 'info', title, text };
}

/** The flow of any place. An event that its phase cannot meet is a bug and throws. */
export function reducePlace<J extends Job>(place: PlaceState<J>, event: PlaceEvent<J>): PlaceState<J> {
  switch (event.type) {
    case 'notice':
      return { ...place, notice: event.notice };
    case 'rechecking':
      return { ...place, rechecking: event.rechecking };
    case 'rechecked':
      return rechecked(place, event.reading, event.notice);
    case 'sheet-changed':
      return {
        ...place,
        phase: { step: 'checked', reading: event.reading, warningsSeen: false },
        notice: event.notice,
      };
    default:
      return { ...place, phase: nextPhase(place.phase, event), notice: noticeAfter(place.notice, event) };
  }
}

/**
 * A check that ran by itself moves nobody: the check stays the check even when all is well now, and the preview is left
 * only when it may no longer be gone on from. Warnings count as looked at only while they are the very same.
 */
function rechecked<J extends Job>(
  place: PlaceState<J>,
  reading: J['reading'],
  said: Notice | null,
): PlaceState<J> {
  const { phase } = place;
  if (phase.step !== 'checked' && phase.step !== 'preview') {
    throw new Error(`A check that ran again ended at ${phase.step}.`);
  }
  const warningsSeen = phase.warningsSeen && sameWarnings(phase.reading, reading);
  const stays = phase.step === 'checked' || canPreview(reading, warningsSeen);
  const notice = said ?? (stays ? place.notice : previewLeftNotice());
  return {
    ...place,
    phase: { step: stays ? phase.step : 'checked', reading, warningsSeen },
    notice,
    rechecking: false,
  };
}

function sameWarnings(before: Job['reading'], after: Job['reading']): boolean {
  const [one, other] = [warningsOf(before), warningsOf(after)];
  return one.length === other.length && one.every((warning, index) => isSameProblem(warning, other[index]));
}

function warningsOf({ check: { problems } }: Job['reading']): Problem[] {
  return problems.filter(({ severity }) => severity === 'warning');
}

function isSameProblem(one: Problem, other: Problem | undefined): boolean {
  return (
    one.code === other?.code &&
    one.message === other.message &&
    one.cell?.rowIndex === other.cell?.rowIndex &&
    one.cell?.columnIndex === other.cell?.columnIndex
  );
}

/** A step forward or back makes what was said before stale; typing and ticking do not. */
function noticeAfter<J extends Job>(notice: Notice | null, event: PlaceEvent<J>): Notice | null {
  switch (event.type) {
    case 'run-abandoned':
      return event.notice;
    case 'warnings-seen':
    case 'control-total-typed':
    case 'ticked':
    case 'sending':
    case 'cancel-requested':
    case 'writing':
    case 'written':
    case 'write-failed':
    case 'ids-lost':
      return notice;
    default:
      return null;
  }
}
