import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Stop } from './tour.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything that axe knows of WCAG 2.2 AA and good practice, of whatever impact. */
export const allRules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const only = (...values: string[]): RunOptions => ({ runOnly: { type: 'rule', values } });
/** What a theme can change, and what a width can. */
export const colorRules = only('color-contrast');
export const sizeRules = only('target-size');

/** What axe finds in a state as it is drawn now. */
export async function axeFindings({ frame }: Stop, options: RunOptions): Promise<string[]> {
  const body = frame.locator('body');
  // Evaluated, not loaded: the pane's content security policy lets no foreign script in.
  if (!(await body.evaluate(() => 'axe' in window))) await body.evaluate(axeSource);
  const { violations } = await body.evaluate(
    (_body, given) =>
      (window as unknown as { axe: { run: (...given: unknown[]) => Promise<AxeResults> } }).axe.run(
        // Tabster's own stops, which hand the focus on before anybody notices them.
        { exclude: [['[data-tabster-dummy]']] },
        { ...given, resultTypes: ['violations'] },
      ),
    options,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      .filter(({ target }) => !isMenu(id, target))
      .map(({ target, failureSummary }) => `${impact} ${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** A menu that is open stands beside the page's landmarks, as every menu of Fluent's does. */
function isMenu(rule: string, target: AxeResults['violations'][number]['nodes'][number]['target']): boolean {
  return rule === 'region' && target.join(' ').includes('fui-Menu');
}
