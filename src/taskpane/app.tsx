import {
  AriaLiveAnnouncer,
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { Suspense } from 'react';
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
} from './components/on-demand.tsx';
import { PhaseScreen } from './components/phase-screen.tsx';
import { SignInScreen } from './components/sign-in-screen.tsx';
import { StatusStrip } from './components/status-strip.tsx';
import { StepTrail } from './components/step-trail.tsx';
import { VersionBar } from './components/version-bar.tsx';
import { useTheme } from './components/use-theme.ts';
import type { DeskActions } from './controller.ts';
import { reportProblem } from './report-problem.ts';
import { shownPhase, shownPlace } from './place.ts';
import type { RegistrationActions } from './registrations/actions.ts';
import type { PaneState } from './state.ts';
import type { Store } from './store.ts';
import { strings } from './strings.ts';
import { useDesk } from './use-desk.ts';

interface AppProps {
  store: Store;
  actions: DeskActions;
  registrations: RegistrationActions;
  /** Whether a sign-in is still there that the proxy could not be asked about. */
  hasToken: () => boolean;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    minWidth: '280px',
    overflow: 'hidden',
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

export function App({ store, actions, registrations, hasToken }: AppProps) {
  const styles = useStyles();
  const { theme, isDark } = useTheme();
  const state = useDesk(store);
  const here = shownPlace(state);
  return (
    // Fluent puts the provider's class on its pop-ups too, so the layout belongs to an element of its own.
    <FluentProvider theme={theme}>
      {/* Speaks what message bars say when they appear; without it they are seen only. */}
      <AriaLiveAnnouncer>
        <div className={mergeClasses(styles.root, isDark && styles.dark)}>
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
                    onHistory={() => void actions.openHistory({})}
                    onSettings={() => void actions.openSettings()}
                    onReport={() => reportProblem(store)}
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
            {here.notice !== null && (
              <section className={styles.notice} aria-label={strings.notices.label}>
                <NoticeBar
                  key={`${here.notice.title} ${here.notice.text}`}
                  notice={here.notice}
                  onDismiss={actions.dismiss}
                />
              </section>
            )}
            <Suspense fallback={<Starting />}>
              <Content state={state} actions={actions} registrations={registrations} hasToken={hasToken} />
            </Suspense>
            <Suspense>{state.session !== null && <CheckProgressBar progress={state.progress} />}</Suspense>
          </CrashBoundary>
        </div>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Content(props: { state: PaneState } & Omit<AppProps, 'store'>) {
  const { state, actions, hasToken } = props;
  if (state.busy === 'starting') return <Starting />;
  if (state.session === null) {
    return (
      <SignInScreen
        busy={state.busy !== null}
        resumes={shownPhase(state).step !== 'source'}
        way={state.signInWay ?? 'code'}
        onSignIn={(code) => void actions.signIn(code)}
        onAccount={() => void actions.signInToAccount()}
        onRetry={hasToken() || state.signInWay === null ? () => void actions.start() : null}
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
