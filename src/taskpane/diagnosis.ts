import type { Notice } from './phase.ts';
import { shownPlace } from './place.ts';
import type { PaneState, Reading, Results } from './state.ts';

/** What the page knows and the state does not. */
export interface Surroundings {
  /** The pane's own version. */
  version: string;
  /** RFC 3339. */
  at: string;
  userAgent: string;
  widthPx: number;
}

/**
 * What whoever helps needs to know, as text to paste: where the pane stands, how much it holds and which ids name that in
 * the ledger and in Nova. Nothing of what the cells hold: no payee, no amount, no bank detail; and no token or code.
 */
export function diagnosisOf(state: PaneState, page: Surroundings): string {
  const { session } = state;
  const { phase, notice } = shownPlace(state);
  const lines = [
    ['Distribution Desk', page.version],
    ['Time', page.at],
    ['Browser', page.userAgent],
    ['Pane', `${page.widthPx} px`],
    ['Nova', session === null ? 'not signed in' : `${session.mode}, ${session.organizationId ?? '-'}`],
    ['Roles', session?.roles.join(', ') ?? '-'],
    ['Where', `${state.place}, ${state.side?.view ?? phase.step}`],
    ['Under way', state.busy ?? 'nothing'],
    ['Server', state.serverVersion],
    ...(notice === null ? [] : noticeLines(notice)),
    // The other place's tables hold bank details; of them nothing is told but where the pane stands.
    ...(state.place === 'payouts' && 'reading' in state.phase ? readingLines(state.phase.reading) : []),
    ...(state.place === 'payouts' && 'results' in state.phase ? resultLines(state.phase.results) : []),
  ];
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function noticeLines({ intent, title, reference }: Notice): string[][] {
  return [['Notice', `${intent}: ${title}`], ...(reference === undefined ? [] : [['Request', reference]])];
}

function readingLines({ table, check }: Reading): string[][] {
  const counts = new Map<string, number>();
  for (const { code } of check.problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const found = [...counts].map(([code, count]) => `${code} ${count}`).join(', ');
  return [
    ['Table', `${table.foundBy}, ${table.values.length} rows, ${table.header.length} columns`],
    ['Check', found === '' ? 'nothing found' : found],
    ['Distributions', String(check.plan?.distributions.length ?? '-')],
  ];
}

function resultLines({ outcomes, stop }: Results): string[][] {
  const told = outcomes.map(({ outcome }) => {
    if (outcome === null) return 'not sent';
    const id = outcome.outcome === 'accepted' ? ` ${outcome.distributionId}` : '';
    const code = 'code' in outcome ? ` ${outcome.code}` : '';
    return `${outcome.outcome} ${outcome.entryId}${id}${code}`;
  });
  return [['Stopped', stop?.reason ?? 'no'], ...told.map((text, index) => [`Result ${index + 1}`, text])];
}
