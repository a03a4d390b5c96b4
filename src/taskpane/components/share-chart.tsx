import { makeStyles, tokens, useUncontrolledFocus } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Share } from '../shares.ts';
import { useSurface } from './use-surface.ts';

/** With Fluent's charts, which nobody waits for. */
const ShareBars = lazy(async () => ({ default: (await import('./share-bars.tsx')).ShareBars }));

interface ShareChartProps {
  label: string;
  shares: readonly Share[];
  mode: 'percentage' | 'fraction';
}

/** As high as the chart draws one bar with its line of text; kept free while the chart loads. */
const barPx = 42;

const useStyles = makeStyles({
  // The chart is as wide as it is allowed to be, and no wider.
  root: { position: 'relative', minWidth: 0 },
  chart: {
    '& svg': { display: 'block', width: '100%' },
    // What is left to the whole: the chart's own grey is heavier than the bar.
    '& svg rect:nth-of-type(2)': { fill: tokens.colorNeutralStroke2 },
  },
});

/** Shares as bars for the eye, and as a list with exact figures for the ear. */
export function ShareChart({ label, shares, mode }: ShareChartProps) {
  const styles = useStyles();
  const surface = useSurface();
  // Fluent's keeper of the focus knows nothing of `inert`, and would lead Tab to a bar and stop there.
  const unseenByTab = useUncontrolledFocus();
  if (shares.length === 0) return null;
  return (
    <div className={styles.root}>
      <ul className={surface.spoken} aria-label={label}>
        {shares.map(({ key, label: name, text }) => (
          <li key={key}>
            {name}: {text}
          </li>
        ))}
      </ul>
      {/* The chart makes each bar a stop of the keyboard, and would say without figures what the list says. */}
      <div inert {...unseenByTab} className={styles.chart}>
        <Suspense fallback={<div aria-busy="true" style={{ minHeight: `${shares.length * barPx}px` }} />}>
          <ShareBars shares={shares} mode={mode} />
        </Suspense>
      </div>
    </div>
  );
}
