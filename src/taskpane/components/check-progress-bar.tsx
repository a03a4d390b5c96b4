import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { CheckProgress } from '../check-progress.ts';
import { strings } from '../strings.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { fontVariantNumeric: 'tabular-nums' },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/**
 * How far the check of a large table is, at the foot of the pane, where nothing moves when it comes and goes. A screen
 * reader hears a quarter at a time: each step would talk over everything else.
 */
export function CheckProgressBar({ progress }: { progress: CheckProgress | null }) {
  const styles = useStyles();
  return (
    <>
      {progress !== null && (
        <div className={styles.root}>
          <Text size={200} className={styles.text} aria-hidden>
            {strings.checkProgress.shown(progress)}
          </Text>
          <ProgressBar
            aria-label={strings.checkProgress.bar}
            value={progress.done}
            max={progress.total}
            shape="rounded"
          />
        </div>
      )}
      <span role="status" className={styles.spoken}>
        {progress === null ? '' : strings.checkProgress.spoken(progress)}
      </span>
    </>
  );
}
