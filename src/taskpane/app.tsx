import {
  AriaLiveAnnouncer,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { Suspense, useContext } from 'react';
import { ConnectionContext } from './components/action-bar.tsx';
import { ConnectionBar } from './components/connection-bar.tsx';
import { CrashBoundary } from './components/crash-boundary.tsx';
import { NoticeBar } from './components/notice-bar.tsx';
import {
  CheckProgressBar,
  ModeLockBar,
  PlaceTabs,
  RegistrationPlace,
  SessionBar,
  SettingsDialog,
  SideScreen,
  TourDialog,
} from './components/on-demand.tsx';
import { PaneVoice } from './components/pane-voice.tsx';
import { PhaseScreen } from './components/phase-screen.tsx';
import { SignInScreen } from './components/sign-in-screen.tsx';
import { StatusStrip } from './components/status-strip.tsx';
import { StepTrail } from './components/step-trail.tsx';
import { VersionBar } from './components/version-bar.tsx';
import { useDirection } from './components/use-direction.ts';
import { useKeptFocus } from './components/use-kept-focus.ts';
import { usePageStyles } from './components/use-page-styles.ts';
import { ReportContext } from './components/use-report.tsx';
import { TourContext, useTour } from './components/use-tour.ts';
import { useTheme } from './components/use-theme.ts';
import type { DeskActions } from './controller.ts';
import type { FirstVisit } from './first-visit.ts';
import { reportProblem } from './report-problem.ts';
import { shownPhase, shownPlace } from './place.ts';
import type { RegistrationActions } from './registrations/actions.ts';
import type { PaneState } from './state.ts';
import type { Store } from './store.ts';
import { strings } from '../words/index.ts';
import { useDesk } from './use-desk.ts';

interface AppProps {
  store: Store;
  actions: DeskActions;
  registrations: RegistrationActions;
  /** Whether a sign-in is still there that the proxy could not be asked about. */
  hasToken: () => boolean;
  /** Asks whether the server answers again. */
  askConnection: () => Promise<void>;
  /** Whether whoever opened the pane is new to it. */
  visit: FirstVisit;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    overflowY: 'auto',
    overflowX: 'clip',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // For what the browser draws itself: scroll bars and the lists of drop-downs.
  dark: { colorScheme: 'dark' },
  notice: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  // As high as the bar that comes into its place.
  bar: { minHeight: '40px' },
  tabs: { minHeight: '33px' },
  starting: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

export function App({ store, actions, registrations, hasToken, askConnection, visit }: AppProps) {
  usePageStyles();
  const styles = useStyles();
  const { theme, isDark } = useTheme();
  const direction = useDirection();
  const state = useDesk(store);
  const here = shownPlace(state);
  const tour = useTour(visit);
  const report = useContext(ReportContext);
  const keptFocus = useKeptFocus();
  return (
    // Fluent puts the provider's class on its pop-ups too, so the layout belongs to an element of its own.
    <FluentProvider theme={theme} dir={direction}>
      {/* Speaks what the pane gives it to say (`use-said.ts`). */}
      <AriaLiveAnnouncer>
        <PaneVoice state={state} />
        <div ref={keptFocus} className={mergeClasses(styles.root, isDark && styles.dark)}>
          <CrashBoundary>
            {state.session !== null && (
              <>
                <Suspense fallback={<div className={styles.bar} />}>
                  <SessionBar
                    session={state.session}
                    rechecking={here.rechecking}
                    disabled={state.busy !== null}
                    waitingCount={state.waitingCount}
                    onApprovals={() => void actions.openApprovals()}
                    onHistory={() => void actions.openHistory({}, 'workbook')}
                    onSettings={() => void actions.openSettings()}
                    onTour={tour.onOpen}
                    onReport={() => reportProblem(store, report)}
                    onSignOut={actions.signOut}
                  />
                </Suspense>
                {state.side === null && (
                  <>
                    <Suspense fallback={<div className={styles.tabs} />}>
                      <PlaceTabs place={state.place} busy={state.busy} onGo={actions.goTo} />
                    </Suspense>
                    <StepTrail step={here.phase.step} />
                  </>
                )}
                {state.background !== null && state.place === 'payouts' && (
                  <StatusStrip
                    background={state.background}
                    disabled={state.busy !== null}
                    onShow={actions.openBackground}
                    onDismiss={actions.leaveBackground}
                  />
                )}
                {state.session.modeLock !== undefined && state.session.modeLock !== null && (
                  <Suspense>
                    <ModeLockBar
                      lock={state.session.modeLock}
                      isAdmin={state.session.roles.includes('admin')}
                      disabled={state.busy !== null}
                      onRelease={(reason) => void actions.releaseModeLock(reason)}
                    />
                  </Suspense>
                )}
              </>
            )}
            {state.settings !== null && (
              <Suspense>
                <SettingsDialog
                  settings={state.settings}
                  workbookNova={state.workbookNova}
                  opensWithWorkbook={state.opensWithWorkbook}
                  onOpensWithWorkbook={(opens) => void actions.setOpensWithWorkbook(opens)}
                  onRelease={() => void actions.releaseWorkbook()}
                  disabled={state.busy !== null}
                  onSave={(settings) => void actions.saveSettings(settings)}
                  onClose={actions.closeSettings}
                />
              </Suspense>
            )}
            {state.serverVersion !== 'same' && (
              <VersionBar server={state.serverVersion} disabled={state.busy !== null} />
            )}
            {state.connection !== 'there' && (
              <ConnectionBar key={state.connection} connection={state.connection} onAsk={askConnection} />
            )}
            {here.notice !== null && !(here.notice.isAboutConnection && state.connection !== 'there') && (
              <section className={styles.notice} aria-label={strings.notices.label}>
                <NoticeBar notice={here.notice} onDismiss={actions.dismiss} />
              </section>
            )}
            <TourContext value={tour}>
              <ConnectionContext value={state.connection}>
                <Suspense fallback={<Starting />}>
                  <Content
                    state={state}
                    actions={actions}
                    registrations={registrations}
                    hasToken={hasToken}
                  />
                </Suspense>
              </ConnectionContext>
              <Suspense>{state.session !== null && tour.shown === 'dialog' && <TourDialog />}</Suspense>
            </TourContext>
            <Suspense>{state.session !== null && <CheckProgressBar progress={state.progress} />}</Suspense>
          </CrashBoundary>
        </div>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Content(props: { state: PaneState } & Omit<AppProps, 'store' | 'askConnection' | 'visit'>) {
  const { state, actions, hasToken } = props;
  if (state.busy === 'starting') return <Starting />;
  if (state.session === null) {
    // A server that is away is asked again by itself.
    const mayRetry = state.connection === 'there' && (hasToken() || state.signInWay === null);
    return (
      <SignInScreen
        busy={state.busy !== null}
        resumes={shownPhase(state).step !== 'source'}
        way={state.signInWay}
        onSignIn={(code) => void actions.signIn(code)}
        onAccount={() => void actions.signInToAccount()}
        onRetry={mayRetry ? () => void actions.start() : null}
      />
    );
  }
  if (state.side !== null) {
    return (
      <SideScreen
        side={state.side}
        place={state.place}
        session={state.session}
        busy={state.busy}
        actions={actions}
      />
    );
  }
  if (state.place === 'registrations') {
    return (
      <RegistrationPlace
        state={state}
        session={state.session}
        actions={props.registrations}
        shared={actions}
      />
    );
  }
  return <PhaseScreen state={state} session={state.session} actions={actions} />;
}

function Starting() {
  return (
    <div className={useStyles().starting}>
      <Spinner label={strings.starting} />
    </div>
  );
}
