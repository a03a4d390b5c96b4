import { expect, test } from '@jest/globals';
import type { DeskUnderTest } from '../support/desk.ts';
import { layoutFindings, type LayoutQuestion } from '../support/layout.ts';
import { takeWalkingLook } from './looks.ts';
import { walkPart, type TourPart } from './tour.ts';

/** Text spacing as WCAG 1.4.12 has it. */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** What turns is measured at rest: the square that is turned sticks out of its box, and only the circle in it is drawn. */
const atRest = `.fui-Spinner *, .fui-Spinner *::before, .fui-Spinner *::after { animation: none !important }`;

interface Setting extends LayoutQuestion {
  name: string;
  widthPx: number;
  /** As high as the window lets it be, where it is left out. */
  heightPx?: number;
  dir?: 'rtl';
  css?: string;
}

const settings: readonly Setting[] = [
  { name: '320 wide', widthPx: 320, targets: true, buttons: true, ids: true },
  { name: '360 wide', widthPx: 360 },
  { name: '450 wide', widthPx: 450, ids: true },
  { name: '600 wide', widthPx: 600 },
  { name: 'spaced', widthPx: 320, css: spaced },
  // A pane of 320 by 430 and one of 640 by 430, at 200 %.
  { name: 'narrow pane at 200 %', widthPx: 160, heightPx: 215 },
  { name: 'wide pane at 200 %', widthPx: 320, heightPx: 215 },
  { name: 'low', widthPx: 320, heightPx: 430, ids: true },
  { name: 'right to left', widthPx: 320, dir: 'rtl', order: true },
];

async function set({ page, pane }: DeskUnderTest, setting: Setting): Promise<void> {
  await page.locator('aside.pane').evaluate((column, { widthPx, heightPx }) => {
    column.style.width = `${widthPx}px`;
    const frame = column.querySelector('iframe');
    if (frame !== null) frame.style.height = heightPx === undefined ? '' : `${heightPx}px`;
  }, setting);
  await pane.locator('html').evaluate(
    async (root, { dir, css }) => {
      if (dir === undefined) root.removeAttribute('dir');
      else root.setAttribute('dir', dir);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
    },
    { dir: setting.dir, css: `${atRest} ${setting.css ?? ''}` },
  );
}

/** A screen that is shown for the first time stands hidden for a moment, until its code is there. */
async function drawn({ pane }: DeskUnderTest): Promise<void> {
  await pane.locator('body').evaluate(async () => {
    while (document.querySelector('main')?.checkVisibility() === false)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** One test for each part: every state of the pane is measured in every setting as it stands, without being loaded again. */
export function testLayout(parts: readonly TourPart[]): void {
  test.each(parts.map((part) => [part.name, part] as const))(
    'nothing is cut off, covered, too small to press or wider than the pane in any state of "%s"',
    async (_name, part) => {
      const findings: string[] = [];
      let states = 0;
      await walkPart(part, async (it, stop) => {
        if (stop.kind !== 'pane') return;
        states += 1;
        await drawn(it);
        for (const setting of settings) {
          await set(it, setting);
          for (const finding of await it.pane.locator('body').evaluate(layoutFindings, setting))
            findings.push(`${stop.name}, ${setting.name}: ${finding}`);
        }
        await set(it, { name: 'as before', widthPx: 320 });
        await takeWalkingLook(it, stop);
      });
      expect(findings).toEqual([]);
      expect(states).toBeGreaterThan(0);
    },
    300_000,
  );
}
