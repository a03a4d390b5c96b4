import type {
  EntityId,
  RegisterRequest,
  RegisterResponse,
  Registration,
  RegistrationOutcome,
} from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Submitter, Terms } from '../ledger/entry.ts';
import type { LimitPolicy } from '../limits/limit-policy.ts';
import type { Stager } from '../staging/stager.ts';
import type { AccountKey } from './account-key.ts';
import { needsSecondPerson, retrieveEntity } from './present-instructions.ts';
import type { EntityParts } from './present-instructions.ts';
import { contentsOf } from './registration-content.ts';
import type { RegistrationContent } from './registration-content.ts';
import { toRegistrationOutcome } from './registration-outcome.ts';
import { SubmittedGroup } from './submitted-group.ts';

export interface RegistrarParts extends EntityParts {
  stager: Stager;
  limits: LimitPolicy;
  clock: Clock;
  accountKey: AccountKey;
}

/** How many entities or contacts of one request are on their way at once. */
const mostAtOnce = 4;

/**
 * Registers each item of a request, or answers with what the same content became before, in the order of the items. Once
 * it is not known what became of one, or nothing can be sent, the rest is left alone (`not-sent`). Throws a `ProxyError`
 * where nothing was found out of any item: as `Stager.submit` and `retrieveEntity` do, and `account-key-missing`; and in
 * any case `mode-mismatch`.
 */
export async function register(
  { registration, source }: RegisterRequest,
  userName: string,
  parts: RegistrarParts,
): Promise<RegisterResponse> {
  const contents = contentsFor(registration, parts.accountKey);
  const by: Submitter = { userName, ...source };
  const group = new SubmittedGroup(contents, (item, terms) => submit(item, by, terms, parts));
  if (registration.kind === 'payment-instructions') {
    const terms = instructionsTerms(registration.entity, contents[0], userName, parts);
    await group.submit(await mayBeWithNovaFirst(contents, parts), 1, terms);
  } else {
    await group.submit([...contents.keys()], mostAtOnce, () => plainTerms(userName, parts));
  }
  const known = await lookUp(contents, parts);
  return { outcomes: group.outcomes(known) };
}

/** What the ledger knows of these contents, in their order, then of their items. Sends nothing to Nova. */
export async function lookUpRegistrations(
  registrations: readonly Registration[],
  parts: RegistrarParts,
): Promise<(RegistrationOutcome | null)[][]> {
  const contents = registrations.map((registration) => contentsFor(registration, parts.accountKey));
  const found = await lookUp(contents.flat(), parts);
  let start = 0;
  return contents.map(({ length }) => found.slice(start, (start += length)));
}

function contentsFor(registration: Registration, accountKey: AccountKey): RegistrationContent[] {
  return contentsOf(registration, registration.kind === 'payment-instructions' ? accountKey.read() : '');
}

async function lookUp(
  contents: readonly RegistrationContent[],
  { clock, entries, mode, stager }: RegistrarParts,
): Promise<(RegistrationOutcome | null)[]> {
  const standing = await stager.standing(contents.map(({ content }) => content.hash));
  const context = { existing: true, nowMs: clock.now(), mode };
  return Promise.all(
    contents.map(async ({ content }) => {
      const entry = standing.get(content.hash);
      return entry === undefined ? null : toRegistrationOutcome(entry, context, entries);
    }),
  );
}

async function submit(
  { bytes, content }: RegistrationContent,
  by: Submitter,
  terms: () => Terms | Promise<Terms>,
  { clock, entries, mode, stager }: RegistrarParts,
): Promise<RegistrationOutcome> {
  const { entry, existing } = await stager.submit({ content, bytes, by, repeat: null, terms });
  const outcome = await toRegistrationOutcome(entry, { existing, nowMs: clock.now(), mode }, entries);
  if (outcome === null) throw new Error('a registration ended without an outcome');
  return outcome;
}

/** Entities and contacts move no money and change no payee: only who may work in live mode is looked at. */
function plainTerms(userName: string, { limits }: RegistrarParts): Terms {
  limits.assertMayGoLive(userName);
  return { approval: null, dayLimitCents: null, unlessAlone: null, seen: null };
}

/** What stands before the instructions of one entity; Nova is asked once for all of them, when the first one needs it. */
function instructionsTerms(
  entity: EntityId,
  first: RegistrationContent | undefined,
  userName: string,
  parts: RegistrarParts,
): () => Promise<Terms> {
  const setHash = first?.content.setHash ?? null;
  let asked: Promise<{ isNeeded: boolean; seen: string }> | null = null;
  const ask = async () => {
    const found = await retrieveEntity(entity, userName, parts);
    const seen = { entityName: found.name, present: found.payment_instructions ?? [] };
    return { isNeeded: await needsSecondPerson(found, setHash, parts.entries), seen: JSON.stringify(seen) };
  };
  return async () => {
    const { clock, limits } = parts;
    limits.assertMayGoLive(userName);
    const { isNeeded, seen } = await (asked ??= ask());
    const approval = { endsAt: toInstant(clock.now() + limits.approvalLifeMs), fromCents: null };
    return {
      ...{ approval: isNeeded ? approval : null, unlessAlone: isNeeded ? null : approval },
      ...{ dayLimitCents: null, seen },
    };
  };
}

/**
 * What may have reached Nova without an answer comes first: whether the entity has other instructions can be told only
 * once it is known which of them are these.
 */
async function mayBeWithNovaFirst(
  contents: readonly RegistrationContent[],
  { stager }: RegistrarParts,
): Promise<number[]> {
  const standing = await stager.standing(contents.map(({ content }) => content.hash));
  const isOpen = (index: number) => {
    const state = standing.get(contents[index]?.content.hash ?? '')?.state;
    return state === 'unknown' || state === 'sending';
  };
  const places = [...contents.keys()];
  return [...places.filter(isOpen), ...places.filter((index) => !isOpen(index))];
}
