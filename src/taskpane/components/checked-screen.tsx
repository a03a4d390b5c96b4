import { Checkbox } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { CellPosition, Problem, TableField } from '../../domain/index.ts';
import type { FormView } from '../form-view.ts';
import { canPreview, type Busy, type CheckedTable } from '../state.ts';
import { strings } from '../../words/index.ts';
import { whyNotPreview } from '../why-not.ts';
import { ActionButton } from './action-button.tsx';
import { CheckTools } from './check-tools.tsx';
import { ProblemGroups } from './problem-groups.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { TableCard } from './table-card.tsx';

interface CheckedScreenProps {
  reading: CheckedTable;
  form: FormView;
  /** What the place says about problems, and how it counts the rows. */
  words: { problemsText: string; rowCount: (count: number) => string };
  /** Above everything that was found, below it, in the table's card and at the end. */
  before?: ReactNode;
  after?: ReactNode;
  aboutTable?: ReactNode;
  end?: ReactNode;
  /** The name of the way on: what the preview will show, in figures. */
  continueLabel: string;
  warningsSeen: boolean;
  busy: Busy | null;
  marking: boolean;
  onMap: (field: TableField, column: number | null) => void;
  onJump: (cell: CellPosition) => void;
  onFix: (problems: readonly Problem[]) => void;
  onMark: (marking: boolean) => void;
  onSettings: () => void;
  onChooseTable: () => void;
  onWarningsSeen: (seen: boolean) => void;
  onCheckAgain: () => void;
  onContinue: () => void;
  /** Back to the start, to take another table. */
  onLeave: () => void;
}

/** What is wrong and what to look at. The main button is "Check again" while problems block, and the way on after. */
export function CheckedScreen(props: CheckedScreenProps) {
  const { reading, warningsSeen, busy, words } = props;
  const { problems } = reading.check;
  const warningCount = problems.filter(({ severity }) => severity === 'warning').length;
  const problemCount = problems.length - warningCount;
  const blocks = !canPreview(reading, true);
  const heading = headingOf(problemCount, warningCount);
  const asked = useAskedChecks(reading, busy);
  return (
    <Screen
      why={whyNotPreview(reading, warningsSeen)}
      asks={blocks}
      actions={
        <>
          <ActionButton label={strings.problems.back} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            label={strings.problems.again}
            primary={blocks}
            asks
            disabled={busy !== null}
            working={busy === 'checking'}
            onClick={props.onCheckAgain}
          />
          {!blocks && (
            <ActionButton
              label={props.continueLabel}
              primary
              disabled={busy !== null || !canPreview(reading, warningsSeen)}
              onClick={props.onContinue}
            />
          )}
        </>
      }
    >
      <ScreenHeading title={heading} about={`${heading} ${asked}`}>
        {problemCount > 0 ? words.problemsText : textOf(warningCount, reading)}
      </ScreenHeading>
      {props.before}
      <CheckTools
        problems={problems}
        marking={props.marking}
        fixing={busy === 'fixing'}
        disabled={busy !== null}
        onMark={props.onMark}
        onFix={props.onFix}
        onSettings={props.onSettings}
      />
      {problems.length > 0 && (
        <ProblemGroups
          problems={problems}
          disabled={busy !== null}
          onJump={props.onJump}
          onFix={props.onFix}
        />
      )}
      {props.after}
      {warningCount > 0 && !blocks && (
        <Checkbox
          label={strings.problems.seen(warningCount)}
          checked={warningsSeen}
          disabled={busy !== null}
          onChange={(_event, { checked }) => props.onWarningsSeen(checked === true)}
        />
      )}
      <TableCard
        reading={reading}
        form={props.form}
        rowCount={words.rowCount(reading.check.rowCount)}
        disabled={busy !== null}
        onMap={props.onMap}
        onChooseTable={props.onChooseTable}
      >
        {props.aboutTable}
      </TableCard>
      {props.end}
    </Screen>
  );
}

/**
 * How many checks that somebody asked for have ended on this screen. What such a check found is told also when it found the
 * same; a check that ran by itself is told of where it found something else.
 */
function useAskedChecks(reading: CheckedTable, busy: Busy | null): number {
  const isAsked = busy === 'checking' || busy === 'fixing';
  const [last, setLast] = useState({ reading, isAsked, count: 0 });
  if (last.reading !== reading || last.isAsked !== isAsked) {
    const count = last.reading !== reading && last.isAsked ? last.count + 1 : last.count;
    setLast({ reading, isAsked, count });
    return count;
  }
  return last.count;
}

function textOf(warningCount: number, { tieOut }: Pick<CheckedTable, 'tieOut'>): string {
  if (tieOut?.amountCents === null) return strings.tieOut.unreadable(tieOut.address);
  return warningCount > 0 ? strings.problems.warningsText : strings.problems.noneText;
}

function headingOf(problemCount: number, warningCount: number): string {
  const parts = [
    ...(problemCount > 0 ? [strings.problems.title(problemCount)] : []),
    ...(warningCount > 0 ? [strings.problems.warningsTitle(warningCount)] : []),
  ];
  return parts.length === 0 ? strings.problems.none : parts.join(', ');
}
