import type { Outcome, RegistrationOutcome } from '../contract/index.ts';
import type { Notice } from './phase.ts';
import { shownPlace } from './place.ts';
import type { TracedRequest } from './request-trace.ts';
import type { CheckedTable, PaneState, Stop } from './state.ts';

/** What the page knows and the state does not. */
export interface Surroundings {
  /** The pane's own version. */
  version: string;
  /** As the server said it; null before it said one. */
  serverVersion: string | null;
  /** RFC 3339. */
  at: string;
  userAgent: string;
  /** Which Excel it is; null where Office does not tell. */
  excel: string | null;
  /** BCP 47. */
  language: string;
  widthPx: number;
  heightPx: number;
  /** How many pixels of the screen one of the page has. */
  zoom: number;
  /** What the theme and the browser ask for, such as `dark`. */
  look: readonly string[];
  requests: readonly TracedRequest[];
  /** The last thing that went wrong, as `errorFacts` tells it. */
  error: readonly string[];
}

type Line = readonly [name: string, value: string];

/**
 * What whoever helps needs to know, as text to paste: where the pane stands, how much it holds and which ids name that in
 * the ledger, in the server's log and in Nova. Nothing of what the cells hold: no payee, no amount, no bank detail; no
 * name of a person, a workbook or a sheet; and no token or code.
 */
export function diagnosisOf(state: PaneState, page: Surroundings): string {
  const { session } = state;
  const { phase, notice } = shownPlace(state);
  const lines: Line[] = [
    ['Distribution Desk', page.version],
    ['Server', `${page.serverVersion ?? 'not heard of'}, ${state.serverVersion}, ${state.connection}`],
    ['Time', page.at],
    ['Excel', page.excel ?? '-'],
    ['Browser', page.userAgent],
    ['Pane', `${page.widthPx} x ${page.heightPx} px, ${page.zoom} zoom, ${page.look.join(', ')}`],
    ['Language', page.language],
    ['Nova', session === null ? 'not signed in' : `${session.mode}, ${session.organizationId ?? '-'}`],
    ['Roles', session?.roles.join(', ') ?? '-'],
    ['Where', `${state.place}, ${state.side?.view ?? phase.step}`],
    ['Under way', state.busy ?? 'nothing'],
    ...(notice === null ? [] : noticeLines(notice)),
    ...('reading' in phase ? readingLines(phase.reading) : []),
    ...('results' in phase ? resultLines(phase.results) : []),
    ...page.requests.map(
      ({ at, what, requestId, status }) => ['Asked', `${at} ${what} ${requestId} ${status}`] as const,
    ),
    ...page.error.map((fact) => ['Error', fact] as const),
  ];
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function noticeLines({ intent, title, reference }: Notice): Line[] {
  return [
    ['Notice', `${intent}: ${title}`],
    ...(reference === undefined ? [] : [['Request', reference] as const]),
  ];
}

function readingLines({ table, check }: CheckedTable): Line[] {
  const counts = new Map<string, number>();
  for (const { code } of check.problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const found = [...counts].map(([code, count]) => `${code} ${count}`).join(', ');
  return [
    ['Table', `${table.foundBy}, ${table.values.length} rows, ${table.header.length} columns`],
    ['Check', found === '' ? 'nothing found' : found],
    ['Planned', planned(check.plan)],
  ];
}

function planned(plan: CheckedTable['check']['plan']): string {
  if (plan === null) return 'nothing, problems block';
  const parts = Object.entries(plan).flatMap(([name, list]) =>
    Array.isArray(list) ? [`${name} ${list.length}`] : [],
  );
  return parts.join(', ');
}

interface AnyResults {
  stop: Stop | null;
  outcomes: readonly { outcome: object | null }[];
}

function resultLines({ stop, outcomes }: AnyResults): Line[] {
  const told = outcomes.flatMap(({ outcome }) => {
    if (outcome === null) return ['not sent'];
    // A registration has one outcome for each of its rows.
    return (Array.isArray(outcome) ? outcome : [outcome]).map((one) => outcomeLine(one as AnyOutcome | null));
  });
  return [
    ['Stopped', stop?.reason ?? 'no'],
    ...told.map((text, index) => [`Result ${index + 1}`, text] as const),
  ];
}

type AnyOutcome = Outcome | RegistrationOutcome;

function outcomeLine(outcome: AnyOutcome | null): string {
  if (outcome === null) return 'not sent';
  const facts = [
    outcome.outcome,
    'entryId' in outcome ? outcome.entryId : null,
    'distributionId' in outcome ? outcome.distributionId : null,
    'id' in outcome ? outcome.id : null,
    'code' in outcome ? outcome.code : null,
    // Nova's own.
    'requestId' in outcome ? outcome.requestId : null,
  ];
  return facts.filter((fact) => fact !== null && fact !== undefined).join(' ');
}
