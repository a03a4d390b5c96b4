import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import { palettePng, type Pixels } from './palette-png.ts';
import {
  differenceOf,
  lastDifference,
  leftOver,
  replacePictures,
  stillPicture,
  type Box,
  type Picture,
} from './pictures.ts';
import { troubleDir } from './tour.ts';

const part = 'test-of-pictures';
const name = 'state-320-dark.png';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterAll(() => rmSync(join(troubleDir, part), { recursive: true, force: true }));

const picture = (pixels: Pixels, unsteady: Box[] = []): Picture => ({ png: palettePng(pixels), unsteady });

/** Of four rows, the first that is named and those below it, six pixels each. */
const patch = (first: number) =>
  Array.from({ length: 24 }, (_, at) => (first + Math.floor(at / 6)) * 20 + 2 + (at % 6));

/** A grey square with a bar in it, and pixels that differ by so many steps of one colour. */
function square(changed: readonly number[] = [], steps = 0): Pixels {
  const png = new PNG({ width: 20, height: 20 });
  for (let pixel = 0; pixel < 400; pixel += 1) {
    const grey = Math.floor(pixel / 20) === 10 ? 40 : 200;
    png.data.set([grey, grey, grey + (changed.includes(pixel) ? steps : 0), 255], pixel * 4);
  }
  return png;
}

test('a picture that is as it was does not differ, nor one whose colours were blended on another processor', () => {
  replacePictures(part, new Map([[name, picture(square())]]), dir);
  expect(differenceOf(part, name, picture(square()), dir)).toBeNull();
  expect(differenceOf(part, name, picture(square([30, 31, 32], 2)), dir)).toBeNull();
});

test('a change of a few pixels is told with their number, and can be looked at', () => {
  replacePictures(part, new Map([[name, picture(square())]]), dir);
  const told = differenceOf(part, name, picture(square(patch(3), -150)), dir);
  expect(told).toContain(`${part}/${name} differs in 24 of 400 pixels`);
  for (const which of ['actual', 'expected', 'diff']) {
    const file = join(troubleDir, part, name.replace('.png', `-${which}.png`));
    expect(PNG.sync.read(readFileSync(file)).width).toBe(20);
  }
});

test('what lies in an unsteady part is not compared, and what lies beside it is', () => {
  replacePictures(part, new Map([[name, picture(square())]]), dir);
  const unsteady = [{ x: 8, y: 3, width: 4, height: 4 }];
  expect(differenceOf(part, name, picture(square(patch(3), -150), unsteady), dir)).toBeNull();
  expect(differenceOf(part, name, picture(square(patch(13), -150), unsteady), dir)).toContain(
    'differs in 24 of',
  );
});

test('another size, a reference that is missing, and one of no state are told', () => {
  const small = picture({ width: 2, height: 1, data: new Uint8Array(8) });
  replacePictures(part, new Map([[name, small]]), dir);
  expect(differenceOf(part, name, picture(square()), dir)).toContain('is 20 × 20 pixels and was 2 × 1');
  expect(differenceOf(part, 'other-320-dark.png', small, dir)).toContain('has no reference picture yet');
  expect(leftOver(part, new Set(), dir)).toEqual([`${part}/${name} is a reference picture of no state.`]);
  replacePictures(part, new Map(), dir);
  expect(leftOver(part, new Set(), dir)).toEqual([]);
});

test('what could be looked at is gone once the picture is as it was', () => {
  replacePictures(part, new Map([[name, picture(square())]]), dir);
  const seen = join(troubleDir, part, name.replace('.png', '-diff.png'));
  differenceOf(part, name, picture(square(patch(3), -150)), dir);
  expect(existsSync(seen)).toBe(true);
  differenceOf(part, name, picture(square()), dir);
  expect(existsSync(seen)).toBe(false);
});

test('a picture that does not differ is not written again, and one that does is', () => {
  const kept = () => readFileSync(join(dir, part, name));
  const first = picture(square());
  replacePictures(part, new Map([[name, first]]), dir);
  replacePictures(part, new Map([[name, picture(square([30, 31, 32], 2))]]), dir);
  expect(kept()).toEqual(first.png);
  const changed = picture(square(patch(3), -150));
  replacePictures(part, new Map([[name, changed]]), dir);
  expect(kept()).toEqual(changed.png);
});

/** One after the other, the last for good. */
function inTurn<T>(...values: T[]): () => Promise<T> {
  return () => Promise.resolve((values.length > 1 ? values.shift() : values[0]) as T);
}

const [one, other, last] = [10, 20, 30].map((steps) => picture(square(patch(3), steps))) as [
  Picture,
  Picture,
  Picture,
];

test('a state is taken once it is drawn twice the same, and not while it still turns', async () => {
  const patience = { pauseMs: 1, longestMs: 60_000 };
  expect(await stillPicture(inTurn(one, other, one, last), patience)).toBe(last);
  let turns = 0;
  const turning = () => Promise.resolve((turns += 1) % 2 === 0 ? one : other);
  expect(await stillPicture(turning, { pauseMs: 1, longestMs: 30 })).toBeNull();
});

test('what differs only while a state settles is no difference, and what remains is the latest', async () => {
  const patience = { pauseMs: 1, longestMs: 60_000 };
  expect(
    await lastDifference(inTurn<string | null>('much', 'little', null, 'never seen'), patience),
  ).toBeNull();
  expect(await lastDifference(inTurn('much', 'little'), { pauseMs: 1, longestMs: 30 })).toBe('little');
});
