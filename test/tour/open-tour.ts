import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../src/scripts/project-path.ts';
import { DeskUnderTest } from '../support/desk.ts';

/** A Monday before the sample's payment days. */
const time = '2027-09-20T09:30:00Z';

/** Above this a second person approves; every distribution of the sample stays below. */
export const approvalFrom = '5000000.00';

/** A desk in which every run shows the same, ids and times included. */
export function openTour(): Promise<DeskUnderTest> {
  const limits = join(mkdtempSync(join(tmpdir(), 'tour-')), 'limits.json');
  writeFileSync(limits, JSON.stringify({ approval: { from: { USD: approvalFrom } } }));
  return DeskUnderTest.open({
    workbookFile: projectPath('assets/sample-payouts.xlsx'),
    paneWidth: 320,
    environment: { LIMITS_FILE: limits, NOVA_MAX_TRIES: '1' },
    now: () => Date.parse(time),
    pinned: { idSeed: 'tour', time },
  });
}
