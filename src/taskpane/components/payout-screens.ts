/**
 * The screens of the payouts after the first. They are loaded as one file, before anything can be sent, so that a run
 * never needs the network to say how it ended.
 */
export { PayoutCheckScreen } from './payout-check-screen.tsx';
export { ChooseScreen } from './choose-screen.tsx';
export { ConfirmScreen } from './confirm-screen.tsx';
export { PreviewScreen } from './preview-screen.tsx';
export { ProgressScreen } from './progress-screen.tsx';
export { RefreshedScreen } from './refreshed-screen.tsx';
export { ResultScreen } from './result-screen.tsx';
