import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
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

  describe('once it changed', () => {
    const context = { officeTheme: { isDarkTheme: false } };
    let visibilityState = 'visible';
    let heard: boolean[];
    let stop: () => void;

    beforeEach(() => {
      jest.useFakeTimers();
      context.officeTheme = { isDarkTheme: false };
      visibilityState = 'visible';
      const page = Object.defineProperty(new EventTarget(), 'visibilityState', {
        get: () => visibilityState,
      });
      Object.assign(globals, { window: new EventTarget(), document: page, Office: { context } });
      heard = [];
      stop = onOfficeThemeChanged(({ isDark }) => heard.push(isDark));
    });
    afterEach(() => {
      stop();
      jest.useRealTimers();
    });

    test('is told when somebody comes back to the pane, once', () => {
      (globals.window as EventTarget).dispatchEvent(new Event('focus'));
      context.officeTheme = { isDarkTheme: true };
      (globals.window as EventTarget).dispatchEvent(new Event('focus'));
      (globals.window as EventTarget).dispatchEvent(new Event('focus'));
      expect(heard).toEqual([true]);
    });

    test('is told within seconds, because Office tells nobody', () => {
      context.officeTheme = { isDarkTheme: true };
      expect(heard).toEqual([]);
      jest.advanceTimersByTime(5_000);
      expect(heard).toEqual([true]);
    });

    test('is not asked for while nobody sees the pane, and told as soon as somebody does', () => {
      visibilityState = 'hidden';
      context.officeTheme = { isDarkTheme: true };
      jest.advanceTimersByTime(60_000);
      expect(heard).toEqual([]);
      visibilityState = 'visible';
      (globals.document as EventTarget).dispatchEvent(new Event('visibilitychange'));
      expect(heard).toEqual([true]);
    });

    test('is told no more after the listener was taken away', () => {
      stop();
      context.officeTheme = { isDarkTheme: true };
      (globals.window as EventTarget).dispatchEvent(new Event('focus'));
      jest.advanceTimersByTime(60_000);
      expect(heard).toEqual([]);
    });
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
