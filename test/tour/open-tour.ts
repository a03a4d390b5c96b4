import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../src/scripts/project-path.ts';
import { DeskUnderTest } from '../support/desk.ts';

/** A Monday before the sample's payment days. */
const time = '2027-09-20T09:30:00Z';

export const sampleFile = projectPath('assets/sample-payouts.xlsx');

/** What one part's desk has that others have not. */
export interface TourDesk {
  /** The content of the limits file. */
  limits?: unknown;
  live?: boolean;
  environment?: Record<string, string>;
  /** For somebody who has never seen the pane. */
  isNew?: boolean;
}

/** The time of the page, the proxy and the sandbox, which stands still but for this. */
export interface Clock {
  pass(hours: number): Promise<void>;
}

/** A desk in which every run shows the same, ids and times included. */
export async function openPart(
  name: string,
  { limits = {}, live = false, environment = {}, isNew = false }: TourDesk = {},
): Promise<{ it: DeskUnderTest; clock: Clock }> {
  const file = join(mkdtempSync(join(tmpdir(), 'tour-')), 'limits.json');
  writeFileSync(file, JSON.stringify(limits));
  let passedMs = 0;
  let asked = 0;
  const start = Date.parse(time);
  const it = await DeskUnderTest.open({
    workbookFile: sampleFile,
    paneWidth: 320,
    environment: {
      LIMITS_FILE: file,
      NOVA_MAX_TRIES: '1',
      ...(live && { ACCOUNT_HASH_KEY: 'only for pictures, and long enough for it' }),
      ...environment,
    },
    live,
    isNew,
    // Whatever is put in the order of time has one: no two moments are the same, and no picture shows the difference.
    now: () => start + passedMs + (asked += 1),
    pinned: { idSeed: `tour of ${name}`, time },
  });
  return {
    it,
    clock: {
      async pass(hours) {
        passedMs += hours * 3_600_000;
        await it.page.clock.setFixedTime(start + passedMs);
      },
    },
  };
}

/** A desk for walks of other tests, with a second person for large distributions; those of the sample stay below. */
export async function openTour(): Promise<DeskUnderTest> {
  return (await openPart('tour', { limits: { approval: { from: { USD: '5000000.00' } } } })).it;
}
