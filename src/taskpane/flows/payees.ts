import type { CheckedContact, CheckedEntity, PayeeCheckResponse } from '../../contract/index.ts';
import {
  checkPayeesInSlices,
  payeesToAsk,
  type CheckResult,
  type PayeeIds,
  type PayeeKnowledge,
} from '../../domain/index.ts';
import { ProxyError } from '../api.ts';
import { settle } from '../boundary.ts';
import type { Desk } from '../desk.ts';
import type { CheckWatch } from '../rules.ts';
import { runInSlices, slices, Superseded } from '../slices.ts';
import type { Reading } from '../state.ts';

/** Before anybody was asked about. */
export const nobodyKnown: PayeeKnowledge = { entities: {}, contacts: {} };

/** So many ids are asked about at once: the contract's limit for either kind. */
const idsAtOnce = 200;
/** A check waits no longer than this for Nova; whom it has not come to by then, the next one asks about. */
const longestMs = 60_000;

/**
 * The check with what Nova knows of the payees, and that knowledge. Nova is asked about ids that nobody has asked about yet,
 * and anew about those with a finding when it is a person who checks: they may have been mended in Nova. A check that runs
 * by itself leaves those alone, and one that nobody sees asks about nobody.
 */
export async function checkPayees(
  desk: Desk,
  check: CheckResult,
  { table, mapping, settings, payees: before }: Pick<Reading, 'table' | 'mapping' | 'settings' | 'payees'>,
  watch: CheckWatch,
): Promise<Pick<Reading, 'check' | 'payees'>> {
  if (watch.asks === 'nothing') return { check, payees: before };
  const { unasked, doubtful } = payeesToAsk(check.payees, before);
  const asked = await askAboutPayees(desk, unasked, watch.asks === 'new' ? null : doubtful, watch);
  const payees: PayeeKnowledge = {
    entities: { ...before.entities, ...asked.entities },
    contacts: { ...before.contacts, ...asked.contacts },
  };
  const context = { table, mapping, payees, escalated: settings.escalated };
  const checked = await runInSlices(checkPayeesInSlices(check, context, slices), watch.isCurrent);
  return { check: checked, payees };
}

/** What Nova knows of them; `doubtful` are asked about anew. */
export async function askAboutPayees(
  desk: Desk,
  unasked: PayeeIds,
  doubtful: PayeeIds | null,
  { isCurrent, onProgress }: CheckWatch,
): Promise<PayeeKnowledge> {
  const parts = [
    ...inParts(unasked).map((part) => ({ part, fresh: false })),
    ...(doubtful === null ? [] : inParts(doubtful).map((part) => ({ part, fresh: true }))),
  ];
  const total = parts.reduce((sum, { part }) => sum + countOf(part), 0);
  const entities: Record<string, CheckedEntity> = {};
  const contacts: Record<string, CheckedContact> = {};
  let done = 0;
  const endMs = slices.now() + longestMs;
  for (const { part, fresh } of parts) {
    if (slices.now() >= endMs) break;
    if (isCurrent?.() === false) throw new Superseded('A newer check took its place.');
    onProgress?.({ stage: 'payees', done, total });
    const answer = await ask(desk, part, fresh);
    enter(entities, part.entities, answer.entities);
    enter(contacts, part.contacts, answer.contacts);
    done += countOf(part);
  }
  return { entities, contacts };
}

/** A request that fails says nothing of the payees, and keeps nobody from seeing what the table's own check found. */
async function ask(desk: Desk, part: PayeeIds, fresh: boolean): Promise<PayeeCheckResponse> {
  const done = await settle(() => desk.proxy.checkPayees({ ...part, fresh }));
  if (done.ok) return done.value;
  if (!(done.error instanceof ProxyError) || done.error.signInRequired) throw done.error;
  const { code, message } = done.error;
  const unknown = { found: 'not-known' as const, code, message };
  return { entities: part.entities.map(() => unknown), contacts: part.contacts.map(() => unknown) };
}

function enter<T>(known: Record<string, T>, ids: readonly string[], answers: readonly T[]): void {
  if (ids.length !== answers.length) throw new RangeError(`${ids.length} ids, but ${answers.length} answers`);
  for (const [index, answer] of answers.entries()) known[ids[index] ?? ''] = answer;
}

const countOf = ({ entities, contacts }: PayeeIds): number => entities.length + contacts.length;

function inParts({ entities, contacts }: PayeeIds): PayeeIds[] {
  const count = Math.ceil(Math.max(entities.length, contacts.length) / idsAtOnce);
  return Array.from({ length: count }, (_, part) => {
    const [start, end] = [part * idsAtOnce, (part + 1) * idsAtOnce];
    return { entities: entities.slice(start, end), contacts: contacts.slice(start, end) };
  });
}
