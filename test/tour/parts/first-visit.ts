import { help } from '../../../src/words/index.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { chooseFromMenu, isAtStart, namesTable, seesDialog } from '../hands.ts';
import type { TourPart } from '../tour.ts';

/** Somebody who has never seen the pane, led through it in four steps, and once more when asked for. */
export const firstVisit: TourPart = {
  name: 'first-visit',
  desk: { isNew: true },
  async walk(it, visit) {
    await it.signIn();
    await isAtStart(it);
    await it.select('Payouts!A6');
    await namesTable(it);
    for (const step of [1, 2, 3, 4]) {
      await seesStep(it, step);
      await visit(`step-${step}`);
      await it.click(step < 4 ? help.tour.next : help.tour.done);
    }
    await it.pane.getByRole('region', { name: help.tour.label }).waitFor({ state: 'detached' });
    await chooseFromMenu(it, help.tour.menu);
    await seesDialog(it);
    await it.click(help.tour.next);
    await seesStep(it, 2);
    await visit('from-the-menu');
  },
};

async function seesStep(it: DeskUnderTest, step: number): Promise<void> {
  const told = it.pane.getByRole('group').getByText(help.tour.step(step, 4));
  await told.waitFor();
  await told.scrollIntoViewIfNeeded();
}
