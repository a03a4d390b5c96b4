import { Checkbox } from '@fluentui/react-components';
import type { CellPosition, PayoutField } from '../../domain/index.ts';
import { canPreview, type Busy, type Reading } from '../state.ts';
import { strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { ProblemList } from './problem-list.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { TableCard } from './table-card.tsx';

interface CheckedScreenProps {
  reading: Reading;
  warningsSeen: boolean;
  busy: Busy | null;
  onMap: (field: PayoutField, column: number | null) => void;
  onJump: (cell: CellPosition) => void;
  onWarningsSeen: (seen: boolean) => void;
  onCheckAgain: () => void;
  onContinue: () => void;
  /** Back to the start, to take another table. */
  onLeave: () => void;
}

/** What is wrong and what to look at. The main button is "Check again" while problems block, and the way on after. */
export function CheckedScreen(props: CheckedScreenProps) {
  const { reading, warningsSeen, busy } = props;
  const problems = reading.check.problems.filter(({ severity }) => severity === 'problem');
  const warnings = reading.check.problems.filter(({ severity }) => severity === 'warning');
  const blocks = reading.check.plan === null;
  return (
    <Screen
      actions={
        <>
          <ActionButton label={strings.problems.back} disabled={busy !== null} onClick={props.onLeave} />
          <ActionButton
            label={strings.problems.again}
            primary={blocks}
            disabled={busy !== null}
            working={busy === 'checking'}
            onClick={props.onCheckAgain}
          />
          {!blocks && (
            <ActionButton
              label={strings.problems.continue}
              primary
              disabled={busy !== null || !canPreview(reading, warningsSeen)}
              onClick={props.onContinue}
            />
          )}
        </>
      }
    >
      <ScreenHeading title={headingOf(problems.length, warnings.length)}>
        {problems.length + warnings.length === 0 ? strings.problems.noneText : undefined}
      </ScreenHeading>
      {problems.length > 0 && <ProblemList severity="problem" problems={problems} onJump={props.onJump} />}
      {warnings.length > 0 && <ProblemList severity="warning" problems={warnings} onJump={props.onJump} />}
      {warnings.length > 0 && !blocks && (
        <Checkbox
          label={strings.problems.seen(warnings.length)}
          checked={warningsSeen}
          disabled={busy !== null}
          onChange={(_event, { checked }) => props.onWarningsSeen(checked === true)}
        />
      )}
      <TableCard reading={reading} onMap={props.onMap} />
    </Screen>
  );
}

function headingOf(problemCount: number, warningCount: number): string {
  const parts = [
    ...(problemCount > 0 ? [strings.problems.title(problemCount)] : []),
    ...(warningCount > 0 ? [strings.problems.warningsTitle(warningCount)] : []),
  ];
  return parts.length === 0 ? strings.problems.none : parts.join(', ');
}
