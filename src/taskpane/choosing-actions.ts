import type { TableCandidate } from '../domain/index.ts';
import { progressOf } from './check-progress.ts';
import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import { checkCandidate } from './flows/check.ts';
import { assertSameNova } from './workbook-nova.ts';
import type { Store } from './store.ts';

/** What a person does when the table at the selection is not the one that is meant. */
export interface ChoosingActions {
  listTables: () => Promise<void>;
  chooseTable: (candidate: TableCandidate) => Promise<void>;
  leaveChoice: () => void;
}

export function choosingActions(desk: Desk, store: Store, guard: Guard): ChoosingActions {
  const { dispatch, get } = store;
  return {
    listTables: () =>
      guard('listing', async () => ({ type: 'candidates', candidates: await desk.excel.listCandidates() })),
    chooseTable: (candidate) =>
      guard('checking', async () => {
        await assertSameNova(desk, store);
        return {
          type: 'read',
          reading: await checkCandidate(desk, candidate, { onProgress: progressOf(store) }),
        };
      }),
    leaveChoice() {
      if (get().busy === null) dispatch({ type: 'choice-left' });
    },
  };
}
