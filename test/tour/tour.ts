import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { projectPath } from '../../src/scripts/project-path.ts';
import type { DeskUnderTest } from '../support/desk.ts';
import { openPart, type Clock, type TourDesk } from './open-tour.ts';

/** Where a walk leaves pictures of what went wrong; git ignores it. */
export const troubleDir = projectPath('.cache/pictures');

/** What is drawn: the pane, what it prints, or its page in a window of its own. */
export type StopKind = 'pane' | 'paper' | 'page';

/** A state of the pane, by a name that stays. */
export interface Stop {
  name: string;
  kind: StopKind;
  /** In which it is drawn. */
  frame: Pick<FrameLocator, 'locator'>;
}

/** Called in every state of the pane; the state waits until it is done. */
export type Visit = (name: string, kind?: StopKind) => Promise<void>;

/** A walk on a desk of its own, through states that belong together. */
export interface TourPart {
  name: string;
  /** Its states have pictures in all looks. */
  isMain?: boolean;
  desk?: TourDesk;
  /** Leads the pane through the states, each reached as a person would reach it. */
  walk: (it: DeskUnderTest, visit: Visit, clock: Clock) => Promise<void>;
}

/** Walks one part. Rejects where it gets stuck, with a picture of where, or where the page threw an error on the way. */
export async function walkPart(
  part: TourPart,
  onStop: (it: DeskUnderTest, stop: Stop) => Promise<void>,
): Promise<void> {
  const { it, clock } = await openPart(part.name, part.desk);
  const visited = new Set<string>();
  try {
    await part.walk(
      it,
      async (name, kind = 'pane') => {
        if (visited.has(name)) throw new Error(`Two states of ${part.name} are called ${name}.`);
        visited.add(name);
        await onStop(it, { name, kind, frame: frameOf(it, kind) });
      },
      clock,
    );
    if (it.pageErrors.length > 0) throw new Error(`The page threw: ${it.pageErrors.join('; ')}`);
  } catch (error) {
    throw new Error(await whereStuck(it, part.name, [...visited].at(-1)), { cause: error });
  } finally {
    await it.close();
  }
}

function frameOf({ page, pane }: DeskUnderTest, kind: StopKind): Stop['frame'] {
  return { pane, paper: pane.frameLocator('iframe'), page }[kind];
}

async function whereStuck({ page }: DeskUnderTest, part: string, after: string | undefined): Promise<string> {
  mkdirSync(troubleDir, { recursive: true });
  const file = join(troubleDir, `${part}-stuck.png`);
  await page.screenshot({ path: file });
  return `The walk "${part}" got stuck after the state "${after ?? 'none'}"; ${file} shows where.`;
}
