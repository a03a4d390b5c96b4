import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultOrder } from '../../sandbox/faults.ts';
import type { BrokenRule } from './broken-rule.ts';
import { drawDisturbances, lostAnswers, wrongMode } from './chaos.ts';
import type { Disturbance, DisturbanceRates } from './chaos.ts';
import { compare } from './compare.ts';
import type { Violations } from './compare.ts';
import { DeskClient } from './desk-client.ts';
import { readLedger } from './ledger-reader.ts';
import { decideAll, quiesce } from './quiesce.ts';
import { Random } from './random.ts';
import { StageSet } from './stage-set.ts';
import { Users } from './users.ts';
import { buildWorld } from './world.ts';
import type { Task, World } from './world.ts';

export interface TortureOptions {
  seed: number;
  /** How many different distributions are confirmed; copies of them come on top. */
  entries: number;
  database: 'sqlite' | 'postgres';
  /** Of a server on which databases may be made; only for PostgreSQL. */
  databaseUrl: string;
  breaks: BrokenRule | null;
  /** Gets one line at each step; a long run tells how far it is. */
  progress: (line: string) => void;
}

export interface TortureReport {
  violations: Violations;
  /** Programs that ended without having been told to, and answers of 500: a bug each. */
  bugs: string[];
  /** What the proxies logged of failures of their own: the causes of those answers, and failures that no user met. */
  failuresLogged: string[];
  stories: string[];
  figures: Record<string, number>;
  /** Nothing was violated, and no bug was met. */
  passed: boolean;
}

/** So many submissions are under way at once. */
const workers = 16;
const hourSeconds = 3_600;

/**
 * Many users submit what a seed drew, while faults strike, programs are killed and days pass. Then everything is left
 * in peace, what can be resolved is resolved, and Nova's records are compared with the ledger and with what was told.
 *
 * The seed fixes what is submitted and what is done to the programs, task by task; which request meets which fault also
 * depends on the machine's timing, so that a seed finds a rare failure again often, not always.
 */
export async function simulate(options: TortureOptions): Promise<TortureReport> {
  const random = new Random(options.seed);
  const world = buildWorld(random.fork(), options.entries);
  const set = await StageSet.open({ ...options, userNames: world.userNames });
  try {
    const client = new DeskClient(set.proxies, random.fork());
    const users = new Users(world, client, set, random.fork());
    await playRounds(options, random.fork(), world, set, users);
    options.progress('no more faults: what can be resolved is resolved');
    await quiesce(world, set, users);
    await set.nova.saveLog();
    const records = await set.nova.records();
    const ledger = await readLedger(set.ledger);
    const { violations, stories } = compare(users.stories, records, ledger, set.nova);
    const bugs = [...set.crashes(), ...users.internalErrors];
    const failuresLogged = set.failuresLogged();
    const broken = Object.values(violations).some((count) => count > 0);
    const { internalErrors: _, ...counts } = users.counts;
    return {
      violations,
      bugs,
      failuresLogged,
      stories,
      figures: {
        distributions: world.contents.length,
        submissions: world.tasks.length,
        ...counts,
        ...Object.fromEntries(
          Object.entries(users.refusalsByCode).map(([code, count]) => [`refused: ${code}`, count]),
        ),
        ...set.counts,
        createdInNova: records.length,
        ledgerEntries: ledger.entries.length,
      },
      passed: !broken && bugs.length === 0 && failuresLogged.length === 0,
    };
  } finally {
    await set.close();
  }
}

/** Rounds of work under faults; between two of them more than a day passes, with some outcomes still unknown. */
async function playRounds(
  options: TortureOptions,
  random: Random,
  world: World,
  set: StageSet,
  users: Users,
): Promise<void> {
  const { tasks } = world;
  const roundCount = Math.min(24, Math.max(2, Math.round(options.entries / 150)));
  const perRound = Math.ceil(tasks.length / roundCount);
  const rates: DisturbanceRates = {
    killProxy: Math.max(0.012, 3 / options.entries),
    killSandbox: Math.max(0.004, 2 / options.entries),
  };
  const drawn = Array.from({ length: roundCount }, () => ({
    again: random.fork(),
    round: random.fork(),
    // Not in the first: a ledger that holds the other mode only would be refused at the restart, as it should be.
    wrongModeAt: 0.2 + 0.4 * random.next(),
    seconds: random.whole(24 * hourSeconds + 60, 60 * hourSeconds),
    glides: options.entries >= 1_000 && random.chance(0.25),
    signal: random.chance(0.7) ? ('SIGKILL' as const) : ('SIGTERM' as const),
  }));
  let left: Task[] = [];
  for (const [round, draws] of drawn.entries()) {
    const again = left.filter(() => draws.again.chance(0.5));
    const waiting = left.filter((task) => !again.includes(task));
    const fresh = tasks.slice(round * perRound, (round + 1) * perRound);
    const now = [...fresh, ...again];
    const wrongModeAt = round === 0 ? null : Math.floor(draws.wrongModeAt * now.length);
    const open = await playRound(now, { random: draws.round, rates, wrongModeAt }, set, users);
    left = [...waiting, ...open];
    options.progress(
      `round ${round + 1} of ${roundCount}: ${fresh.length} submissions, ${left.length} left without an end`,
    );
    if (draws.glides) await set.glideClock(draws.seconds);
    else await set.jumpClock(draws.seconds, draws.signal);
    // Some look into the dashboard at once, others only after they have tried again.
    await decideAll(
      left.filter((task) => users.storyOf(task).unknown !== null && draws.again.chance(0.2)),
      set,
      users,
    );
  }
}

interface Playing {
  random: Random;
  rates: DisturbanceRates;
  /** The task at which Nova answers in the wrong mode once; null for none. */
  wrongModeAt: number | null;
}

/** A program that was killed is back within seconds, also on a machine that is busy with other work. */
const patienceMs = 60_000;
/** Longer than a proxy leaves a Nova alone that did not answer. */
const breathMs = 120;

/** Answers the tasks that ended without an outcome that settles them. */
async function playRound(
  tasks: readonly Task[],
  { random, rates, wrongModeAt }: Playing,
  set: StageSet,
  users: Users,
): Promise<Task[]> {
  const restartsBefore = set.counts.haltedRestarts;
  const unknownBefore = users.counts.toldUnknown;
  const open: Task[] = [];
  const background: Promise<void>[] = [];
  let next = 0;
  const worker = async () => {
    for (;;) {
      const task = tasks[next];
      const isWrongMode = next === wrongModeAt;
      next += 1;
      if (task === undefined) return;
      // All draws of a task at once, before anything is waited for: then they do not depend on the timing.
      const disturbances = drawDisturbances(random, rates);
      const [repeats, mends] = [random.chance(0.03), random.chance(0.3)];
      for (const disturbance of disturbances) {
        const done = disturb(disturbance, set);
        if (disturbance.kind === 'faults') await done;
        else background.push(done);
      }
      if (isWrongMode) await set.withNova((nova) => nova.order([wrongMode]));
      const standing = await users.work(task);
      if (standing !== 'settled') open.push(task);
      else if (repeats) await users.repeat(task);
      const { missingEntity } = task.content;
      if (missingEntity !== null && mends) {
        await set.withNova((nova) => nova.addEntity(missingEntity));
        users.storyOf(task).mended = true;
        open.push(task);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  await Promise.all(background);
  const hasHalted = () => set.counts.haltedRestarts > restartsBefore;
  const hasLeftOpen = () => users.counts.toldUnknown > unknownBefore;
  const calm = { tasks: [...open, ...tasks], set, users };
  if (!hasLeftOpen()) await strike(lostAnswers, hasLeftOpen, calm);
  if (wrongModeAt !== null && !hasHalted()) await strike(wrongMode, hasHalted, calm);
  return open;
}

/**
 * What was ordered in the storm may have been lost with a sandbox, or not been ordered at all beside too much else; so
 * that what a round must show is met in every one, it is ordered again when nothing else is under way.
 */
async function strike(
  fault: FaultOrder,
  hasStruck: () => boolean,
  { tasks, set, users }: { tasks: readonly Task[]; set: StageSet; users: Users },
): Promise<void> {
  const endsAt = Date.now() + patienceMs;
  while (Date.now() < endsAt) {
    await set.withNova(async (nova) => {
      await nova.clearFaults();
      await nova.order([fault]);
    });
    for (const task of tasks) {
      const standing = await users.submit(task);
      if (standing === 'settled' && !hasStruck()) await users.repeat(task);
      if (hasStruck()) return;
      // A proxy that believes Nova away refuses at once, and would go through all of them before it asks again.
      if (standing !== 'settled') await sleep(breathMs);
    }
  }
}

function disturb(disturbance: Disturbance, set: StageSet): Promise<void> {
  switch (disturbance.kind) {
    case 'faults':
      return set.withNova((nova) => nova.order(disturbance.faults));
    case 'kill-proxy':
      return set.killProxy(disturbance.which, disturbance.afterMs, disturbance.downMs);
    case 'kill-sandbox':
      return set.killSandbox(disturbance.afterMs, disturbance.downMs);
    case 'expire-tokens':
      return set.withNova((nova) => nova.expireTokens());
    case 'step-clock':
      return set.stepClock(disturbance.seconds);
  }
}
