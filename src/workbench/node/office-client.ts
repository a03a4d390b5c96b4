import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';

/** The hook through which Office.js talks to a host that is not a browser frame; it fills in `onMessageFromHost`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

type Globals = Record<string, unknown>;

let source: string | undefined;

/**
 * Loads Microsoft's unchanged Excel client (`excel-web-16.00.js`) into the global scope of the caller, with the few
 * things of a browser that it looks at while it loads. Answers with a function that takes everything out again, so
 * that the next load begins anew: the client keeps event registrations for as long as it lives. Takes about 0.1 s.
 */
export function loadOfficeClient(bridge: NativeBridge): () => void {
  const globals = globalThis as unknown as Globals;
  const before = new Set(Object.getOwnPropertyNames(globals));
  globals['_richApiNativeBridge'] = bridge;
  for (const [name, value] of Object.entries(browserStubs(globalThis))) globals[name] ??= value;
  // The script declares its namespaces with `var` at its top level: only an indirect eval makes them globals of this
  // realm, which under Jest is not the realm of `node:vm`.
  const evaluateGlobally = eval;
  evaluateGlobally(clientSource());
  return () => {
    for (const name of Object.getOwnPropertyNames(globals)) if (!before.has(name)) delete globals[name];
  };
}

/**
 * Loads the client into a scope of its own, as a second browser window has, and answers with its `Excel`. It shares this
 * realm's errors, arrays and promises, so that what it throws and answers is known here.
 */
export function loadSecondClient(bridge: NativeBridge): unknown {
  const shared = { Array, Date, Error, JSON, Map, Object, Promise, console, setTimeout, clearTimeout };
  const scope: Globals = createContext({ ...shared, _richApiNativeBridge: bridge });
  Object.assign(scope, browserStubs(scope));
  runInContext(clientSource(), scope);
  return scope['Excel'];
}

function clientSource(): string {
  source ??= readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.js'),
    'utf8',
  );
  return source;
}

function browserStubs(window: unknown): Globals {
  return {
    window,
    self: window,
    addEventListener: () => undefined,
    navigator: { userAgent: 'node' },
    location: {
      href: 'https://localhost/',
      origin: 'https://localhost',
      protocol: 'https:',
      hash: '',
      search: '',
    },
    document: {
      URL: 'https://localhost/',
      domain: 'localhost',
      addEventListener: () => undefined,
      createElement: () => ({}),
      getElementById: () => null,
      getElementsByTagName: () => [],
    },
  };
}
