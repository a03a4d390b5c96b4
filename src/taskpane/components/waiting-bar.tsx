import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { useMedia } from './use-media.ts';

const useStyles = makeStyles({
  // Stands in the middle where nothing may move: at the start it would tell of a third that is done.
  still: { '&.fui-ProgressBar__bar': { maxWidth: '33%', marginInline: 'auto' } },
});

/** Something lasts, nobody knows how long. */
export function WaitingBar({
  label,
  thickness = 'medium',
}: {
  label: string;
  thickness?: 'medium' | 'large';
}) {
  const styles = useStyles();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <ProgressBar
      aria-label={label}
      thickness={thickness}
      {...(isStill && { indeterminateMotion: null, bar: { className: styles.still } })}
    />
  );
}
