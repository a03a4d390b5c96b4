import {
  payeeCheckResponseSchema,
  type PayeeCheckRequest,
  type PayeeCheckResponse,
} from '../contract/index.ts';
import type { Sender } from './api-sender.ts';

/** What the pane asks of the proxy about payees. */
export interface PayeeClient {
  /** What Nova knows of them, in the order of the request, which the contract bounds to 200 of each kind. */
  checkPayees: (request: PayeeCheckRequest) => Promise<PayeeCheckResponse>;
}

/** Longer than the proxy takes to ask Nova about as many as one request may name. */
const askTimeoutMs = 120_000;

export function createPayeeClient({ json: send }: Sender): PayeeClient {
  return {
    checkPayees: (request) =>
      send('POST', '/api/payees/check', payeeCheckResponseSchema, askTimeoutMs, request),
  };
}
