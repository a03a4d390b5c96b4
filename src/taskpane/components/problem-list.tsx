import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useId } from 'react';
import { cellAddress, type CellPosition, type Problem, type Severity } from '../../domain/index.ts';
import { formatCount } from '../format.ts';
import { strings } from '../strings.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface ProblemListProps {
  severity: Severity;
  problems: readonly Problem[];
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  problemIcon: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  warningIcon: { color: tokens.colorPaletteDarkOrangeForeground1, flexShrink: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(40px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
  },
  jump: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  address: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** All problems of one severity, each a button that selects its cell in the sheet. */
export function ProblemList({ severity, problems, onJump }: ProblemListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  const isProblem = severity === 'problem';
  const heading = isProblem
    ? strings.problems.title(problems.length)
    : strings.problems.warningsTitle(problems.length);
  return (
    <section className={surface.card} aria-labelledby={title}>
      <div className={styles.head}>
        {isProblem ? (
          <ErrorCircleFilled className={styles.problemIcon} aria-hidden />
        ) : (
          <WarningFilled className={styles.warningIcon} aria-hidden />
        )}
        <SectionTitle id={title}>
          {isProblem ? strings.problems.groupTitle : strings.problems.warningsGroupTitle}
        </SectionTitle>
        <Badge appearance="tint" color={isProblem ? 'danger' : 'warning'}>
          {formatCount(problems.length)}
        </Badge>
      </div>
      <Text size={200} className={surface.quiet}>
        {isProblem ? strings.problems.text : strings.problems.warningsText}
      </Text>
      <VirtualList
        items={problems}
        label={heading}
        estimatedHeightPx={52}
        keyOf={(_problem, index) => String(index)}
        renderItem={(problem) => <ProblemItem problem={problem} onJump={onJump} />}
      />
    </section>
  );
}

function ProblemItem(props: { problem: Problem; onJump: (cell: CellPosition) => void }) {
  const styles = useStyles();
  const surface = useSurface();
  const { cell, message } = props.problem;
  if (cell === null) {
    return (
      <div className={styles.item}>
        <span className={surface.quiet}>{strings.problems.wholeTable}</span>
        <span className={surface.breakable}>{message}</span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, styles.jump)}
      aria-label={strings.problems.item(cellAddress(cell), message)}
      title={strings.problems.goTo(cellAddress(cell))}
      onClick={() => props.onJump(cell)}
    >
      <span className={styles.address}>{cellAddress(cell)}</span>
      <span className={surface.breakable}>{message}</span>
    </button>
  );
}
