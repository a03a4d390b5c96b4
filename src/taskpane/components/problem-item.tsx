import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { maskedAccount } from '../../contract/index.ts';
import { cellAddress, type CellPosition, type Problem } from '../../domain/index.ts';
import { formatNumber, strings } from '../../words/index.ts';
import { useSurface } from './use-surface.ts';
import { WithIds } from './with-ids.tsx';

interface ProblemItemProps {
  problem: Problem;
  disabled: boolean;
  onJump: (cell: CellPosition) => void;
  onFix: (problems: readonly Problem[]) => void;
}

const useStyles = makeStyles({
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
    textAlign: 'start',
    // So narrow, a column of its own for the cells would leave too little for an id.
    '@media (max-width: 399px)': { display: 'block' },
  },
  jump: {
    cursor: 'pointer',
    // What stands on the darker ground is a step brighter, or it would be too faint there.
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      '& > :first-child': { color: tokens.colorBrandForegroundLinkHover },
    },
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
    '@media (max-width: 399px)': { marginInlineEnd: tokens.spacingHorizontalXS },
  },
  // For the name of the button, in which the eye has the column instead.
  colon: { fontSize: 0, lineHeight: 0 },
  correction: {
    // The button stands below what is too long to leave room for it, such as an id.
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    paddingBlockEnd: tokens.spacingVerticalXS,
    // Below the message, beside the column of the cells.
    paddingInline: `56px ${tokens.spacingHorizontalS}`,
    '@media (max-width: 399px)': { paddingInlineStart: tokens.spacingHorizontalS },
  },
  fix: { marginInlineStart: 'auto' },
});

/** A problem as a button that selects its cell, and beside it what the cell would become. */
export function ProblemItem({ problem, disabled, onJump, onFix }: ProblemItemProps) {
  const styles = useStyles();
  const surface = useSurface();
  const { cell, message, correction } = problem;
  if (cell === null) {
    return (
      <div className={styles.item}>
        <span className={surface.quiet}>{strings.problems.wholeTable}</span>{' '}
        <span className={surface.breakable}>
          <WithIds text={message} />
        </span>
      </div>
    );
  }
  const address = cellAddress(cell);
  return (
    <>
      <button
        type="button"
        className={mergeClasses(styles.item, styles.jump)}
        title={strings.problems.goTo(address)}
        onClick={() => onJump(cell)}
      >
        <span className={styles.address}>
          {address}
          <span className={styles.colon}>:</span>
        </span>{' '}
        <span className={surface.breakable}>
          <WithIds text={message} />
        </span>
      </button>
      {correction !== null && correction !== undefined && (
        <div className={styles.correction}>
          <span className={mergeClasses(surface.small, surface.quiet, surface.breakable)}>
            <WithIds text={strings.corrections.becomes(shownCorrection(problem, correction.to))} />
          </span>
          <Button
            size="small"
            className={styles.fix}
            disabledFocusable={disabled}
            aria-label={strings.corrections.fixAt(address, shownCorrection(problem, correction.to))}
            onClick={() => onFix([problem])}
          >
            {strings.corrections.fix}
          </Button>
        </div>
      )}
    </>
  );
}

/** Account numbers are shown by their end. */
function shownCorrection({ field }: Problem, to: string | number): string {
  if (typeof to === 'number') return formatNumber(to);
  return field === 'accountNumber' ? maskedAccount(to) : to;
}
