import { expect, test } from '@jest/globals';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { palettePng, type Pixels } from './palette-png.ts';

/** Two surfaces that differ by a shade, and on them the rims of letters: yellow and grey, each colour on few pixels. */
function surfaces(rarest: 'yellow' | 'grey'): Pixels {
  const png = new PNG({ width: 100, height: 100 });
  for (let pixel = 0; pixel < 10_000; pixel += 1) {
    const shade = pixel < 5_000 ? 250 : 255;
    png.data.set([shade, shade, shade, 255], pixel * 4);
  }
  let at = 0;
  const add = (color: readonly number[], count: number) => {
    for (let left = count; left > 0; left -= 1, at += 1) png.data.set([...color, 255], at * 4);
  };
  for (let step = 0; step < 100; step += 1) {
    add([2 * step, 2 * step, 2 * step], rarest === 'grey' ? 2 : 3);
    add([200, 2 * step, 20], rarest === 'grey' ? 3 : 2);
  }
  return png;
}

test('surfaces keep their colours, and every other colour becomes a near one', () => {
  const before = surfaces('grey');
  const after = PNG.sync.read(palettePng(before));
  const colorAt = ({ data }: Pixels, pixel: number) => [...data.subarray(pixel * 4, pixel * 4 + 3)];
  expect([4_999, 9_999].map((pixel) => colorAt(after, pixel))).toEqual([
    [250, 250, 250],
    [255, 255, 255],
  ]);
  const errors = Array.from({ length: 10_000 }, (_, pixel) => {
    const now = colorAt(after, pixel);
    return Math.hypot(...colorAt(before, pixel).map((value, channel) => value - (now[channel] ?? 0)));
  });
  expect(Math.max(...errors)).toBeGreaterThan(0);
  expect(Math.max(...errors)).toBeLessThanOrEqual(16);
});

test('which of two rare colours has more pixels makes no difference that counts', () => {
  const [one, other] = (['grey', 'yellow'] as const).map((rarest) => {
    const { data } = PNG.sync.read(palettePng(surfaces(rarest)));
    // The first pixel of each colour.
    const counts = rarest === 'grey' ? [2, 3] : [3, 2];
    return Array.from({ length: 200 }, (_, index) => {
      const first = Math.floor(index / 2) * 5 + (index % 2) * (counts[0] ?? 0);
      return [...data.subarray(first * 4, first * 4 + 4)];
    }).flat();
  });
  const [before, now] = [one, other].map((values) => Uint8Array.from(values ?? []));
  if (before === undefined || now === undefined) throw new Error('There are two pictures.');
  expect(now).not.toEqual(before);
  expect(pixelmatch(before, now, undefined, 200, 1, { threshold: 0.1, includeAA: true })).toBe(0);
});
