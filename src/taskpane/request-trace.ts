import { requestIdHeader, versionHeader } from '../contract/index.ts';
import type { Fetch } from './api-sender.ts';

/** What the pane asked its server, without anything of what it said or was told. */
export interface TracedRequest {
  /** RFC 3339. */
  at: string;
  /** `POST /api/distributions`; what was searched for is left out. */
  what: string;
  /** By which the server's log names it. */
  requestId: string;
  /** The HTTP status; `no answer` after a failure, `under way` before it is known. */
  status: string;
}

export interface RequestTrace {
  fetch: Fetch;
  /** The latest, the oldest first. */
  latest: () => readonly TracedRequest[];
  /** As the server last said it; null before it said one. */
  serverVersion: () => string | null;
}

const kept = 12;

/** Remembers the latest requests that go through `send`, for a report. */
export function traceRequests(send: Fetch, now: () => Date = () => new Date()): RequestTrace {
  const all: TracedRequest[] = [];
  let version: string | null = null;
  return {
    latest: () => all,
    serverVersion: () => version,
    async fetch(url, init) {
      const traced: TracedRequest = {
        at: now().toISOString(),
        what: `${init.method ?? 'GET'} ${url.split('?')[0] ?? ''}`,
        requestId: new Headers(init.headers).get(requestIdHeader) ?? '-',
        status: 'under way',
      };
      all.push(traced);
      if (all.length > kept) all.shift();
      try {
        const response = await send(url, init);
        traced.status = String(response.status);
        version = response.headers.get(versionHeader) ?? version;
        return response;
      } catch (error) {
        traced.status = 'no answer';
        throw error;
      }
    },
  };
}
