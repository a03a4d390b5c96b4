import { createRoot } from 'react-dom/client';
import * as excel from '../excel/index.ts';
import { createProxyClient } from './api.ts';
import { App } from './app.tsx';
import { openEntraAccount } from './entra-account.ts';
import { systemClock } from './clock.ts';
import { OutsideExcel } from './components/outside-excel.tsx';
import { createController } from './controller.ts';
import type { Desk } from './desk.ts';
import { createPaneStorage } from './storage.ts';
import { createStore } from './store.ts';

/** How often a pane that somebody can see looks for what others decided. */
const lookEveryMs = 20_000;

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element "root".');
const root = createRoot(element);
document.body.style.margin = '0';

const { host } = await excel.officeReady();
if (host === 'Excel') {
  const storage = createPaneStorage();
  const proxy = createProxyClient(storage, undefined, (method) =>
    openEntraAccount(method, excel.signsInThroughOffice()),
  );
  const page = {
    isVisible: () => document.visibilityState === 'visible',
    onVisibility: (listener: () => void) => document.addEventListener('visibilitychange', listener),
  };
  const desk: Desk = { excel, proxy, clock: systemClock, storage, page };
  const store = createStore();
  const actions = createController(desk, store);
  void actions.start();
  setInterval(() => {
    if (document.visibilityState === 'visible') void actions.look();
  }, lookEveryMs);
  root.render(<App store={store} actions={actions} hasToken={proxy.hasToken} />);
} else {
  root.render(<OutsideExcel />);
}
