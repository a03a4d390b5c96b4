import type { CellPosition } from '../../domain/index.ts';
import { formatMoney } from '../format.ts';
import { oversight } from '../oversight-strings.ts';
import { resultsAsLines, unplacedAsLines } from '../results-text.ts';
import type { Busy, Results, Writing } from '../state.ts';
import { strings } from '../strings.ts';
import { statusesOfRun, statusShares } from '../shares.ts';
import { isWaiting } from '../submission.ts';
import { ActionButton } from './action-button.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { ResultCard } from './result-card.tsx';
import { attentionFirst, RunResult, RunResultActions, type RunResultWords } from './run-result.tsx';
import { SectionTitle } from './section-title.tsx';
import { ShareChart } from './share-chart.tsx';
import type { UnplacedLine } from './unplaced-list.tsx';
import { useSurface } from './use-surface.ts';

interface ResultScreenProps {
  results: Results;
  writing: Writing;
  busy: Busy | null;
  resolving: Resolving;
  onWrite: () => void;
  onJump: (cell: CellPosition) => void;
  onWriteSheet: () => void;
  onRefresh: () => void;
  onCheckAgain: () => void;
  onLeave: () => void;
  onOpen: (url: string) => void;
}

const words: RunResultWords = { ...strings.result, fileName: 'nova-results.csv' };

/** What became of each distribution, and whether the sheet says the same. */
export function ResultScreen(props: ResultScreenProps) {
  const { results, writing, busy } = props;
  const { outcomes, stop } = results;
  const staged = outcomes.filter(isStaged).length;
  const inDoubtKey = stop?.reason === 'failed' ? stop.inDoubtKey : null;
  const unplaced = writing.status === 'written' ? writing.unplaced : [];
  return (
    <RunResult
      heading={headingOf(staged, results)}
      text={results.restored === true ? strings.restore.nothingSent : undefined}
      words={words}
      stop={stop}
      notSent={outcomes.filter(({ outcome }) => outcome === null).length}
      writing={writing}
      busy={busy}
      lines={() => resultsAsLines(results)}
      unplaced={{ list: unplaced.map(lineOf), lines: unplacedAsLines(unplaced) }}
      onJump={props.onJump}
      onWriteSheet={props.onWriteSheet}
      before={staged > 0 ? <Kept results={results} /> : undefined}
      actions={
        <RunResultActions
          {...props}
          isRestLeft={!outcomes.every(isStaged)}
          other={(primary) => (
            <ActionButton
              label={strings.result.refresh}
              primary={primary}
              disabled={busy !== null}
              working={busy === 'refreshing'}
              onClick={props.onRefresh}
            />
          )}
        />
      }
    >
      {attentionFirst(outcomes, isStaged).map(({ distribution, outcome }) => (
        <li key={distribution.key}>
          <ResultCard
            distribution={distribution}
            outcome={outcome}
            isInDoubt={distribution.key === inDoubtKey}
            disabled={busy !== null}
            resolving={props.resolving}
            onOpen={props.onOpen}
          />
        </li>
      ))}
    </RunResult>
  );
}

function isStaged({ outcome }: Results['outcomes'][number]): boolean {
  return outcome?.outcome === 'accepted';
}

function lineOf(result: Extract<Writing, { status: 'written' }>['unplaced'][number]): UnplacedLine {
  const { payeeName, entity, amountCents, currency, distributionId, paymentId, reason } = result;
  return {
    title: payeeName ?? entity,
    detail: formatMoney(amountCents, currency),
    ids: [distributionId, ...(paymentId === null ? [] : [paymentId])],
    reason,
  };
}

function headingOf(staged: number, { outcomes, restored }: Results): string {
  const total = outcomes.length;
  if (restored === true) return strings.restore.done(total);
  const waiting = outcomes.filter(isWaiting).length;
  if (staged === 0 && waiting > 0) return oversight.allWaiting(waiting);
  if (staged === 0) return strings.result.none;
  return staged === total ? strings.result.staged(staged) : strings.result.stagedSome(staged, total);
}

/** What was staged as a whole: where its payments stand, and the receipt. */
function Kept({ results }: { results: Results }) {
  const surface = useSurface();
  return (
    <>
      <section className={surface.card} aria-label={strings.result.statuses}>
        <SectionTitle>{strings.result.statuses}</SectionTitle>
        <ShareChart
          label={strings.result.statuses}
          shares={statusShares(statusesOfRun(results.outcomes))}
          mode="fraction"
        />
      </section>
      <ReceiptCard results={results} />
    </>
  );
}
