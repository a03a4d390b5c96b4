import { HorizontalBarChart, HorizontalBarChartVariant } from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-components';
import type { Share } from '../shares.ts';

interface ShareBarsProps {
  shares: readonly Share[];
  /** Percentages for amounts, "14 / 50" for what is counted. */
  mode: 'percentage' | 'fraction';
}

/** The bars alone; `ShareChart` puts the same into words. */
export function ShareBars({ shares, mode }: ShareBarsProps) {
  return (
    <HorizontalBarChart
      variant={HorizontalBarChartVariant.PartToWhole}
      chartDataMode={mode}
      barHeight={8}
      hideTooltip
      culture="en-US"
      // Made anew each time: the chart writes into what it is given.
      data={shares.map(({ label, part, whole }) => ({
        chartTitle: label,
        chartData: [
          {
            legend: label,
            horizontalBarChartdata: { x: part, total: whole },
            color: tokens.colorBrandBackground,
          },
        ],
      }))}
    />
  );
}
