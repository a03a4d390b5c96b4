import { createRoot } from 'react-dom/client';
import {
  displayLanguage,
  hostFacts,
  isExcelTooOld,
  officeReady,
  signsInThroughOffice,
} from '../excel/index.ts';
import { createProxyClient } from './api.ts';
import { App } from './app.tsx';
import { watchConnection } from './connection.ts';
import { openEntraAccount, type EntraMethod } from './entra-account.ts';
import { systemClock } from './clock.ts';
import { loadPayoutScreens } from './components/on-demand.tsx';
import { OutsideExcel } from './components/outside-excel.tsx';
import { ReportContext } from './components/use-report.tsx';
import { createBoundary } from './boundary.ts';
import type { DeskActions, WorkActions } from './controller.ts';
import type { Desk, ExcelDoor } from './desk.ts';
import { firstVisit } from './first-visit.ts';
import { createFirstStep, firstStepOf } from './first-step.ts';
import { loadOnce, onDemand } from './on-demand.ts';
import { ProxyError } from './proxy-error.ts';
import type { RegistrationActions } from './registrations/actions.ts';
import { sessionActions, type SessionActions } from './session-actions.ts';
import { keepPaneKeys } from './pane-keys.ts';
import { paneVersion, versionWatch } from './pane-version.ts';
import { createReport } from './report-problem.ts';
import { traceRequests } from './request-trace.ts';
import { createPaneStorage } from './storage.ts';
import { createStore } from './store.ts';
import { currentLanguage, setLanguage, strings, loadSayAgain } from '../words/index.ts';

/** How often a pane that somebody can see looks for what others decided. */
const lookEveryMs = 20_000;

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element "root".');
const root = createRoot(element);
document.body.style.margin = '0';
keepPaneKeys(document);

const storage = createPaneStorage();
const store = createStore();
const own = paneVersion(document);
const heard = versionWatch(own, (server) => store.dispatch({ type: 'server-version', server }));
const openAccount = (method: EntraMethod) => openEntraAccount(method, signsInThroughOffice());
const network = {
  isOnline: () => navigator.onLine,
  onChange(listener: () => void) {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
  },
};
const trace = traceRequests(fetch.bind(globalThis));
const report = createReport(store, trace, { version: own, excel: hostFacts });
window.addEventListener('error', ({ error }) => report.note(error));
window.addEventListener('unhandledrejection', ({ reason }) => report.note(reason));
const reached = (answered: boolean) => connection.heard(answered);
const proxy = createProxyClient(storage, trace.fetch, openAccount, { own, heard, reached });
let onReturn = (): void => undefined;
const connection = watchConnection(store, network, proxy.isThere, () => onReturn());
// What the first screen shows depends on the answers, and Office.js takes longer than they do.
proxy.askAhead();

// Most often the browser speaks the language of Office: its texts come while Office.js does.
void setLanguage(navigator.language);

const { host } = await officeReady();
await setLanguage(displayLanguage() ?? navigator.language);
document.documentElement.lang = currentLanguage();
if (host === 'Excel' && isExcelTooOld()) {
  root.render(<OutsideExcel says={strings.tooOld} />);
} else if (host === 'Excel') {
  const page = {
    isVisible: () => document.visibilityState === 'visible',
    onVisibility: (listener: () => void) => document.addEventListener('visibilitychange', listener),
    onEntered: (listener: () => void) => window.addEventListener('focus', listener),
  };
  const excel = onDemand<ExcelDoor>(() => import('../excel/index.ts'));
  const desk: Desk = { excel, proxy, clock: systemClock, storage, page };
  const boundary = createBoundary(desk, store, report.note);
  const loadWork = loadOnce(async () => {
    // How the proxy answers can be said, too, before anything is sent.
    const code = [import('./controller.ts'), loadPayoutScreens(), loadSayAgain()] as const;
    const [{ createWork }] = await Promise.all(code);
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
  // A pane that could not ask how to sign in, or who is signed in, begins anew.
  onReturn = () => {
    const { busy, session, signInWay } = store.get();
    const isCut = session === null && (signInWay === null || proxy.hasToken());
    if (busy === null && isCut) void actions.start();
  };
  void actions.start();
  setInterval(() => {
    if (document.visibilityState === 'visible') void actions.look();
  }, lookEveryMs);
  root.render(
    <ReportContext value={report}>
      <App
        store={store}
        actions={actions}
        registrations={registrations}
        hasToken={proxy.hasToken}
        askConnection={connection.ask}
        visit={firstVisit(() => window.localStorage)}
      />
    </ReportContext>,
  );
} else {
  root.render(<OutsideExcel />);
}
