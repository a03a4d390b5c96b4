import { afterEach, describe, expect, test } from '@jest/globals';
import {
  isExcelTooOld,
  loadOpensWithWorkbook,
  loadWorkbookNova,
  officeReady,
  saveOpensWithWorkbook,
  saveWorkbookNova,
  officeTheme,
  onOfficeThemeChanged,
  openUrl,
} from '../../src/excel/index.ts';
import { Workbook } from './workbook.ts';

const globals = globalThis as { Office?: unknown; window?: unknown; document?: unknown };

afterEach(() => {
  delete globals.Office;
  delete globals.window;
  delete globals.document;
});

describe('officeReady', () => {
  test('knows Excel', async () => {
    await Workbook.open();
    expect(await officeReady()).toEqual({ host: 'Excel', platform: 'OfficeOnline' });
  });

  test('knows a page without Office.js, and one outside Office', async () => {
    delete globals.Office;
    expect(await officeReady()).toEqual({ host: 'none', platform: 'unknown' });
    globals.Office = { onReady: () => Promise.resolve({ host: null, platform: null }) };
    expect(await officeReady()).toEqual({ host: 'none', platform: 'unknown' });
  });
});

describe('opening with the workbook', () => {
  test('is kept in the workbook, and taken back, and no other setting is lost by it', async () => {
    const { book } = await Workbook.open();
    expect(await loadOpensWithWorkbook()).toBe(false);
    // Written past the copy that Office.js keeps of the settings.
    const nova = { mode: 'sandbox', organizationId: null } as const;
    await saveWorkbookNova(nova);
    await saveOpensWithWorkbook(true);
    expect(book.settings.get('Office.AutoShowTaskpaneWithDocument')).toBe(true);
    expect(await loadOpensWithWorkbook()).toBe(true);
    expect(await loadWorkbookNova()).toEqual(nova);
    await saveOpensWithWorkbook(false);
    expect(book.settings.has('Office.AutoShowTaskpaneWithDocument')).toBe(false);
    expect(await loadOpensWithWorkbook()).toBe(false);
    expect(await loadWorkbookNova()).toEqual(nova);
  });

  test('an Excel that refuses says so', async () => {
    globals.Office = {
      AsyncResultStatus: { Succeeded: 'succeeded' },
      context: {
        document: {
          settings: {
            refreshAsync: (callback: (result: object) => void) =>
              callback({ status: 'failed', error: { code: 5001, message: 'read only' } }),
          },
        },
      },
    };
    await expect(saveOpensWithWorkbook(true)).rejects.toThrow('Excel refused: read only (5001)');
  });
});

test('an Excel without the newest set that is needed is too old', async () => {
  await Workbook.open();
  expect(isExcelTooOld()).toBe(false);
  const isSetSupported = (_name: string, version: string) => version !== '1.10';
  globals.Office = { context: { requirements: { isSetSupported } } };
  expect(isExcelTooOld()).toBe(true);
});

describe('the theme', () => {
  test.each([
    [{ isDarkTheme: true, bodyBackgroundColor: '#ffffff' }, { isDark: true }],
    [{ bodyBackgroundColor: '#262626' }, { isDark: true }],
    [{ bodyBackgroundColor: '#FAF9F8' }, { isDark: false }],
    [{}, null],
    [undefined, null],
  ])('of %j is %j', (theme, expected) => {
    globals.Office = { context: { officeTheme: theme } };
    expect(officeTheme()).toEqual(expected);
  });

  test('is told when it changed, until the listener is taken away', () => {
    const window = new EventTarget();
    Object.assign(globals, { window, document: new EventTarget() });
    const context = { officeTheme: { isDarkTheme: false } };
    globals.Office = { context };
    const heard: boolean[] = [];
    const stop = onOfficeThemeChanged(({ isDark }) => heard.push(isDark));
    window.dispatchEvent(new Event('focus'));
    context.officeTheme = { isDarkTheme: true };
    window.dispatchEvent(new Event('focus'));
    stop();
    context.officeTheme = { isDarkTheme: false };
    window.dispatchEvent(new Event('focus'));
    expect(heard).toEqual([true]);
  });
});

describe('openUrl', () => {
  const opened: string[] = [];
  const office = (isSupported: boolean) => ({
    context: {
      requirements: { isSetSupported: () => isSupported },
      ui: { openBrowserWindow: (url: string) => opened.push(`browser ${url}`) },
    },
  });

  test.each([
    [true, 'browser https://nova.example/d/1'],
    [false, 'window https://nova.example/d/1'],
  ])('when Office can open the browser: %s', (isSupported, expected) => {
    opened.length = 0;
    globals.window = { open: (url: string) => opened.push(`window ${url}`) };
    globals.Office = office(isSupported);
    openUrl('https://nova.example/d/1');
    expect(opened).toEqual([expected]);
  });

  test.each(['javascript:alert(1)', 'http://nova.example', 'file:///etc/passwd'])('refuses %s', (url) => {
    expect(() => openUrl(url)).toThrow(TypeError);
  });
});
