import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { projectPath } from '../../src/scripts/project-path.ts';
import type { DeskUnderTest } from '../support/desk.ts';
import { lookName, takeLook, type Look } from './looks.ts';
import { openTour } from './open-tour.ts';
import { palettePng, type Pixels } from './palette-png.ts';
import { walk } from './walk.ts';

/** The reference pictures: each state of the pane in each look. */
export const picturesDir = projectPath('docs/images/pane');

const looks: readonly Look[] = [
  { widthPx: 500, scheme: 'dark' },
  { widthPx: 500, scheme: 'light' },
  { widthPx: 320, scheme: 'dark' },
  { widthPx: 320, scheme: 'light' },
];

/** Walks through all states and hands out a picture of each in each look, by the name of its file. */
export async function takePictures(onPicture: (fileName: string, pixels: Pixels) => void): Promise<void> {
  const it = await openTour();
  try {
    await walk(it, async (state) => {
      for (const look of looks) {
        await takeLook(it, look);
        onPicture(`${state}-${lookName(look)}.png`, await pictureOf(it));
      }
    });
  } finally {
    await it.close();
  }
}

async function pictureOf({ page }: DeskUnderTest): Promise<Pixels> {
  // A pointer that rests on a button would colour it.
  await page.mouse.move(0, 0);
  const bytes = await page.locator('.pane-frame').screenshot({ animations: 'disabled', caret: 'hide' });
  return PNG.sync.read(bytes);
}

/** Makes all pictures anew in place of those that are there, and tells how many. */
export async function makePictures(dir = picturesDir): Promise<number> {
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) rmSync(join(dir, name));
  let count = 0;
  await takePictures((fileName, pixels) => {
    writeFileSync(join(dir, fileName), palettePng(pixels));
    count += 1;
  });
  return count;
}
