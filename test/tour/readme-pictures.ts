import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { projectPath } from '../../src/scripts/project-path.ts';
import { takeLook } from './looks.ts';
import { palettePng } from './palette-png.ts';
import { mainJob } from './parts/main-job.ts';
import { walkPart } from './tour.ts';

/** Which states the README shows, under which names. */
const shown: Readonly<Record<string, string>> = {
  problems: 'check',
  preview: 'preview',
  result: 'result',
};

const widthPx = 400;

/** Makes the README's pictures anew: the whole window with the result, and three steps of the pane, light and dark. */
export async function makeReadmePictures(dir = projectPath('docs/images')): Promise<void> {
  await walkPart(mainJob, async (it, stop) => {
    const name = shown[stop.name];
    if (name === undefined) return;
    const save = async (file: string, selector: string) => {
      const bytes = await it.page.locator(selector).screenshot({ animations: 'disabled', caret: 'hide' });
      writeFileSync(join(dir, file), palettePng(PNG.sync.read(bytes)));
    };
    for (const scheme of ['dark', 'light'] as const) {
      await takeLook(it, stop, { widthPx, scheme });
      await save(`${name}-${scheme}.png`, '.pane-frame');
    }
    if (name !== 'result') return;
    // The sheet beside it shows the ids.
    await it.select('Payouts!L6');
    await save('staged.png', 'body');
  });
}
