import type { DeskUnderTest } from '../support/desk.ts';

/** How wide the pane is and what the browser asks of it. */
export interface Look {
  widthPx: 320 | 500;
  scheme: 'light' | 'dark' | 'forced';
}

export const lookName = ({ widthPx, scheme }: Look): string => `${widthPx}-${scheme}`;

/** Turns the pane as it stands to this look: nothing is loaded again, and nobody has done anything. */
export async function takeLook({ page }: DeskUnderTest, { widthPx, scheme }: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.locator('aside.pane').evaluate((pane, width) => {
    pane.style.width = `${width}px`;
  }, widthPx);
  // Lists measure their rows and the theme reaches the pop-ups within two frames of the pane.
  await paneFrames(page);
  await page.frameLocator('iframe').locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function paneFrames(page: DeskUnderTest['page']): Promise<void> {
  await page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30)));
        }),
    );
}
