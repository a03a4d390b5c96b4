/** Every state of the pane, looked at by axe in a real browser: both widths, light, dark and forced colours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, test } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { DeskUnderTest } from '../support/desk.ts';
import { lookName, takeLook, type Look } from '../tour/looks.ts';
import { openTour } from '../tour/open-tour.ts';
import { walk } from '../tour/walk.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const allRules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What a width or a theme can change. */
const visualRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'target-size'] } };

const looks: readonly (readonly [Look, RunOptions])[] = [
  [{ widthPx: 320, scheme: 'light' }, allRules],
  [{ widthPx: 320, scheme: 'dark' }, visualRules],
  [{ widthPx: 320, scheme: 'forced' }, visualRules],
  [{ widthPx: 500, scheme: 'light' }, visualRules],
  [{ widthPx: 500, scheme: 'dark' }, visualRules],
  [{ widthPx: 500, scheme: 'forced' }, visualRules],
];

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

async function findingsOf(it: DeskUnderTest, options: RunOptions): Promise<string[]> {
  const body = it.pane.locator('body');
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

test('axe finds nothing in any state of the pane, at either width, light, dark or in forced colours', async () => {
  const it = (desk = await openTour());
  const findings: string[] = [];
  const visited: string[] = [];
  await walk(it, async (name) => {
    visited.push(name);
    for (const [look, options] of looks) {
      await takeLook(it, look);
      for (const finding of await findingsOf(it, options)) {
        findings.push(`${name}, ${lookName(look)}: ${finding}`);
      }
    }
    const [[first] = []] = looks;
    if (first !== undefined) await takeLook(it, first);
  });
  expect(findings).toEqual([]);
  expect(visited.length).toBeGreaterThan(30);
  expect(it.pageErrors).toEqual([]);
}, 300_000);
