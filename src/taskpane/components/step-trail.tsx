import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { strings } from '../../words/index.ts';
import type { Phase } from '../state.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    listStyleType: 'none',
    // At 200 % zoom.
    '@media (max-width: 239px)': { flexWrap: 'wrap' },
  },
  step: {
    flexGrow: 1,
    flexBasis: 0,
    '@media (max-width: 239px)': { flexBasis: '40%' },
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke2}`,
    '@media (forced-colors: active)': { borderTopColor: 'GrayText' },
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  reached: {
    borderTopColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

const order = ['check', 'preview', 'confirm', 'result'] as const;

function positionOf(step: Phase['step']): number {
  switch (step) {
    case 'source':
    case 'choose':
    case 'checked':
      return 0;
    case 'preview':
      return 1;
    case 'confirm':
    case 'progress':
      return 2;
    case 'result':
    case 'refreshed':
      return 3;
  }
}

/** Where the user is in the flow. */
export function StepTrail({ step }: { step: Phase['step'] }) {
  const styles = useStyles();
  const position = positionOf(step);
  return (
    <nav aria-label={strings.steps.label}>
      <ol className={styles.root}>
        {order.map((name, index) => (
          <li
            key={name}
            aria-current={index === position ? 'step' : undefined}
            className={mergeClasses(
              styles.step,
              index <= position && styles.reached,
              index === position && styles.current,
            )}
          >
            {strings.steps.names[name]}
          </li>
        ))}
      </ol>
    </nav>
  );
}
