/**
 * Every state beside the way of payouts, before axe and beside its reference picture: who comes in, payee details,
 * approvals, live mode, limits and versions. The other half is in `states-of-payouts.test.ts`.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { hasPinnedBrowser, launchPinnedBrowser } from '../../src/scripts/browser.ts';
import { notCompared, testStates } from '../tour/check-states.ts';
import { parts, partsBeside } from '../tour/parts/index.ts';
import { acceptCommand, picturesDir } from '../tour/pictures.ts';

testStates(partsBeside);

test('there are reference pictures of the parts of the tour and of nothing else', () => {
  if (notCompared() !== null) return;
  const names = parts.map(({ name }) => name).sort();
  expect({ pictures: readdirSync(picturesDir).sort(), otherwise: acceptCommand }).toEqual({
    pictures: names,
    otherwise: acceptCommand,
  });
});

test('the pinned browser draws with the font of its package, whatever fonts this machine has', async () => {
  if (!hasPinnedBrowser()) return;
  const browser = await launchPinnedBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(
      '<p style="font-family: Segoe UI, Courier New, serif">Paid 1,284,310.55 to ••••1234</p>',
    );
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('DOM.enable');
    await devTools.send('CSS.enable');
    const { root } = await devTools.send('DOM.getDocument');
    const { nodeId } = await devTools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
    const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName }) => familyName)).toEqual(['Open Sans']);
  } finally {
    await browser.close();
  }
});
