import { entityIdSchema, type StagedContent } from '../contract/index.ts';
import { settle } from './boundary.ts';
import type { Desk } from './desk.ts';

/** The contract's limit for one request. */
const entitiesAtOnce = 200;

/**
 * What Nova calls the payees of a distribution. Names are an ornament: where Nova or the proxy cannot say one, it is
 * missing.
 */
export async function payeeNames(
  { proxy }: Desk,
  { payments }: Pick<StagedContent, 'payments'>,
): Promise<(entity: string) => string | undefined> {
  const ids = [...new Set(payments.map(({ entity }) => entity))].flatMap((id) => {
    const read = entityIdSchema.safeParse(id);
    return read.success ? [read.data] : [];
  });
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += entitiesAtOnce) {
    const part = ids.slice(start, start + entitiesAtOnce);
    const done = await settle(() => proxy.checkPayees({ entities: part, contacts: [] }));
    if (!done.ok) break;
    done.value.entities.forEach((entity, index) => {
      if (entity.found === 'yes') names.set(part[index] ?? '', entity.name);
    });
  }
  return (entity) => names.get(entity);
}
