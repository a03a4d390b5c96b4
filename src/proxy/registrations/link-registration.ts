import type { RegisteredId, RegistrationOutcome, Said } from '../../contract/index.ts';
import { told, type Compared } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import {
  assertForPeople,
  assertFree,
  findEntry,
  linkMismatch,
  notUnresolved,
  shown,
} from '../staging/resolve-unknown.ts';
import type { ResolverParts } from '../staging/resolve-unknown.ts';
import { modeMismatch } from '../staging/outcome.ts';
import { referenceTaken } from './explain-refusal.ts';
import { instructionsOfBody } from './kept-instructions.ts';
import { toRegistrationOutcome } from './registration-outcome.ts';

/**
 * Records which id an unknown entry became, or which existing one bears the reference that an entry was refused for, after
 * Nova has shown that it says the same. Of payment instructions Nova shows no more than that the entity has them. Throws a
 * `ProxyError` as `linkDistribution` does.
 */
export async function linkRegistration(
  entryId: string,
  id: RegisteredId,
  userName: string,
  parts: ResolverParts,
): Promise<RegistrationOutcome> {
  const { clock, entries, mode } = parts;
  const entry = await findEntry(entryId, parts);
  if (entry.kind === 'distribution') {
    throw new ProxyError(404, 'not-found', told('linkAsDistribution'));
  }
  if (entry.nova_id !== id) {
    await assertForLinking(entry, parts);
    await assertFree(id, entry, entries);
    const { differences, livemode = mode === 'live' } = await compare(entry, id, parts);
    if (livemode !== (mode === 'live')) {
      const says = modeMismatch({ ...entry, nova_id: id }, mode);
      await parts.lock.engage({ says, distributionId: null, entryId: entry.id, by: { userName } });
      throw new ProxyError(409, 'link-mismatch', [says, told('nothingLinked')]);
    }
    if (differences.length > 0) throw linkMismatch(id, differences);
    const at = toInstant(clock.now());
    const linked = await entries
      .link(entry, { id, livemode, result: {} }, userName, at)
      .catch(async (error: unknown) => {
        // Two people who link the same id to two entries at once: the database lets one of them.
        await assertFree(id, entry, entries);
        throw error;
      });
    if (linked === null) throw notUnresolved();
  }
  const context = { existing: true, nowMs: clock.now(), mode };
  const outcome = await toRegistrationOutcome(await findEntry(entryId, parts), context, entries);
  if (outcome === null) throw new Error('a linked entry has no outcome');
  return outcome;
}

/** An unknown entry of which only people can tell, or the latest refusal of a reference. */
async function assertForLinking(entry: LedgerEntry, parts: ResolverParts): Promise<void> {
  if (entry.state !== 'rejected' || entry.error_code !== referenceTaken) {
    return assertForPeople(entry, parts.clock);
  }
  const [latest] = await parts.entries.generations(entry.content_hash);
  if (latest?.id !== entry.id) throw notUnresolved();
}

interface Comparison {
  differences: Said;
  livemode: boolean | undefined;
}

async function compare(entry: LedgerEntry, id: RegisteredId, parts: ResolverParts): Promise<Comparison> {
  const { nova } = parts;
  if (!id.startsWith(prefixes[entry.kind])) {
    const sentences = [told('notOfKind', { id, kind: entry.kind }), told('nothingLinked')];
    throw new ProxyError(409, 'link-mismatch', sentences);
  }
  if (entry.kind === 'payment-instructions') {
    const { entity } = instructionsOfBody(entry.body);
    const found = shown(await nova.getEntity(entity), entity);
    const has = (found.payment_instructions ?? []).some((one) => one === id);
    return { differences: has ? [] : [told('entityLacksIt', { entity })], livemode: found.livemode };
  }
  const [sent] = JSON.parse(entry.body) as [Record<string, string | undefined>];
  const found =
    entry.kind === 'entity' ? shown(await nova.getEntity(id), id) : shown(await nova.getContact(id), id);
  const theirs = found as unknown as Record<string, string | null | undefined>;
  const differences = comparedOf(entry.kind).flatMap((what) => {
    const member = what.replace('-', '_');
    const ours = sent[member] ?? null;
    const other = theirs[member] ?? null;
    return ours === other ? [] : [told('differs', { what, theirs: other, ours })];
  });
  return { differences, livemode: found.livemode };
}

/** What Nova shows of an entity, or of a contact. */
function comparedOf(kind: LedgerEntry['kind']): Compared[] {
  return kind === 'entity'
    ? ['name', 'type', 'external-type', 'external-reference']
    : ['name', 'email', 'external-reference'];
}

const prefixes: Readonly<Record<LedgerEntry['kind'], string>> = {
  distribution: 'dst_',
  'payment-instructions': 'pmi_',
  entity: 'ent_',
  contact: 'cnt_',
};
