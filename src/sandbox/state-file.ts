import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { StoredRequest } from './idempotency.ts';
import type { DistributionRecord, EntityRecord } from './records.ts';
import type { SandboxState } from './state.ts';

interface Saved {
  distributions: DistributionRecord[];
  entities: EntityRecord[];
  idempotency: [string, StoredRequest][];
}

/**
 * Keeps what the sandbox has created in a file, for a ledger that is kept too: without it, the ledger would remember
 * distributions that the sandbox forgot. Saved after every request that changed something; tokens, faults and the
 * clock are not kept.
 */
export function keepStateInFile(fastify: FastifyInstance, state: SandboxState, file: string): void {
  if (existsSync(file)) restore(state, JSON.parse(readFileSync(file, 'utf8')) as Saved);
  fastify.addHook('onResponse', async (request) => {
    if (request.method !== 'GET' && !request.url.startsWith('/oauth/')) save(state, file);
  });
}

function restore(state: SandboxState, saved: Saved): void {
  for (const distribution of saved.distributions)
    state.records.distributions.set(distribution.id, distribution);
  for (const entity of saved.entities) state.records.entities.set(entity.id, entity);
  state.idempotency.restore(saved.idempotency);
}

/** Written beside and renamed, so that a stop in the middle leaves the file of before. */
function save(state: SandboxState, file: string): void {
  const saved: Saved = {
    distributions: [...state.records.distributions.values()],
    entities: [...state.records.entities.values()],
    idempotency: state.idempotency.finished(),
  };
  writeFileSync(`${file}.new`, JSON.stringify(saved));
  renameSync(`${file}.new`, file);
}
