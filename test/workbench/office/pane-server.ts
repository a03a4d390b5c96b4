import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localhostCertificate } from '../../../src/scripts/certificate.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OFFICE_JS = join(ROOT, 'node_modules/@microsoft/office-js/dist');

/** The workbench's host side without its grid: a book, and a pane beside it. */
const HOST_PAGE = `<!doctype html><title>Host</title><div id="pane"></div>
<script type="importmap">{"imports":{"@ironcalc/wasm":"/node_modules/@ironcalc/wasm/wasm.js"}}</script>
<script type="module">
import init from '@ironcalc/wasm';
import { initialisedEngine } from '/src/workbench/book/engine.ts';
import { createBook } from '/src/workbench/book/ironcalc-book.ts';
import { mountPane } from '/src/workbench/office/xdm-host.ts';
await init();
const book = createBook({ engine: initialisedEngine(), name: 'Payouts.xlsx' });
const pane = mountPane({ container: document.getElementById('pane'), paneUrl: '/pane.html?from=test', book, latencyMs: 0 });
Object.assign(window, { book, pane });
</script>`;

/** An add-in's page as Office.js wants it. */
const PANE_PAGE = `<!doctype html><title>Pane</title><script src="/office-js/office.js"></script>
<p id="state">waiting</p>
<script>Office.onReady((info) => { document.getElementById('state').textContent = info.host + ' ' + info.platform; });</script>`;

/** A page for `displayDialogAsync`. */
const DIALOG_PAGE = `<!doctype html><title>Dialog</title><script src="/office-js/office.js"></script>
<script>Office.onReady(() => Office.context.ui.messageParent('hello from the dialog'));</script>`;

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface PaneServer {
  url: string;
  close(): Promise<void>;
}

/** Serves a host page, a pane with Office.js, and the workbench's TypeScript as browser modules, over HTTPS. */
export async function startPaneServer(): Promise<PaneServer> {
  const server = createServer(await localhostCertificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    content(pathname).then(
      (body) =>
        response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function content(pathname: string): Promise<string | Buffer> {
  if (pathname === '/host.html') return HOST_PAGE;
  if (pathname === '/pane.html') return PANE_PAGE;
  if (pathname === '/dialog.html') return DIALOG_PAGE;
  if (pathname.startsWith('/office-js/')) {
    return readFile(join(OFFICE_JS, pathname.slice('/office-js/'.length).toLowerCase()));
  }
  if (!/^\/(src\/workbench|node_modules\/@ironcalc\/wasm)\/[\w./-]+$/.test(pathname))
    throw new Error('Not served.');
  const file = await readFile(join(ROOT, pathname));
  return extname(pathname) === '.ts' ? stripTypeScriptTypes(file.toString('utf8')) : file;
}
