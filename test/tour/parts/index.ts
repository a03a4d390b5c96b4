import type { TourPart } from '../tour.ts';
import { again } from './again.ts';
import { approving } from './approving.ts';
import { bankDetails } from './payee-details.ts';
import { entities } from './entities.ts';
import { firstVisit } from './first-visit.ts';
import { mainJob } from './main-job.ts';
import { limits, live, modeLock, versions } from './modes.ts';
import { accounts, oldExcel, opening } from './opening.ts';
import { selections } from './selections.ts';
import { tables } from './tables.ts';
import { troubles } from './troubles.ts';
import { writing } from './writing.ts';

/** The way from a payout table to its ids, and what can happen on it. */
export const payoutParts: readonly TourPart[] = [mainJob, tables, selections, again, troubles, writing];

/** Who comes in, what is beside payouts, and what concerns everything. */
export const partsBeside: readonly TourPart[] = [
  ...[opening, firstVisit, accounts, oldExcel, approving, bankDetails, entities],
  ...[live, limits, modeLock, versions],
];

/** Together they lead the pane through all its states. */
export const parts: readonly TourPart[] = [...payoutParts, ...partsBeside];
