import { readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { projectPath } from './project-path.ts';

/** The sizes that the manifest names, in pixels; the small drawing has fewer and thicker strokes. */
const drawings = [
  { size: 16, svg: 'icon-small.svg' },
  { size: 32, svg: 'icon.svg' },
  { size: 64, svg: 'icon.svg' },
  { size: 80, svg: 'icon.svg' },
];

/** `npm run icons`: draws the PNGs in `assets` anew from the two SVG files beside them. */
const browser = await launchBrowser();
try {
  for (const { size, svg } of drawings) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = Buffer.from(readFileSync(projectPath(`assets/${svg}`))).toString('base64');
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${source}">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    writeFileSync(projectPath(`assets/icon-${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`assets/icon-${size}.png`);
  }
} finally {
  await browser.close();
}
