import { makeStyles, mergeClasses, tokens, useUncontrolledFocus } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { strings } from '../../words/index.ts';
import type { Share } from '../shares.ts';
import { useSurface } from './use-surface.ts';

/** With Fluent's charts, which nobody waits for. */
const ShareBar = lazy(async () => ({ default: (await import('./share-bar.tsx')).ShareBar }));

interface ShareChartProps {
  label: string;
  shares: readonly Share[];
}

const useStyles = makeStyles({
  // The chart is as wide as it is allowed to be, and no wider.
  root: { position: 'relative', minWidth: 0 },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, paddingBottom: tokens.spacingVerticalXS },
  figure: { fontWeight: tokens.fontWeightSemibold },
  bar: {
    // As high as the chart draws it; kept free while the chart loads.
    minHeight: '22px',
    // It lets bar and gap stand out over its end.
    '& svg': { display: 'block', width: '100%', overflow: 'hidden' },
    // What is left to the whole: the chart's own grey is heavier than the bar.
    '& svg rect:nth-of-type(2)': { fill: tokens.colorNeutralStroke2 },
    // A drawing keeps its colours where all others are forced, so it is given the forced ones.
    '@media (forced-colors: active)': {
      '& svg rect': { fill: 'Highlight' },
      '& svg rect:nth-of-type(2)': { fill: 'GrayText' },
    },
  },
});

/** Shares as bars for the eye, and as a list with exact figures for the ear. */
export function ShareChart({ label, shares }: ShareChartProps) {
  const styles = useStyles();
  const surface = useSurface();
  // Fluent's keeper of the focus knows nothing of `inert`, and would lead Tab to a bar and stop there.
  const unseenByTab = useUncontrolledFocus();
  if (shares.length === 0) return null;
  return (
    <div className={styles.root}>
      <ul className={surface.spoken} aria-label={label}>
        {shares.map(({ key, label: name, text }) => (
          <li key={key}>{strings.named(name, text)}</li>
        ))}
      </ul>
      {/* The chart makes each bar a stop of the keyboard, and would say without figures what the list says. */}
      <div inert {...unseenByTab}>
        {shares.map((share) => (
          <div key={share.key}>
            <div className={styles.line}>
              <span className={mergeClasses(styles.name, surface.small, surface.breakable)}>
                {share.label}
              </span>
              <span className={mergeClasses(styles.figure, surface.amount)}>{share.figure}</span>
            </div>
            <div className={styles.bar}>
              <Suspense fallback={<div aria-busy="true" />}>
                <ShareBar {...share} />
              </Suspense>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
