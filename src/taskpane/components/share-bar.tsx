import { HorizontalBarChart, HorizontalBarChartVariant } from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-components';
import type { Share } from '../shares.ts';

/** The bar alone: `ShareChart` writes beside it what it is and how much, as the user's region writes it. */
export function ShareBar({ label, part, whole }: Pick<Share, 'label' | 'part' | 'whole'>) {
  return (
    <HorizontalBarChart
      variant={HorizontalBarChartVariant.PartToWhole}
      chartDataMode="hidden"
      barHeight={8}
      hideTooltip
      // Made anew each time: the chart writes into what it is given.
      data={[
        {
          chartData: [
            {
              legend: label,
              horizontalBarChartdata: { x: part, total: whole },
              color: tokens.colorBrandBackground,
            },
          ],
        },
      ]}
    />
  );
}
