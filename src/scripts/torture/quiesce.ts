import { setTimeout as sleep } from 'node:timers/promises';
import { longestDelayMs } from './chaos.ts';
import type { StageSet } from './stage-set.ts';
import type { Users } from './users.ts';
import type { Task, World } from './world.ts';

/** A content that has no end after so many turns has none. */
const mostTurns = 25;
const perLookup = 200;
const atOnce = 16;

/**
 * Leaves everything in peace: no faults, no kills. Every content is looked up and, where it has no end, submitted again;
 * where the key is over, people decide. Ends when every content has an end, or when asking changes nothing more.
 */
export async function quiesce(world: World, set: StageSet, users: Users): Promise<void> {
  await set.withNova((nova) => nova.clearFaults());
  // A proxy that was halted by an answer of the wrong mode sends nothing more until somebody starts it again.
  await set.jumpClock(600, 'SIGTERM');
  await sleep(longestDelayMs);
  let tasks = [...new Map(world.tasks.map((task) => [task.content.index, task])).values()];
  for (let turn = 0; turn < mostTurns && tasks.length > 0; turn += 1) {
    // Whoever was told to come back later does.
    if (turn > 0) await set.stepClock(120);
    tasks = await settle(tasks, set, users);
  }
}

/** One turn over these; answers those that still have no end. */
async function settle(tasks: readonly Task[], set: StageSet, users: Users): Promise<Task[]> {
  const undecided: Task[] = [];
  for (let start = 0; start < tasks.length; start += perLookup) {
    const some = tasks.slice(start, start + perLookup);
    const reply = await users.lookUp(some);
    const standings = reply.kind === 'answer' ? reply.value : [];
    undecided.push(...some.filter((_, index) => standings[index] !== 'settled'));
  }
  const records = undecided.length === 0 ? [] : await set.nova.records();
  const open: Task[] = [];
  let next = 0;
  const worker = async () => {
    for (;;) {
      const task = undecided[next];
      next += 1;
      if (task === undefined) return;
      const standing = await users.submit(task);
      if (standing === 'settled') continue;
      const { unknown } = users.storyOf(task);
      if (standing === 'person' && unknown !== null) await users.decide(task, unknown, records);
      open.push(task);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return open;
}
