import { setTimeout as sleep } from 'node:timers/promises';
import { longestDelayMs } from './chaos.ts';
import type { StageSet } from './stage-set.ts';
import type { Users } from './users.ts';
import type { Task, World } from './world.ts';

/** What has no end after so many turns has none. */
const mostTurns = 25;
const perLookup = 200;
const atOnce = 16;

/** A distribution that was confirmed, or a repeat of it that was decided. */
interface Wish {
  task: Task;
  ofEntryId: string | null;
}

/**
 * Leaves everything in peace: no faults, no kills. Every content is looked up and, where it has no end, submitted again;
 * where the key is over, people decide. Ends when everything that somebody wished for has an end, or when asking
 * changes nothing more.
 */
export async function quiesce(world: World, set: StageSet, users: Users): Promise<void> {
  await set.withNova((nova) => nova.clearFaults());
  // A proxy that was halted by an answer of the wrong mode sends nothing more until somebody starts it again.
  await set.jumpClock(600, 'SIGTERM');
  await sleep(longestDelayMs);
  const tasks = new Map(world.tasks.map((task) => [task.content.index, task]));
  let wishes: Wish[] = [...tasks.values()].map((task) => ({ task, ofEntryId: null }));
  for (let turn = 0; turn < mostTurns && wishes.length > 0; turn += 1) {
    // Whoever was told to come back later does.
    if (turn > 0) await set.stepClock(120);
    wishes = await settle(wishes, set, users);
    if (turn === 0) wishes.push(...openRepeats([...tasks.values()], users));
  }
}

/** Repeats are made of what is accepted, so they come after the first turn. */
function openRepeats(tasks: readonly Task[], users: Users): Wish[] {
  return tasks.flatMap((task) =>
    [...users.storyOf(task).repeats]
      .filter(([, state]) => state === 'open')
      .map(([ofEntryId]) => ({ task, ofEntryId })),
  );
}

/** One turn over these; answers those that still have no end. */
async function settle(wishes: readonly Wish[], set: StageSet, users: Users): Promise<Wish[]> {
  const undecided = wishes.filter(({ ofEntryId }) => ofEntryId !== null);
  const plain = wishes.filter(({ ofEntryId }) => ofEntryId === null);
  for (let start = 0; start < plain.length; start += perLookup) {
    const some = plain.slice(start, start + perLookup);
    const reply = await users.lookUp(some.map(({ task }) => task));
    const standings = reply.kind === 'answer' ? reply.value : [];
    undecided.push(...some.filter((_, index) => standings[index] !== 'settled'));
  }
  const open: Wish[] = [];
  const forPeople: Task[] = [];
  await inParallel(undecided, async (wish) => {
    const { task, ofEntryId } = wish;
    const standing = await users.submit(task, ofEntryId === null ? {} : { ofEntryId });
    const repeat = ofEntryId === null ? undefined : users.storyOf(task).repeats.get(ofEntryId);
    if (ofEntryId === null ? standing === 'settled' : repeat !== 'open') return;
    if (standing === 'person') forPeople.push(task);
    open.push(wish);
  });
  await decideAll(forPeople, set, users);
  return open;
}

/** People look into Nova's dashboard for what these became. */
export async function decideAll(tasks: readonly Task[], set: StageSet, users: Users): Promise<void> {
  if (tasks.length === 0) return;
  const records = await set.nova.records();
  await inParallel(tasks, async (task) => {
    const { unknown } = users.storyOf(task);
    if (unknown !== null) await users.decide(task, unknown, records);
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
