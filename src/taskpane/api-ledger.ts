import type { z } from 'zod';
import {
  type linkRequestSchema,
  lookupResponseSchema,
  outcomeSchema,
  refreshResponseSchema,
  sessionSchema,
  stagedResponseSchema,
  type DistributionId,
  type DistributionRequest,
  type LookupResponse,
  type Outcome,
  type RefreshResponse,
  type Session,
  type StagedContent,
  type StageRequest,
} from '../contract/index.ts';
import type { Sender } from './api-sender.ts';

export type LinkRequest = z.infer<typeof linkRequestSchema>;

/** What the pane asks of the proxy about payouts. */
export interface LedgerClient {
  session: () => Promise<Session>;
  stage: (request: StageRequest) => Promise<Outcome>;
  /** Says which distribution an unknown entry became; the proxy compares it with what was sent. */
  link: (entryId: string, request: LinkRequest) => Promise<Outcome>;
  /** A second person says that an unknown entry never became anything. */
  declareNeverCreated: (entryId: string, reason: string) => Promise<Outcome>;
  lookup: (distributions: DistributionRequest[]) => Promise<LookupResponse>;
  refresh: (distributionIds: DistributionId[]) => Promise<RefreshResponse>;
  /** What the ledger holds of these distributions; those that it does not know are left out. Asks nothing of Nova. */
  staged: (distributionIds: DistributionId[]) => Promise<StagedContent[]>;
}

/** The contract's limit for one lookup or refresh. */
const largestList = 2_000;
/** Bodies are written and read in one step each: those of more payments would hold up the keyboard. */
const mostPaymentsAtOnce = 5_000;

/** The proxy retries Nova for a while before it answers "unknown"; giving up sooner would only lose that answer. */
const stageTimeoutMs = 300_000;
const readTimeoutMs = 120_000;

export function createLedgerClient({ json: send }: Sender): LedgerClient {
  return {
    session: () => send('GET', '/api/session', sessionSchema, readTimeoutMs),
    stage: (request) => send('POST', '/api/distributions', outcomeSchema, stageTimeoutMs, request),
    link: (entryId, request) =>
      send(
        'POST',
        `/api/entries/${encodeURIComponent(entryId)}/link`,
        outcomeSchema,
        stageTimeoutMs,
        request,
      ),
    declareNeverCreated: (entryId, reason) =>
      send(
        'POST',
        `/api/entries/${encodeURIComponent(entryId)}/declare-never-created`,
        outcomeSchema,
        readTimeoutMs,
        { reason },
      ),
    async lookup(distributions) {
      const outcomes: LookupResponse['outcomes'] = [];
      const alike: LookupResponse['alike'] = [];
      const newPayees: LookupResponse['newPayees'][] = [];
      for (const part of inParts(distributions, ({ payments }) => payments.length)) {
        const body = { distributions: part };
        const answer = await send(
          'POST',
          '/api/distributions/lookup',
          lookupResponseSchema,
          readTimeoutMs,
          body,
        );
        outcomes.push(...answer.outcomes);
        alike.push(...answer.alike);
        newPayees.push(answer.newPayees);
      }
      return { outcomes, alike, newPayees: together(newPayees) };
    },
    async refresh(distributionIds) {
      const answers: RefreshResponse[] = [];
      for (const part of inParts(distributionIds)) {
        const body = { distributionIds: part };
        answers.push(
          await send('POST', '/api/distributions/refresh', refreshResponseSchema, stageTimeoutMs, body),
        );
      }
      const checkedAt = answers.at(-1)?.checkedAt;
      if (checkedAt === undefined) throw new RangeError('A refresh needs at least one distribution id.');
      return { checkedAt, distributions: answers.flatMap((answer) => answer.distributions) };
    },
    async staged(distributionIds) {
      const contents: StagedContent[] = [];
      for (const part of inParts(distributionIds)) {
        const body = { distributionIds: part };
        const answer = await send(
          'POST',
          '/api/distributions/staged',
          stagedResponseSchema,
          readTimeoutMs,
          body,
        );
        contents.push(...answer.distributions.filter((content) => content !== null));
      }
      return contents;
    },
  };
}

/** Each once; undefined where one of the answers does not say. */
function together(lists: readonly LookupResponse['newPayees'][]): LookupResponse['newPayees'] {
  const known = lists.filter((list) => list !== undefined);
  return known.length === lists.length ? [...new Set(known.flat())] : undefined;
}

/** An item that is too large for a part has one of its own. */
function inParts<T>(list: readonly T[], sizeOf: (item: T) => number = () => 0): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let size = 0;
  for (const item of list) {
    size += sizeOf(item);
    if (part.length === 0 || part.length >= largestList || size > mostPaymentsAtOnce) {
      part = [];
      parts.push(part);
      size = sizeOf(item);
    }
    part.push(item);
  }
  return parts;
}
