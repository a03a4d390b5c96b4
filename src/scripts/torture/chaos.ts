import type { FaultOrder } from '../../sandbox/faults.ts';
import type { Random } from './random.ts';

/** What is done to the programs when a task is taken up. Durations in milliseconds unless the name says otherwise. */
export type Disturbance =
  | { kind: 'faults'; faults: FaultOrder[] }
  | { kind: 'kill-proxy'; which: number; afterMs: number; downMs: number }
  | { kind: 'kill-sandbox'; afterMs: number; downMs: number }
  | { kind: 'expire-tokens' }
  /** Shorter than the margin that the proxy leaves before a key's end. */
  | { kind: 'step-clock'; seconds: number };

/** How long the proxies wait for Nova in this simulation; faults that delay are drawn around it. */
export const novaTimeoutMs = 400;
/** The longest that a delayed request keeps the sandbox busy. */
export const longestDelayMs = 700;

const creations = { method: 'POST', path: '/v1/distributions' };
const retrievals = { method: 'GET', path: '/v1/distributions/*' };
const exchanges = { method: 'POST', path: '/oauth/token' };

/**
 * An answer of the other mode, which halts a proxy until somebody starts it again. Once in a round is enough: what it
 * strikes is refused ever after.
 */
export const wrongMode: FaultOrder = { kind: 'wrong-livemode', match: creations };

/** Created, and no answer of it arrives: more often than a proxy tries, so that the user is told that it is unknown. */
export const lostAnswers: FaultOrder = { kind: 'lost-response', match: creations, times: 5 };

export interface DisturbanceRates {
  /** Probabilities for each task. */
  killProxy: number;
  killSandbox: number;
}

/** What happens as one task is taken up; mostly one thing, often nothing. */
export function drawDisturbances(random: Random, rates: DisturbanceRates): Disturbance[] {
  const disturbances: Disturbance[] = [];
  if (random.chance(0.15)) {
    disturbances.push({
      kind: 'faults',
      faults: Array.from({ length: random.whole(1, 2) }, () => drawFault(random)),
    });
  }
  if (random.chance(rates.killProxy)) {
    disturbances.push({
      kind: 'kill-proxy',
      which: random.whole(0, 1),
      afterMs: random.whole(0, 40),
      downMs: random.whole(0, 200),
    });
  }
  if (random.chance(rates.killSandbox)) {
    disturbances.push({ kind: 'kill-sandbox', afterMs: random.whole(0, 40), downMs: random.whole(0, 100) });
  }
  if (random.chance(0.01)) disturbances.push({ kind: 'expire-tokens' });
  if (random.chance(0.03)) disturbances.push({ kind: 'step-clock', seconds: random.whole(5, 300) });
  return disturbances;
}

function drawFault(random: Random): FaultOrder {
  const target = random.pickWeighted({ creation: 86, retrieval: 8, exchange: 6 });
  const match = target === 'creation' ? creations : target === 'retrieval' ? retrievals : exchanges;
  const times = random.pickWeighted({ once: 55, twice: 15, often: 30 });
  return {
    ...drawKind(random),
    match,
    times: times === 'once' ? 1 : times === 'twice' ? 2 : random.whole(3, 5),
    after: random.chance(0.3) ? random.whole(1, 3) : 0,
  };
}

function drawKind(random: Random): FaultOrder {
  const kind = random.pickWeighted({
    refuse: 14,
    'lost-response': 22,
    'half-body': 12,
    'not-json': 8,
    conflict: 8,
    delay: 10,
    status: 20,
    'drop-payments': 5,
    'wrong-organization': 4,
  });
  switch (kind) {
    case 'delay':
      return { kind, delayMs: random.whole(20, longestDelayMs) };
    case 'drop-payments':
      return { kind, count: random.whole(1, 3) };
    case 'wrong-organization':
      return { kind, shownBy: random.pick(['vehicle', 'name'] as const) };
    case 'status': {
      const status = random.pick([408, 429, 429, 500, 500, 502, 503, 503, 504, 401, 403]);
      const waits = status === 429 || status === 503;
      return {
        kind,
        status,
        ...(waits && random.chance(0.3) ? { retryAfterSeconds: random.pick([0, 1, 60]) } : {}),
      };
    }
    default:
      return { kind };
  }
}
