import { novaContactSchema, novaDistributionSchema, novaPaymentListSchema } from '../../contract/index.ts';
import type { NovaContact, NovaDistribution, NovaPayment } from '../../contract/index.ts';
import { callNova } from './call.ts';
import type { CallOptions, CallResult, CallSettings, CallTools } from './call.ts';
import { readEntity, readRetrieved } from './read-answer.ts';
import type { RetrievedEntity } from './read-answer.ts';
import type { NotOurs } from './verdict.ts';

/** All payments of one distribution, as far as Nova could be brought to list them. */
export interface ListedPayments {
  payments: NovaPayment[];
  /** False when a page was missing or could not be fetched. */
  complete: boolean;
}

export interface NovaClient {
  /**
   * Creates one of something: `POST` to `path` with `body`, which holds exactly one, under `idempotencyKey`; `read` is
   * told the organization too. Every try sends the same bytes and the same key. Never throws for anything that Nova or
   * the network does.
   */
  create<T>(
    { path, body, idempotencyKey }: { path: string; body: string; idempotencyKey: string },
    read: (answer: unknown, organizationId: string | null) => T | NotOurs | null,
    options: Required<Pick<CallOptions, 'maybeSentBefore' | 'notAfterMs'>> & CallOptions,
  ): Promise<CallResult<T>>;
  /** `GET /v1/distributions/{id}`. */
  getDistribution(id: string, signal?: AbortSignal): Promise<CallResult<NovaDistribution>>;
  /** `GET /v1/entities/{id}`. */
  getEntity(id: string, signal?: AbortSignal): Promise<CallResult<RetrievedEntity>>;
  /** `GET /v1/contacts/{id}`. */
  getContact(id: string, signal?: AbortSignal): Promise<CallResult<NovaContact>>;
  /**
   * The payments that a distribution came with, and those of its further pages. With `expectedCount`, a list that does
   * not reach it is read once more from its beginning: the first page of an answer and the pages after it need not be
   * in the same order, and an answer may leave some out.
   */
  listPayments(
    distribution: NovaDistribution,
    expectedCount: number | null,
    signal?: AbortSignal,
  ): Promise<ListedPayments>;
}

/** Nova bounds `limit` to 1–100. */
const pageSize = 100;
/** More pages than the largest distribution of the contract (20,000 payments) could fill at any page size seen. */
const mostPages = 2_000;

export function createNovaClient(settings: CallSettings & { baseUrl: string }, tools: CallTools): NovaClient {
  const get = <T>(
    path: string,
    read: (body: unknown) => T | NotOurs | null,
    signal: AbortSignal | undefined,
  ) =>
    callNova({ method: 'GET', url: settings.baseUrl + path, headers: {} }, read, settings, tools, {
      ...(signal ? { signal } : {}),
    });

  /** Adds the pages after `afterId` to `found`; true when the list came to its end. */
  async function followPages(
    distributionId: string,
    afterId: string | null,
    found: Map<string, NovaPayment>,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    let cursor = afterId;
    for (let page = 0; page < mostPages; page += 1) {
      const after = cursor === null ? '' : `&starting_after=${cursor}`;
      const path = `/v1/distributions/${distributionId}/payments?limit=${pageSize}${after}`;
      const answer = await get(path, (body) => novaPaymentListSchema.safeParse(body).data ?? null, signal);
      if (answer.kind !== 'done') return false;
      for (const payment of answer.value.data) found.set(payment.id, payment);
      if (!answer.value.has_more) return true;
      const last = answer.value.data.at(-1)?.id ?? null;
      // A page without an end of its own would be asked for over and over.
      if (last === null || last === cursor) return false;
      cursor = last;
    }
    return false;
  }

  return {
    create({ path, body, idempotencyKey }, read, options) {
      const request = {
        method: 'POST' as const,
        url: settings.baseUrl + path,
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body,
      };
      return callNova(request, (answer) => read(answer, settings.organizationId), settings, tools, options);
    },

    getDistribution: (id, signal) =>
      get(
        `/v1/distributions/${id}`,
        (body) => readRetrieved(body, id, novaDistributionSchema, settings.organizationId),
        signal,
      ),

    getEntity: (id, signal) =>
      get(`/v1/entities/${id}`, (body) => readEntity(body, id, settings.organizationId), signal),

    getContact: (id, signal) =>
      get(
        `/v1/contacts/${id}`,
        (body) => readRetrieved(body, id, novaContactSchema, settings.organizationId),
        signal,
      ),

    async listPayments(distribution, expectedCount, signal) {
      const { data, has_more: hasMore } = distribution.payments;
      const found = new Map(data.map((payment) => [payment.id, payment]));
      let complete = !hasMore;
      if (hasMore) complete = await followPages(distribution.id, data.at(-1)?.id ?? null, found, signal);
      if (expectedCount !== null && found.size < expectedCount) {
        complete = await followPages(distribution.id, null, found, signal);
      }
      return { payments: [...found.values()], complete };
    },
  };
}
