import type { RegisteredId, RegistrationOutcome } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { assertForPeople, assertFree, findEntry, notUnresolved, shown } from '../staging/resolve-unknown.ts';
import type { ResolverParts } from '../staging/resolve-unknown.ts';
import { nounOf } from '../staging/entry-kind.ts';
import { modeMismatchSentence } from '../staging/outcome.ts';
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
    throw new ProxyError(404, 'not-found', 'This entry is a distribution. Link it as one.');
  }
  if (entry.nova_id !== id) {
    await assertForLinking(entry, parts);
    await assertFree(id, entry, entries);
    const { differences, livemode = mode === 'live' } = await compare(entry, id, parts);
    if (livemode !== (mode === 'live')) {
      const reason = modeMismatchSentence({ ...entry, nova_id: id }, mode);
      await parts.lock.engage({ reason, distributionId: null, entryId: entry.id, by: { userName } });
      throw new ProxyError(409, 'link-mismatch', `${reason} Nothing was linked.`);
    }
    if (differences.length > 0) {
      const message = `${id} is not what was submitted: ${differences.join('; ')}. Nothing was linked.`;
      throw new ProxyError(409, 'link-mismatch', message);
    }
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
  /** One phrase each. */
  differences: string[];
  livemode: boolean | undefined;
}

async function compare(entry: LedgerEntry, id: RegisteredId, parts: ResolverParts): Promise<Comparison> {
  const { nova } = parts;
  if (!id.startsWith(prefixes[entry.kind])) {
    const message = `${id} is no ${nounOf(entry)}. Nothing was linked.`;
    throw new ProxyError(409, 'link-mismatch', message);
  }
  if (entry.kind === 'payment-instructions') {
    const { entity } = instructionsOfBody(entry.body);
    const found = shown(await nova.getEntity(entity), entity);
    const has = (found.payment_instructions ?? []).some((one) => one === id);
    return { differences: has ? [] : [`the entity ${entity} does not have it`], livemode: found.livemode };
  }
  const [sent] = JSON.parse(entry.body) as [Record<string, string | undefined>];
  const found =
    entry.kind === 'entity' ? shown(await nova.getEntity(id), id) : shown(await nova.getContact(id), id);
  const theirs = found as unknown as Record<string, string | null | undefined>;
  const members = entry.kind === 'entity' ? ['name', 'type', 'external_type'] : ['name', 'email'];
  const differences = [...members, 'external_reference'].flatMap((member) => {
    const ours = sent[member] ?? null;
    const other = theirs[member] ?? null;
    const word = member.replaceAll('_', ' ');
    return ours === other ? [] : [`the ${word} is ${other ?? 'missing'}, not ${ours ?? 'left out'}`];
  });
  return { differences, livemode: found.livemode };
}

const prefixes: Readonly<Record<LedgerEntry['kind'], string>> = {
  distribution: 'dst_',
  'payment-instructions': 'pmi_',
  entity: 'ent_',
  contact: 'cnt_',
};
