import type { SubmissionPlan } from '../domain/index.ts';
import { CellEditModeError, ExcelTimeoutError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import { defaultPauses } from './auto-check.ts';
import { settle, type Boundary, type Settled } from './boundary.ts';
import { allConfirmed } from './control-total.ts';
import type { Desk } from './desk.ts';
import { changedSince, sendAll } from './flows/stage.ts';
import { lookForIds, writeNews, writeResults, type Written } from './flows/write.ts';
import { nothingSentNotice, noticeOf, sheetChangedNotice, signedOutNotice } from './notices.ts';
import { forgetResults, keepResults, keepWaiting } from './pending-results.ts';
import type { HeldIds, PaneEvent, Reading, Results, Stop } from './state.ts';
import type { Store } from './store.ts';
import { isWaiting, submissionOf, type Submission } from './submission.ts';
import { assertSameNova, rememberNova } from './workbook-nova.ts';

/**
 * The one job that moves money: looks at the sheet once more, sends, and writes what became of it. Throws only before
 * the first request; from then on every failure is kept beside the outcomes.
 */
export async function runStaging(
  desk: Desk,
  store: Store,
  boundary: Boundary,
  retryMs: number,
): Promise<PaneEvent | null> {
  const { dispatch } = store;
  const { reading, plan, submission } = confirmedSubmission(store);
  dispatch({ type: 'run-started', total: submission.toSend.length });
  await assertSameNova(desk, store);
  const changed = await changedSince(desk, reading);
  if (changed !== null) {
    return { type: 'sheet-changed', reading: changed, notice: sheetChangedNotice };
  }
  if (submission.toSend.length > 0) await rememberNova(desk, store);
  const results = await send(desk, store, reading, plan, submission);
  const end = await endOf(desk, store, results, retryMs);
  const { stop } = results;
  if (stop?.reason !== 'failed' || !stop.signInRequired) return end;
  dispatch(end);
  boundary.endSession();
  return null;
}

async function endOf(desk: Desk, store: Store, results: Results, retryMs: number): Promise<PaneEvent> {
  const { stop } = results;
  if (stop?.reason === 'failed' && nothingCame(results)) {
    forgetResults(desk.storage);
    return { type: 'run-abandoned', notice: nothingSentNotice(stop.notice) };
  }
  if (results.outcomes.some(isWaiting)) keepWaiting(desk.storage, results);
  store.dispatch({ type: 'run-ended', results });
  return writeCurrent(desk, store, retryMs);
}

/** The very first request was refused, for certain: there is no result to show, and the user is where they were. */
function nothingCame({ outcomes, stop }: Results): boolean {
  const isInDoubt = stop?.reason === 'failed' && stop.inDoubtKey !== null;
  return !isInDoubt && outcomes.every(({ outcome }) => outcome === null);
}

/** The button is disabled until this would succeed; that it was pressed all the same is a bug, and nothing is sent. */
function confirmedSubmission(store: Store): {
  reading: Reading;
  plan: SubmissionPlan;
  submission: Submission;
} {
  const { phase } = store.get();
  if (phase.step !== 'confirm' && phase.step !== 'preview') throw new Error(`No run from ${phase.step}.`);
  const { reading } = phase;
  const { plan } = reading.check;
  if (plan === null) throw new Error('Problems block this plan.');
  const submission = submissionOf(plan, reading);
  const isConfirmed = phase.step === 'confirm' && allConfirmed(submission.totals, phase.typed);
  if (submission.toSend.length > 0 && !isConfirmed) throw new Error('The control total was not confirmed.');
  return { reading, plan, submission };
}

async function send(
  desk: Desk,
  store: Store,
  reading: Reading,
  plan: SubmissionPlan,
  submission: Submission,
): Promise<Results> {
  const { table, mapping } = reading;
  let results: Results = {
    reference: table.reference,
    mapping,
    header: table.header,
    outcomes: [],
    knownAt: desk.clock.now().toISOString(),
    stop: null,
    defaultCurrency: reading.settings.defaultCurrency,
  };
  let sendingKey: string | null = null;
  const keep = (change: Partial<Results>): void => {
    results = { ...results, ...change, knownAt: desk.clock.now().toISOString() };
    keepResults(desk.storage, results);
  };
  const sent = await settle(() =>
    sendAll(desk, plan, submission, {
      onSending(done, { key, request }) {
        sendingKey = key;
        store.dispatch({ type: 'sending', done, name: request.name });
      },
      onOutcomes: (outcomes) => keep({ outcomes }),
      isCancelled() {
        const { phase } = store.get();
        return phase.step === 'progress' && phase.run.cancelRequested;
      },
    }),
  );
  keep({ stop: sent.ok ? sent.value : stopOf(sent.error, sendingKey) });
  return results;
}

function stopOf(error: unknown, sendingKey: string | null): Stop {
  const isFromProxy = error instanceof ProxyError;
  return {
    reason: 'failed',
    // What is no answer of the proxy says nothing about the request, so the worst is assumed.
    inDoubtKey: isFromProxy && !error.inDoubt ? null : sendingKey,
    signInRequired: isFromProxy && error.signInRequired,
    notice: isFromProxy && error.signInRequired ? signedOutNotice : noticeOf(error),
  };
}

/** Writes what the screen shows into the sheet, and answers with how that went; a failure stays beside the results. */
export async function writeCurrent(
  desk: Desk,
  { get, dispatch }: Store,
  retryMs: number = defaultPauses.retryMs,
): Promise<PaneEvent> {
  const { phase } = get();
  if (phase.step !== 'result' && phase.step !== 'refreshed')
    throw new Error(`Nothing to write in ${phase.step}.`);
  dispatch({ type: 'writing' });
  const write = () =>
    phase.step === 'result' ? writeResults(desk, phase.results) : writeNews(desk, phase.news);
  let done = await settle(write);
  for (let tries = 1; isEditing(done) && tries < EDIT_TRIES; tries++) {
    dispatch({ type: 'writing', waiting: true });
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    done = await settle(write);
  }
  if (!done.ok) {
    const held = phase.step === 'result' ? await heldDespite(desk, phase.results, done.error) : null;
    return { type: 'write-failed', notice: noticeOf(done.error), ...(held === null ? {} : { held }) };
  }
  if (phase.step === 'result' && isAllWritten(done.value)) forgetResults(desk.storage);
  return { type: 'written', ...done.value };
}

/**
 * What was written before the failure stays, and is true: how much that is. Null when Excel does not answer at all, so
 * that nobody waits for it twice, or cannot be read.
 */
async function heldDespite(desk: Desk, results: Results, error: unknown): Promise<HeldIds | null> {
  if (error instanceof ExcelTimeoutError || error instanceof CellEditModeError) return null;
  const looked = await settle(() => lookForIds(desk, results));
  return looked.ok ? { held: looked.value.held, placed: looked.value.placed } : null;
}

/** So often is writing tried while somebody edits a cell: ten minutes at one try per second. Then a person decides. */
const EDIT_TRIES = 600;

function isEditing(done: Settled<Written>): boolean {
  return !done.ok && done.error instanceof CellEditModeError;
}

function isAllWritten({ report, unplaced }: Written): boolean {
  return report.verified === report.expected && report.mismatches.length === 0 && unplaced.length === 0;
}
