import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { cellPosition, type CellPosition } from '../../domain/index.ts';
import type { Writing } from '../state.ts';
import { strings } from '../../words/index.ts';
import { Message } from './message.tsx';
import { longEnoughMs, useSaid } from './use-said.ts';
import { useSurface } from './use-surface.ts';
import { WaitingBar } from './waiting-bar.tsx';

interface WritingStatusProps {
  writing: Writing<unknown>;
  /** What is said while it lasts. */
  label: string;
  /** Results are kept until they are written; statuses can be asked for again. */
  isAboutResults: boolean;
  /** Shows a cell that does not hold what was written. */
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  // As high as the answer that will stand here.
  root: { minHeight: '52px' },
  cells: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  working: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

/** How many addresses of cells that differ are named. */
const namedCells = 8;

/** Whether the sheet holds what it should. Says "verified" of nothing that was not read back. */
export function WritingStatus({ writing, label, isAboutResults, onJump }: WritingStatusProps) {
  return (
    <div className={useStyles().root}>
      {writing.status === 'writing' ? (
        <Working label={label} text={writing.waiting === true ? strings.result.waitingForEdit : label} />
      ) : (
        <Finished writing={writing} isAboutResults={isAboutResults} onJump={onJump} />
      )}
    </div>
  );
}

function Working({ label, text }: { label: string; text: string }) {
  useSaid(text, { afterMs: longEnoughMs });
  return (
    <div className={useStyles().working}>
      <Text>{text}</Text>
      <WaitingBar label={label} />
    </div>
  );
}

interface FinishedProps extends Pick<WritingStatusProps, 'isAboutResults' | 'onJump'> {
  writing: Exclude<Writing<unknown>, { status: 'writing' }>;
}

function Finished({ writing, isAboutResults, onJump }: FinishedProps) {
  const { result } = strings;
  if (writing.status === 'lost') {
    const { held, placed } = writing.held;
    return <Message intent="warning" title={result.lostTitle(placed - held)} text={result.lostText} />;
  }
  if (writing.status === 'failed') {
    const { title, text } = writing.notice;
    const held = writing.held?.held ?? 0;
    const partly = held > 0 ? `${result.partlyText(held, writing.held?.placed ?? held)} ` : '';
    return (
      <Message
        intent="error"
        title={isAboutResults ? result.writeFailedTitle : title}
        text={isAboutResults ? result.keptText(text, partly) : text}
      />
    );
  }
  const { report, unplaced } = writing;
  const expected = report.expected + unplaced.length;
  const verified = result.verified(report.verified, expected);
  if (report.mismatches.length > 0) {
    return (
      <Message intent="warning" title={verified} text={result.notVerifiedText}>
        <CellLinks addresses={report.mismatches} onJump={onJump} />
      </Message>
    );
  }
  if (expected === 0) return <Message intent="info" title={result.nothingToWrite} text="" />;
  const isComplete = report.verified === expected;
  return (
    <Message
      intent={isComplete ? 'success' : 'warning'}
      title={verified}
      text={isComplete ? result.verifiedText : ''}
    />
  );
}

/** Cells to look at, each with a click. */
function CellLinks({
  addresses,
  onJump,
}: { addresses: readonly string[] } & Pick<WritingStatusProps, 'onJump'>) {
  const styles = useStyles();
  const surface = useSurface();
  const more = addresses.length - namedCells;
  return (
    <span className={styles.cells}>
      {addresses.slice(0, namedCells).map((address) => (
        <Link
          key={address}
          as="button"
          inline
          className={surface.target}
          aria-label={strings.result.showCell(address)}
          onClick={() => onJump(cellPosition(address))}
        >
          {address}
        </Link>
      ))}
      {more > 0 && <span>{strings.result.moreCells(more)}</span>}
    </span>
  );
}
