import { createRoot } from 'react-dom/client';
import { isExcelTooOld, officeReady, signsInThroughOffice } from '../excel/index.ts';
import { createProxyClient } from './api.ts';
import { App } from './app.tsx';
import { openEntraAccount, type EntraMethod } from './entra-account.ts';
import { systemClock } from './clock.ts';
import { loadPayoutScreens } from './components/on-demand.tsx';
import { OutsideExcel } from './components/outside-excel.tsx';
import { createBoundary } from './boundary.ts';
import type { DeskActions, WorkActions } from './controller.ts';
import type { Desk, ExcelDoor } from './desk.ts';
import { createFirstStep, firstStepOf } from './first-step.ts';
import { loadOnce, onDemand } from './on-demand.ts';
import { ProxyError } from './proxy-error.ts';
import type { RegistrationActions } from './registrations/actions.ts';
import { sessionActions, type SessionActions } from './session-actions.ts';
import { paneVersion, versionWatch } from './pane-version.ts';
import { createPaneStorage } from './storage.ts';
import { createStore } from './store.ts';
import { strings } from './strings.ts';
import { keepTabKey } from './tab-key.ts';

/** How often a pane that somebody can see looks for what others decided. */
const lookEveryMs = 20_000;

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element "root".');
const root = createRoot(element);
document.body.style.margin = '0';
keepTabKey(document);

const storage = createPaneStorage();
const store = createStore();
const own = paneVersion(document);
const heard = versionWatch(own, (server) => store.dispatch({ type: 'server-version', server }));
const openAccount = (method: EntraMethod) => openEntraAccount(method, signsInThroughOffice());
const proxy = createProxyClient(storage, undefined, openAccount, { own, heard });
// What the first screen shows depends on the answers, and Office.js takes longer than they do.
proxy.askAhead();

const { host } = await officeReady();
if (host === 'Excel' && isExcelTooOld()) {
  root.render(<OutsideExcel says={strings.tooOld} />);
} else if (host === 'Excel') {
  const page = {
    isVisible: () => document.visibilityState === 'visible',
    onVisibility: (listener: () => void) => document.addEventListener('visibilitychange', listener),
  };
  const excel = onDemand<ExcelDoor>(() => import('../excel/index.ts'));
  const desk: Desk = { excel, proxy, clock: systemClock, storage, page };
  const boundary = createBoundary(desk, store);
  const loadWork = loadOnce(async () => {
    const [{ createWork }] = await Promise.all([import('./controller.ts'), loadPayoutScreens()]);
    return createWork(desk, store, boundary);
  });
  const onFailure = (cause: unknown) =>
    boundary.report(new ProxyError('proxy-unreachable', String(cause), 0, { cause }));
  const actions: DeskActions = onDemand<WorkActions, SessionActions>(async () => (await loadWork()).payouts, {
    ready: sessionActions(desk, store, boundary.guard, async () => {
      // What comes now loads the rest of the code: not before the screen that the person waits for is drawn.
      await new Promise((resolve) => setTimeout(resolve));
      await firstStep();
      await actions.opened();
    }),
    onFailure,
  });
  const registrations = onDemand<RegistrationActions>(async () => (await loadWork()).registrations, {
    onFailure,
  });
  const firstStep = createFirstStep(firstStepOf(window.location.search), store, actions);
  void actions.start();
  setInterval(() => {
    if (document.visibilityState === 'visible') void actions.look();
  }, lookEveryMs);
  root.render(
    <App store={store} actions={actions} registrations={registrations} hasToken={proxy.hasToken} />,
  );
} else {
  root.render(<OutsideExcel />);
}
