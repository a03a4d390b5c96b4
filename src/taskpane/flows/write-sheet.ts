import type { Desk } from '../desk.ts';
import type { Rules } from '../rules.ts';
import type { Job, Phase, PlaceEvent } from '../state.ts';
import { strings } from '../../words/index.ts';

/**
 * Writes the results that have no row, or all of them when none could be written, to a new sheet of their own. They stay
 * kept as before: a sheet of ids is a list for people, and what belongs beside the rows can still be written there.
 */
export async function writeSheetOf<J extends Job>(
  desk: Desk,
  rules: Rules<J>,
  phase: Phase<J>,
): Promise<Extract<PlaceEvent<J>, { type: 'notice' }>> {
  if (phase.step !== 'result') throw new Error(`No results at ${phase.step}.`);
  const { results, writing } = phase;
  const lines = writing.status === 'written' ? rules.unplacedLines(writing.unplaced) : rules.linesOf(results);
  const { sheetName, verified, expected } = await desk.excel.writeResultsSheet(lines);
  return {
    type: 'notice',
    notice: {
      intent: verified === expected ? 'success' : 'warning',
      title: strings.result.sheetTitle(sheetName),
      text: strings.result.sheetText(verified, expected),
    },
  };
}
