export { launchBrowser, openContext } from '../../src/scripts/browser.ts';
