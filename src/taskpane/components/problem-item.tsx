import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { maskedAccount } from '../../contract/index.ts';
import { cellAddress, type CellPosition, type Problem } from '../../domain/index.ts';
import { strings } from '../strings.ts';
import { useSurface } from './use-surface.ts';

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
  // For the name of the button, in which the eye has the column instead.
  colon: { fontSize: 0 },
  correction: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 56px`,
  },
});

/** A problem as a button that selects its cell, and beside it what the cell would become. */
export function ProblemItem({ problem, disabled, onJump, onFix }: ProblemItemProps) {
  const styles = useStyles();
  const surface = useSurface();
  const { cell, message, correction } = problem;
  if (cell === null) {
    return (
      <div className={styles.item}>
        <span className={surface.quiet}>{strings.problems.wholeTable}</span>
        <span className={surface.breakable}>{message}</span>
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
        </span>
        <span className={surface.breakable}>{message}</span>
      </button>
      {correction !== null && correction !== undefined && (
        <div className={styles.correction}>
          <span className={mergeClasses(surface.small, surface.quiet, surface.breakable)}>
            {strings.corrections.becomes(shownCorrection(problem, correction.to))}
          </span>
          <Button
            size="small"
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
  return field === 'accountNumber' ? maskedAccount(String(to)) : String(to);
}
