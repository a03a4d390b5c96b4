import type { Book } from '../book/book.ts';
import { isSetSupported } from '../office/requirement-sets.ts';

interface AsyncResult {
  status: 'succeeded';
  value: unknown;
}

type Callback = (result: AsyncResult) => void;

/**
 * The part of the `Office` namespace that an add-in in Node needs beside `Excel`; in a browser the real one boots.
 * `document.settings` keeps its changes to itself until `saveAsync`, as Office.js does.
 */
export function officeNamespace(book: Book): object {
  const info = { host: 'Excel', platform: 'OfficeOnline' };
  return {
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    HostType: { Excel: 'Excel' },
    PlatformType: { OfficeOnline: 'OfficeOnline' },
    EventType: { DocumentSelectionChanged: 'documentSelectionChanged' },
    onReady: (callback?: (ready: typeof info) => unknown) =>
      Promise.resolve(info).then(async (ready) => {
        await callback?.(ready);
        return ready;
      }),
    context: {
      contentLanguage: 'en-US',
      displayLanguage: 'en-US',
      host: info.host,
      platform: info.platform,
      diagnostics: { ...info, version: '16.0.17328.0' },
      document: {
        mode: 'readWrite',
        url: `https://localhost/${book.name}`,
        settings: documentSettings(book),
      },
      requirements: { isSetSupported },
    },
  };
}

function documentSettings(book: Book): object {
  const copy = new Map(book.settings);
  const succeed = (callback: Callback | undefined, value: unknown) =>
    setTimeout(() => callback?.({ status: 'succeeded', value }), 0);
  const settings = {
    get: (name: string) => copy.get(name) ?? null,
    set: (name: string, value: unknown) => void copy.set(name, value),
    remove: (name: string) => void copy.delete(name),
    refreshAsync: (callback?: Callback) => {
      copy.clear();
      for (const [name, value] of book.settings) copy.set(name, value);
      succeed(callback, settings);
    },
    saveAsync: (first?: Callback | object, second?: Callback) => {
      book.settings.clear();
      for (const [name, value] of copy) book.settings.set(name, value);
      succeed(typeof first === 'function' ? (first as Callback) : second, settings);
    },
  };
  return settings;
}
