import { crc32, deflateSync } from 'node:zlib';

/** Pixels as pngjs and the browser give them: four bytes each, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** What a palette can hold (PNG specification, PLTE). */
const mostColors = 256;
/** So many of the frequent colours stay what they are, however alike: the surfaces of the pane differ by a shade. */
const exactColors = 32;
/**
 * How far another colour may be from that of the palette which stands for it, in steps of its channels (Euclidean). Two that
 * stand for the same one differ by twice that at most, which counts as no difference (`colorTolerance` in `pictures.ts`):
 * which of two rare colours gets into the palette hangs on a pixel.
 */
const farthest = 16;

/**
 * A PNG with a palette (PNG specification, colour type 3): a quarter of what the browser writes. The colours of the rims of
 * letters become near ones.
 */
export function palettePng({ width, height, data }: Pixels): Buffer {
  const { palette, indexOf } = paletteOf(data);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + x + 1] = indexOf(colorAt(data, y * width + x));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function colorAt(data: Uint8Array, pixel: number): number {
  const at = pixel * 4;
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

function paletteOf(data: Uint8Array): { palette: number[]; indexOf: (color: number) => number } {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
    const color = colorAt(data, pixel);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const byFrequency = [...counts]
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one - other)
    .map(([color]) => color);
  const palette = byFrequency.slice(0, exactColors);
  for (const color of byFrequency.slice(exactColors)) {
    const isFar = palette.every((other) => distance(color, other) > farthest ** 2);
    if (isFar && palette.length < mostColors) palette.push(color);
  }
  const indexes = new Map(palette.map((color, index) => [color, index]));
  return {
    palette,
    indexOf(color) {
      const known = indexes.get(color);
      if (known !== undefined) return known;
      const nearest = palette.reduce(
        (best, other, index) => (distance(color, other) < distance(color, palette[best] ?? 0) ? index : best),
        0,
      );
      indexes.set(color, nearest);
      return nearest;
    },
  };
}

/** Squared. */
function distance(one: number, other: number): number {
  const of = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return of(16) ** 2 + of(8) ** 2 + of(0) ** 2;
}
