import type { CellPosition } from '../../domain/index.ts';
import { formatMoney, oversight, strings } from '../../words/index.ts';
import { resultsAsLines, unplacedAsLines } from '../results-text.ts';
import type { Busy, Results, Writing } from '../state.ts';
import { statusesOfRun, statusShares } from '../shares.ts';
import { isWaiting } from '../submission.ts';
import {
  fateLines,
  gravestOf,
  isOpen,
  nextStepOf,
  mainAsks,
  type FateLine,
  type NextStep,
} from '../run-story.ts';
import { ActionButton } from './action-button.tsx';
import { FateCard } from './fate-card.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import type { Resolving } from './resolve-unknown.tsx';
import { ResultCards } from './result-cards.tsx';
import { RunResult, RunResultActions, type RunResultWords } from './run-result.tsx';
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

/** What became of each distribution, and whether the sheet says the same. */
export function ResultScreen(props: ResultScreenProps) {
  const { results, writing, busy } = props;
  const words: RunResultWords = { ...strings.result, fileName: 'nova-results.csv' };
  const { outcomes, stop } = results;
  const staged = outcomes.filter(isStaged).length;
  const inDoubtKey = stop?.reason === 'failed' ? stop.inDoubtKey : null;
  const lines = fateLines(outcomes, inDoubtKey);
  const present = lines.map(({ fate }) => fate);
  const next = nextStepOf(present, writing);
  const unplaced = writing.status === 'written' ? writing.unplaced : [];
  return (
    <RunResult
      heading={headingOf(staged, results, lines)}
      text={textOf(results, next)}
      summary={<FateCard lines={lines} />}
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
      asks={mainAsks(next)}
      actions={
        <RunResultActions
          {...props}
          next={next === 'writing' ? gravestOf(present) : next}
          rowCount={rowsOf(outcomes.filter(isStaged))}
          isRestLeft={!outcomes.every(isStaged)}
          other={(primary) => (
            <ActionButton
              label={strings.result.refresh}
              primary={primary}
              asks
              disabled={busy !== null}
              working={busy === 'refreshing'}
              onClick={props.onRefresh}
            />
          )}
        />
      }
    >
      <ResultCards
        outcomes={outcomes}
        inDoubtKey={inDoubtKey}
        disabled={busy !== null}
        resolving={props.resolving}
        onOpen={props.onOpen}
      />
    </RunResult>
  );
}

function isStaged({ outcome }: Results['outcomes'][number]): boolean {
  return outcome?.outcome === 'accepted';
}

function rowsOf(outcomes: Results['outcomes']): number {
  return outcomes.reduce((sum, { distribution }) => sum + distribution.rows.length, 0);
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

function textOf({ restored }: Results, next: NextStep): string {
  const said = strings.result.next[next];
  return restored === true ? `${strings.restore.nothingSent} ${said}` : said;
}

/** Where nobody can say that nothing was created, it does not say so. */
function headingOf(staged: number, { outcomes, restored }: Results, [gravest]: readonly FateLine[]): string {
  const total = outcomes.length;
  if (restored === true) return strings.restore.done(total);
  const waiting = outcomes.filter(isWaiting).length;
  if (staged === 0 && gravest !== undefined && isOpen(gravest.fate)) {
    return strings.result.fates[gravest.fate](gravest.count);
  }
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
        <ShareChart label={strings.result.statuses} shares={statusShares(statusesOfRun(results.outcomes))} />
      </section>
      <ReceiptCard results={results} />
    </>
  );
}
