import { describe, expect, test } from '@jest/globals';
import { Random } from '../../src/scripts/torture/random.ts';
import { buildWorld } from '../../src/scripts/torture/world.ts';
import { canonicalContent } from '../../src/proxy/staging/canonical-content.ts';

describe('what a seed draws', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(buildWorld(new Random(7), 50)).toEqual(buildWorld(new Random(7), 50));
    expect(buildWorld(new Random(8), 50)).not.toEqual(buildWorld(new Random(7), 50));
  });

  test('holds every content, some in copies of the workbook, sorted otherwise and still the same content', () => {
    const { contents, tasks } = buildWorld(new Random(7), 200);
    expect(new Set(contents.map(({ request }) => canonicalContent(request).hash)).size).toBe(200);
    expect(new Set(tasks.map(({ content }) => content.index)).size).toBe(200);
    const copies = tasks.filter(({ source }) => source.workbook.includes('('));
    expect(copies.length).toBeGreaterThan(20);
    const hashOf = (request: Parameters<typeof canonicalContent>[0]) => canonicalContent(request).hash;
    for (const { request, content } of copies) expect(hashOf(request)).toBe(hashOf(content.request));
    const sortedOtherwise = copies.filter(
      ({ request, content }) => JSON.stringify(request) !== JSON.stringify(content.request),
    );
    expect(sortedOtherwise.length).toBeGreaterThan(10);
  });

  test('is spread evenly enough to be called chance', () => {
    const random = new Random(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const bucket = Math.floor(random.next() * 10);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
