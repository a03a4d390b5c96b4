/**
 * `npm run pictures` makes the reference pictures of all states anew, and those of the README. After two dashes:
 * `--check` compares instead and changes nothing, `--only PART` takes one part of the tour, `--to DIR` writes elsewhere.
 */
import { parseArgs } from 'node:util';
import { readdirSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasPinnedBrowser } from '../../src/scripts/browser.ts';
import { buildBundles } from '../../src/scripts/bundles.ts';
import { pictureLooks, takeLook, takeWalkingLook } from './looks.ts';
import { parts } from './parts/index.ts';
import {
  acceptCommand,
  lastDifferenceOf,
  leftOver,
  pictureName,
  picturesDir,
  replacePictures,
  takeStillPicture,
  untilAsBefore,
  untilAtRest,
  untilDrawn,
  type Picture,
} from './pictures.ts';
import { makeReadmePictures } from './readme-pictures.ts';
import { walkPart, type TourPart } from './tour.ts';

/** As many desks as work side by side without waiting for each other. */
const sideBySide = 2;

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, only: { type: 'string' }, to: { type: 'string' } },
});
const dir = values.to ?? picturesDir;
const chosen = parts.filter(({ name }) => values.only === undefined || name === values.only);

if (!hasPinnedBrowser()) {
  process.stderr.write(
    'Pictures are made on Linux, x64, with the packaged Chromium: other browsers draw other pixels.\n',
  );
  process.exit(1);
}
if (chosen.length === 0) {
  process.stderr.write(
    `There is no part "${values.only}". The parts are ${parts.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(1);
}

await buildBundles();
const differences: string[] = [];
const stuck: unknown[] = [];
let count = 0;
const left = [...chosen];
await Promise.all(
  Array.from({ length: sideBySide }, async () => {
    for (let part = left.shift(); part !== undefined; part = left.shift()) {
      await work(part).catch((error: unknown) => stuck.push(error));
    }
  }),
);
for (const error of stuck) process.stdout.write(`${wordsOf(error)}\n`);
if (values.check === true) {
  for (const difference of differences) process.stdout.write(`${difference}\n`);
  process.stdout.write(
    differences.length === 0
      ? `All ${count} pictures are as they were.\n`
      : `${differences.length} of ${count} pictures differ. If that is meant: ${acceptCommand}\n`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} else {
  if (values.only === undefined) removeUnknownParts();
  process.stdout.write(`${count} pictures in ${dir}\n`);
  if (values.only === undefined && values.to === undefined) await makeReadmePictures();
}
if (stuck.length > 0) process.exitCode = 1;

async function work(part: TourPart): Promise<void> {
  if (values.check === true) return compare(part);
  const pictures = new Map<string, Picture>();
  await walkPart(part, async (it, stop) => {
    let patience = untilAtRest;
    for (const look of pictureLooks(stop, part.isMain === true)) {
      await takeLook(it, stop, look);
      pictures.set(pictureName(stop, look), await takeStillPicture(it, stop, patience));
      patience = untilDrawn;
    }
    await takeWalkingLook(it, stop);
  });
  count += pictures.size;
  replacePictures(part.name, pictures, dir);
}

async function compare(part: TourPart): Promise<void> {
  const names = new Set<string>();
  await walkPart(part, async (it, stop) => {
    for (const look of pictureLooks(stop, part.isMain === true)) {
      const name = pictureName(stop, look);
      names.add(name);
      await takeLook(it, stop, look);
      const patience = untilAsBefore(differences.length);
      const difference = await lastDifferenceOf(it, stop, part.name, name, dir, patience);
      if (difference !== null) differences.push(difference);
    }
    await takeWalkingLook(it, stop);
  });
  count += names.size;
  differences.push(...leftOver(part.name, names, dir));
}

function removeUnknownParts(): void {
  if (!existsSync(dir)) return;
  const known = new Set(parts.map(({ name }) => name));
  for (const name of readdirSync(dir)) if (!known.has(name)) rmSync(join(dir, name), { recursive: true });
}

/** With what lies below it: where a walk got stuck, and on what. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${wordsOf(error.cause)}`;
}
