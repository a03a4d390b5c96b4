import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { CheckProgress } from '../check-progress.ts';
import { strings } from '../../words/index.ts';
import { useSaid } from './use-said.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { fontVariantNumeric: 'tabular-nums' },
});

/** The last of its quarters is over before a screen reader has said the one before. */
const spokenEveryMs = 2_000;

/**
 * How far the check of a large table is, at the foot of the pane, where nothing moves when it comes and goes. A screen
 * reader hears a quarter at a time: each step would talk over everything else.
 */
export function CheckProgressBar({ progress }: { progress: CheckProgress | null }) {
  const styles = useStyles();
  useSaid(progress === null ? null : strings.checkProgress.spoken(progress), { everyMs: spokenEveryMs });
  if (progress === null) return null;
  return (
    <section className={styles.root} aria-label={strings.checkProgress.bar}>
      <Text size={200} className={styles.text} aria-hidden>
        {strings.checkProgress.shown(progress)}
      </Text>
      <ProgressBar
        aria-label={strings.checkProgress.bar}
        value={progress.done}
        max={progress.total}
        shape="rounded"
      />
    </section>
  );
}
