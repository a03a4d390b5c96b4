import type { DeskUnderTest } from '../support/desk.ts';
import type { Stop } from './tour.ts';

/** How wide the pane is and what the browser asks of it. */
export interface Look {
  widthPx: number;
  scheme: 'light' | 'dark' | 'forced';
}

export const lookName = ({ widthPx, scheme }: Look): string => `${widthPx}-${scheme}`;

/** How high a page is that stands in a window of its own: as high as the pane in the workbench. */
const pageHeightPx = 708;
/** A4 at 96 pixels an inch. */
const paperWidthPx = 794;

/** What every state has a picture in, and what every run of the tests compares. */
export const comparedLooks: readonly Look[] = [
  { widthPx: 320, scheme: 'dark' },
  { widthPx: 500, scheme: 'light' },
];
const others: readonly Look[] = [
  { widthPx: 320, scheme: 'light' },
  { widthPx: 500, scheme: 'dark' },
];

/**
 * In which looks a state has a picture: narrow and dark, wide and light, which is each width and each theme; the states of
 * the main job in all four. All of all would be ten megabytes that show nothing more. Paper has one look.
 */
export function pictureLooks({ kind }: Pick<Stop, 'kind'>, isMain: boolean): readonly Look[] {
  if (kind === 'paper') return [{ widthPx: paperWidthPx, scheme: 'light' }];
  return isMain ? [...comparedLooks, ...others] : comparedLooks;
}

/** Turns the state as it stands to this look: nothing is loaded again, and nobody has done anything. */
export async function takeLook(it: DeskUnderTest, stop: Stop, { widthPx, scheme }: Look): Promise<void> {
  const { page } = it;
  // A pointer that rests on something would colour it.
  await page.mouse.move(0, 0);
  await page.emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  if (stop.kind === 'page') {
    await page.setViewportSize({ width: widthPx, height: pageHeightPx });
  } else {
    await page.locator('aside.pane').evaluate((pane, width) => {
      pane.style.width = `${width}px`;
    }, widthPx);
  }
  if (scheme !== 'forced') await isInScheme(stop, scheme);
  // Lists measure their rows and the theme reaches the pop-ups within two frames of the pane.
  await stop.frame.locator('body').evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)));
      }),
  );
}

/** On a busy machine the pane hears late that the browser has become dark. Paper is white, whatever the browser is. */
async function isInScheme({ frame, kind }: Stop, scheme: 'light' | 'dark'): Promise<void> {
  if (kind === 'paper') return;
  await frame.locator('body').evaluate(
    (body, isDark) =>
      new Promise<void>((resolve, reject) => {
        let framesLeft = 600;
        const look = () => {
          const themed = body.querySelector('.fui-FluentProvider') ?? body;
          const surface = getComputedStyle(themed).getPropertyValue('--colorNeutralBackground1').trim();
          // Of `#292929` or `#ffffff`.
          if (parseInt(surface.slice(1, 2), 16) < 8 === isDark) return resolve();
          framesLeft -= 1;
          if (framesLeft === 0) reject(new Error(`The pane does not become ${isDark ? 'dark' : 'light'}.`));
          else requestAnimationFrame(look);
        };
        look();
      }),
    scheme === 'dark',
  );
}

/** The look in which the walks go on. */
export async function takeWalkingLook(it: DeskUnderTest, stop: Stop): Promise<void> {
  await takeLook(it, stop, { widthPx: 320, scheme: 'light' });
}
