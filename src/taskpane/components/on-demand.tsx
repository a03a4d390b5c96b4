import { lazy } from 'react';

/**
 * What the first sight of the pane does not need; each is loaded when it is drawn for the first time. Whoever draws one
 * puts a `Suspense` around it.
 */
export const loadPayoutScreens = () => import('./payout-screens.ts');

export const ChooseScreen = lazy(async () => ({ default: (await loadPayoutScreens()).ChooseScreen }));
export const ConfirmScreen = lazy(async () => ({ default: (await loadPayoutScreens()).ConfirmScreen }));
export const PayoutCheckScreen = lazy(async () => ({
  default: (await loadPayoutScreens()).PayoutCheckScreen,
}));
export const PreviewScreen = lazy(async () => ({ default: (await loadPayoutScreens()).PreviewScreen }));
export const ProgressScreen = lazy(async () => ({ default: (await loadPayoutScreens()).ProgressScreen }));
export const RefreshedScreen = lazy(async () => ({ default: (await loadPayoutScreens()).RefreshedScreen }));
export const ResultScreen = lazy(async () => ({ default: (await loadPayoutScreens()).ResultScreen }));

/** All screens of the payee details are one file, for the same reason as those of the payouts. */
export const RegistrationPlace = lazy(async () => ({
  default: (await import('./registrations/registration-place.tsx')).RegistrationPlace,
}));

export const PlaceTabs = lazy(async () => ({ default: (await import('./place-tabs.tsx')).PlaceTabs }));
export const SessionBar = lazy(async () => ({ default: (await import('./session-bar.tsx')).SessionBar }));
export const ModeLockBar = lazy(async () => ({ default: (await import('./mode-lock-bar.tsx')).ModeLockBar }));
export const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.tsx')).SettingsDialog,
}));
/** Nothing where it does not load: whoever came with a job does not need it. */
const loadTour = () => import('./tour.tsx').catch(() => ({ TourCard: () => null, TourDialog: () => null }));
export const TourCard = lazy(async () => ({ default: (await loadTour()).TourCard }));
export const TourDialog = lazy(async () => ({ default: (await loadTour()).TourDialog }));
export const SideScreen = lazy(async () => ({ default: (await import('./side-screen.tsx')).SideScreen }));
export const CheckProgressBar = lazy(async () => ({
  default: (await import('./check-progress-bar.tsx')).CheckProgressBar,
}));
