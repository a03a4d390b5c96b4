import type { PaymentMark } from '../payment-marks.ts';
import { strings } from '../../words/index.ts';

export interface ShownMark {
  mark: PaymentMark;
  color: 'warning' | 'informative';
  words: string;
  /** As it stands behind the payee's name. */
  inChart: string;
}

/** The marks that are badges; the others are told in words beside the row. */
export function shownMarks(marks: readonly PaymentMark[]): ShownMark[] {
  const { unusualMark, newMark, inChart } = strings.preview;
  const all: ShownMark[] = [
    { mark: 'unusual', color: 'warning', words: unusualMark, inChart: inChart.unusual },
    { mark: 'new', color: 'informative', words: newMark, inChart: inChart.new },
  ];
  return all.filter(({ mark }) => marks.includes(mark));
}
