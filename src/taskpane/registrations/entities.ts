import type { CheckedEntity } from '../../contract/index.ts';
import type { RegistrationCheck } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { askAboutPayees } from '../flows/payees.ts';
import type { CheckWatch } from '../rules.ts';

/**
 * What Nova knows of the entities whose bank details are planned: their legal names, and whether they have some already.
 * A check that runs by itself asks about new ones alone. The proxy decides in the end: what cannot be asked now is not
 * told, and keeps nobody from going on.
 */
export async function knownEntities(
  desk: Desk,
  { plan }: Pick<RegistrationCheck, 'plan'>,
  before: Readonly<Record<string, CheckedEntity>>,
  watch: CheckWatch,
): Promise<Readonly<Record<string, CheckedEntity>>> {
  const ids = new Set(
    (plan?.groups ?? []).flatMap(({ registration }) =>
      registration.kind === 'payment-instructions' ? [registration.entity] : [],
    ),
  );
  if (ids.size === 0 || watch.asks === 'nothing') return before;
  const entities = [...ids].filter((id) => watch.asks !== 'new' || !(id in before));
  const nobody = { entities: [], contacts: [] };
  const isByPerson = watch.asks !== 'new';
  const asked = await askAboutPayees(
    desk,
    isByPerson ? nobody : { entities, contacts: [] },
    isByPerson ? { entities, contacts: [] } : null,
    watch,
  );
  return { ...before, ...asked.entities };
}
