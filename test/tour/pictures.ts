import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { projectPath } from '../../src/scripts/project-path.ts';
import type { DeskUnderTest } from '../support/desk.ts';
import { lookName, type Look } from './looks.ts';
import { palettePng } from './palette-png.ts';
import { troubleDir, type Stop } from './tour.ts';

/** The reference pictures: a folder for each part of the tour, and in it each state in each look. */
export const picturesDir = projectPath('docs/images/pane');

/** What accepts the pictures as they are now. */
export const acceptCommand = 'npm run pictures';

/**
 * How much two colours may differ and still count as the same, of 1 (pixelmatch's own measure and default): processors
 * blend the last bit differently, and a rare colour becomes a near one (`palette-png.ts`).
 */
const colorTolerance = 0.1;

/**
 * So few pixels are no change: the rims of a few letters and buttons come out otherwise by which looks the pane had before.
 * A comma has more pixels than this.
 */
const strayPixels = 8;

/** How often a state is looked at, and for how long, both in milliseconds. */
export interface Patience {
  pauseMs: number;
  longestMs: number;
}

const longestMs = 10_000;

/** Longer than the pane waits before it does something by itself, such as checking again after a change. */
export const untilAtRest: Patience = { pauseMs: 1_200, longestMs };
/** Of a state that is at rest, and has only been turned to another look. */
export const untilDrawn: Patience = { pauseMs: 150, longestMs };
/** Until it looks as it did. After a few that never do, the run has failed, and takes less of everybody's time. */
export const untilAsBefore = (differencesSoFar: number): Patience => ({
  pauseMs: 200,
  longestMs: differencesSoFar < 5 ? longestMs : 1_000,
});

/** The name of a picture, below the folder of its part. */
export const pictureName = ({ name }: Pick<Stop, 'name'>, look: Look): string =>
  `${name}-${lookName(look)}.png`;

/** A part of a picture, in its pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Picture {
  /** A PNG of few colours. */
  png: Buffer;
  /**
   * The bars of the charts: Fluent's chart leaves a gap as wide as three pixels were when the bar was first drawn, and in a
   * list that is drawn in part that is before or after the pane became wider. The figures beside them are compared.
   */
  unsteady: readonly Box[];
}

/** The state as it is drawn now. */
export async function takePicture({ page }: DeskUnderTest, { kind, frame }: Stop): Promise<Picture> {
  const drawn = kind === 'page' ? page.locator('body') : page.locator('.pane-frame');
  const bytes = await drawn.screenshot({ animations: 'disabled', caret: 'hide' });
  const unsteady = await frame.locator('[inert] svg').evaluateAll((bars) =>
    bars.map((bar) => {
      const { x, y, width, height } = bar.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  return { png: palettePng(PNG.sync.read(bytes)), unsteady };
}

/** The state once two pictures of it in a row are the same. Rejects where that takes too long, and names the state. */
export async function takeStillPicture(
  it: DeskUnderTest,
  stop: Stop,
  patience = untilAtRest,
): Promise<Picture> {
  const picture = await stillPicture(() => takePicture(it, stop), patience);
  if (picture !== null) return picture;
  throw new Error(
    `The state "${stop.name}" does not come to rest: have its walk wait for what stands at its end.`,
  );
}

/** The first picture that is as the one before it; null where none is. */
export async function stillPicture(
  take: () => Promise<Picture>,
  { pauseMs, longestMs }: Patience,
): Promise<Picture | null> {
  const endMs = performance.now() + longestMs;
  let before = await take();
  do {
    await pause(pauseMs);
    const now = await take();
    if (now.png.equals(before.png)) return now;
    before = now;
  } while (performance.now() < endMs);
  return null;
}

/** As `differenceOf`, of a state that may still be settling: what it says is what remains. */
export function lastDifferenceOf(
  it: DeskUnderTest,
  stop: Stop,
  part: string,
  name: string,
  dir: string,
  patience: Patience,
): Promise<string | null> {
  return lastDifference(async () => differenceOf(part, name, await takePicture(it, stop), dir), patience);
}

/** What is found again and again until nothing is, or for too long. */
export async function lastDifference(
  find: () => Promise<string | null>,
  { pauseMs, longestMs }: Patience,
): Promise<string | null> {
  const endMs = performance.now() + longestMs;
  let difference = await find();
  while (difference !== null && performance.now() < endMs) {
    await pause(pauseMs);
    difference = await find();
  }
  return difference;
}

/**
 * Says how a picture differs from its reference, and where both can be looked at; null where it does not. A reference that
 * is missing is a difference. What can be looked at is of the latest call alone.
 */
export function differenceOf(part: string, name: string, picture: Picture, dir = picturesDir): string | null {
  const fileOf = (which: Trouble) => join(troubleDir, part, name.replace('.png', `-${which}.png`));
  for (const which of troubles) rmSync(fileOf(which), { force: true });
  const difference = compare(join(dir, part, name), picture);
  if (difference === null) return null;
  mkdirSync(join(troubleDir, part), { recursive: true });
  const files = [...difference.seen].map(([which, bytes]) => {
    writeFileSync(fileOf(which), bytes);
    return fileOf(which);
  });
  return `${part}/${name} ${difference.how}; see ${files.join(', ')}.`;
}

const troubles = ['diff', 'actual', 'expected'] as const;
type Trouble = (typeof troubles)[number];

interface Difference {
  /** A sentence without its beginning. */
  how: string;
  /** PNGs. */
  seen: ReadonlyMap<Trouble, Buffer>;
}

function compare(file: string, { png: actual, unsteady }: Picture): Difference | null {
  if (!existsSync(file)) return { how: 'has no reference picture yet', seen: new Map([['actual', actual]]) };
  const expected = readFileSync(file);
  const [before, now] = [PNG.sync.read(expected), PNG.sync.read(actual)];
  const both: [Trouble, Buffer][] = [
    ['actual', actual],
    ['expected', expected],
  ];
  const size = ({ width, height }: PNG) => `${width} × ${height}`;
  if (size(before) !== size(now)) {
    return { how: `is ${size(now)} pixels and was ${size(before)}`, seen: new Map(both) };
  }
  const { width, height } = now;
  for (const box of unsteady) for (const picture of [before, now]) blank(picture, box);
  const marked = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, marked.data, width, height, { threshold: colorTolerance });
  if (count <= strayPixels) return null;
  return {
    how: `differs in ${count} of ${width * height} pixels`,
    seen: new Map([['diff', PNG.sync.write(marked)], ...both]),
  };
}

function blank({ width, height, data }: PNG, box: Box): void {
  // The bar reaches a few pixels beyond its drawing.
  const [left, right] = [
    Math.max(0, Math.floor(box.x) - 8),
    Math.min(width, Math.ceil(box.x + box.width) + 8),
  ];
  const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))];
  for (let y = top; y < bottom; y += 1) data.fill(0, (y * width + left) * 4, (y * width + right) * 4);
}

/** Reference pictures of states that the part no longer has. */
export function leftOver(part: string, names: ReadonlySet<string>, dir = picturesDir): string[] {
  return othersThan(names, join(dir, part)).map(
    (name) => `${part}/${name} is a reference picture of no state.`,
  );
}

function othersThan(names: { has: (name: string) => boolean }, folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !names.has(name)) : [];
}

/**
 * Makes these the reference pictures of the part, and of the part no others. One that does not differ stays as it is, so that
 * what has changed is what looks otherwise.
 */
export function replacePictures(
  part: string,
  pictures: ReadonlyMap<string, Picture>,
  dir = picturesDir,
): void {
  const folder = join(dir, part);
  mkdirSync(folder, { recursive: true });
  for (const name of othersThan(pictures, folder)) rmSync(join(folder, name));
  for (const [name, picture] of pictures) {
    const file = join(folder, name);
    if (compare(file, picture) !== null) writeFileSync(file, picture.png);
  }
}
