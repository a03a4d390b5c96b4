import type {
  CheckedContact,
  CheckedEntity,
  PayeeCheckRequest,
  PayeeCheckResponse,
} from '../../contract/index.ts';
import type { Clock } from '../clock.ts';
import { holdToMode } from '../ledger/hold-to-mode.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { createLimiter } from '../nova/limiter.ts';
import { AskOnce } from './ask-once.ts';
import { contactAnswer, entityAnswer, failureAnswer, notKnown, type NotKnown } from './payee-answers.ts';

export interface PayeeParts {
  nova: NovaClient;
  lock: ModeLock;
  mode: 'sandbox' | 'live';
  clock: Clock;
  /** How many requests to Nova may be under way at once, all that is asked of it together. */
  maxConcurrent: number;
  rememberMs: number;
  patienceMs: number;
}

export interface PayeeChecker {
  /** What Nova knows of each, in the order of the request. */
  check: (request: PayeeCheckRequest, userName: string) => Promise<PayeeCheckResponse>;
}

/** Calls that are left to submissions while payees are asked about. */
const leftToOthers = 2;

/**
 * Retrieves each entity and contact once, however many panes ask about it at a time. What is as it should be is remembered
 * for minutes; what is missing or cannot be paid may be mended any moment, and is asked about each time.
 */
export function createPayeeChecker(parts: PayeeParts): PayeeChecker {
  const { clock, nova, patienceMs, rememberMs } = parts;
  const limiter = createLimiter(Math.max(1, parts.maxConcurrent - leftToOthers));
  const shared = { clock, rememberMs, patienceMs, limiter };
  const entities = new AskOnce<CheckedEntity>({
    ...shared,
    ask: (id, userName) => read(id, userName, nova.getEntity(id), entityAnswer, parts),
    isLasting: (answer) => answer.found === 'yes' && answer.instructionsCount !== 0,
  });
  const contacts = new AskOnce<CheckedContact>({
    ...shared,
    ask: (id, userName) => read(id, userName, nova.getContact(id), contactAnswer, parts),
    isLasting: ({ found }) => found === 'yes',
  });
  return {
    async check({ entities: entityIds, contacts: contactIds, fresh = false }, userName) {
      const [ofEntities, ofContacts] = await Promise.all([
        entities.answers(entityIds, fresh, userName),
        contacts.answers(contactIds, fresh, userName),
      ]);
      return { entities: ofEntities, contacts: ofContacts };
    },
  };
}

async function read<T extends { livemode?: boolean | undefined }, A>(
  id: string,
  userName: string,
  asked: Promise<CallResult<T>>,
  answerOf: (value: T) => A,
  { lock, mode }: PayeeParts,
): Promise<A | { found: 'no' } | NotKnown> {
  const answer = await asked;
  if (answer.kind !== 'done') return failureAnswer(id, answer);
  const mismatch = await holdToMode(id, answer.value.livemode, userName, { lock, mode });
  return mismatch === null ? answerOf(answer.value) : notKnown('mode-mismatch', mismatch);
}
