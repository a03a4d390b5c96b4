import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { RunOptions } from 'axe-core';
import { hasPinnedBrowser } from '../../src/scripts/browser.ts';
import { allRules, axeFindings, colorRules, sizeRules } from './axe.ts';
import { pictureLooks, takeLook, takeWalkingLook, type Look } from './looks.ts';
import {
  acceptCommand,
  lastDifferenceOf,
  leftOver,
  pictureName,
  picturesDir,
  untilAsBefore,
} from './pictures.ts';
import { walkPart, type Stop, type TourPart } from './tour.ts';

interface Check {
  look: Look;
  axe: RunOptions;
  /** Compared with its reference. */
  isCompared: boolean;
}

/**
 * Each rule in each look that can change what it says: all of them once, contrast again in the other themes, sizes at the
 * other width.
 */
const paneChecks: readonly Check[] = [
  { look: { widthPx: 320, scheme: 'dark' }, axe: colorRules, isCompared: true },
  { look: { widthPx: 320, scheme: 'forced' }, axe: colorRules, isCompared: false },
  { look: { widthPx: 500, scheme: 'light' }, axe: sizeRules, isCompared: true },
  { look: { widthPx: 320, scheme: 'light' }, axe: allRules, isCompared: false },
];

function checksOf(stop: Stop): readonly Check[] {
  if (stop.kind !== 'paper') return paneChecks;
  return pictureLooks(stop, false).map((look) => ({ look, axe: allRules, isCompared: true }));
}

/** Why no picture is compared; null where they are. */
export function notCompared(): string | null {
  if (!hasPinnedBrowser()) {
    return 'No picture was compared: the packaged Chromium, which alone draws the same pixels everywhere, runs on Linux, x64.';
  }
  return existsSync(picturesDir)
    ? null
    : `No picture was compared: ${picturesDir} does not exist. "${acceptCommand}" makes it.`;
}

/** One test for each part: axe finds nothing in any state, and every state looks as its reference picture. */
export function testStates(parts: readonly TourPart[]): void {
  const reason = notCompared();
  if (reason !== null) process.stderr.write(`${reason}\n`);
  test.each(parts.map((part) => [part.name, part] as const))(
    'the states of "%s" are accessible and look as they did',
    async (_name, part) => {
      const findings: string[] = [];
      const differences: string[] = [];
      const names = new Set<string>();
      await walkPart(part, async (it, stop) => {
        for (const look of pictureLooks(stop, part.isMain === true)) names.add(pictureName(stop, look));
        for (const check of checksOf(stop)) {
          await takeLook(it, stop, check.look);
          findings.push(...(await findingsOf(stop, check)));
          if (reason !== null || !check.isCompared) continue;
          const name = pictureName(stop, check.look);
          const patience = untilAsBefore(differences.length);
          const difference = await lastDifferenceOf(it, stop, part.name, name, picturesDir, patience);
          if (difference !== null) differences.push(difference);
        }
        await takeWalkingLook(it, stop);
      });
      expect(names.size).toBeGreaterThan(0);
      expect(findings).toEqual([]);
      if (reason === null) differences.push(...leftOver(part.name, names));
      expect(differences.length === 0 ? [] : [...differences, `If this is meant: ${acceptCommand}`]).toEqual(
        [],
      );
    },
    300_000,
  );
}

async function findingsOf(stop: Stop, { look, axe }: Check): Promise<string[]> {
  const found = await axeFindings(stop, axe);
  return found.map((finding) => `${stop.name}, ${look.widthPx} ${look.scheme}: ${finding}`);
}
