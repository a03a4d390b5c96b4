import type { TableCandidate } from '../domain/index.ts';
import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import { checkCandidate } from './flows/check.ts';
import type { Store } from './store.ts';

/** What a person does when the table at the selection is not the one that is meant. */
export interface ChoosingActions {
  listTables: () => Promise<void>;
  chooseTable: (candidate: TableCandidate) => Promise<void>;
  leaveChoice: () => void;
}

export function choosingActions(desk: Desk, { dispatch, get }: Store, guard: Guard): ChoosingActions {
  return {
    listTables: () =>
      guard('listing', async () => ({ type: 'candidates', candidates: await desk.excel.listCandidates() })),
    chooseTable: (candidate) =>
      guard('checking', async () => ({ type: 'read', reading: await checkCandidate(desk, candidate) })),
    leaveChoice() {
      if (get().busy === null) dispatch({ type: 'choice-left' });
    },
  };
}
