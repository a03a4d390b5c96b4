import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Unknown } from '../../contract/index.ts';
import type { DeskClient, Reply } from './desk-client.ts';
import type { NovaRecord } from './nova.ts';
import type { Random } from './random.ts';
import type { StageSet } from './stage-set.ts';
import { Story } from './story.ts';
import type { Task, World } from './world.ts';

/** `settled`: the user knows how it ended. `person`: the key is over, and people must decide. `open`: ask again. */
export type Standing = 'settled' | 'open' | 'person';

/** What the users do and are told. Everything that they are told goes into the story of its content. */
export class Users {
  readonly stories: readonly Story[];
  readonly #world: World;
  readonly #client: DeskClient;
  readonly #set: StageSet;
  readonly #random: Random;
  readonly counts = {
    requests: 0,
    silences: 0,
    refusals: 0,
    toldUnknown: 0,
    repeats: 0,
    linked: 0,
    declared: 0,
    internalErrors: 0,
  };
  readonly #refused = new Set<Task>();
  /** How often each code of a refusal was met. */
  readonly refusalsByCode: Record<string, number> = {};
  readonly internalErrors: string[] = [];

  constructor(world: World, client: DeskClient, set: StageSet, random: Random) {
    this.#world = world;
    this.#client = client;
    this.#set = set;
    this.#random = random;
    this.stories = world.contents.map((content) => new Story(content));
  }

  storyOf(task: Task): Story {
    const story = this.stories[task.content.index];
    if (story === undefined) throw new RangeError(`No story ${task.content.index}`);
    return story;
  }

  /** Confirms one distribution, and tries a few times when the answer is none. */
  async work(task: Task): Promise<Standing> {
    const random = this.#random;
    const tries = random.whole(1, 3);
    let standing: Standing = 'open';
    for (let turn = 0; turn < tries && standing === 'open'; turn += 1) {
      // Half as long as a proxy leaves a Nova alone that is down, or longer.
      if (turn > 0) await sleep(random.whole(5, 60) + (this.#refused.delete(task) ? 100 : 0));
      if (random.chance(0.1)) await this.lookUp([task]);
      standing = await this.submit(task, random.chance(0.02) ? { giveUpAfterMs: random.whole(5, 100) } : {});
    }
    return standing;
  }

  async submit(task: Task, options: { giveUpAfterMs?: number; ofEntryId?: string } = {}): Promise<Standing> {
    const story = this.storyOf(task);
    story.confirmed = true;
    const { ofEntryId } = options;
    const body = {
      distribution: task.request,
      source: task.source,
      ...(ofEntryId === undefined
        ? {}
        : { repeat: { ofEntryId, reason: 'The same amount is paid out once more' } }),
    };
    const askedAtMs = this.#set.nowMs();
    const what = ofEntryId === undefined ? 'submits' : `repeats ${ofEntryId}`;
    story.add(`${task.userName} ${what} from ${task.source.workbook}`);
    const reply = await this.#client.stage(task.userName, body, options);
    const standing = this.#hear(task, reply, askedAtMs);
    if (ofEntryId !== undefined) hearOfRepeat(story, ofEntryId, reply, standing);
    return standing;
  }

  /** Decides to stage once more what was accepted; sometimes two people decide it at once. */
  async repeat(task: Task): Promise<void> {
    const story = this.storyOf(task);
    const latest = story.accepted.at(-1);
    if (latest === undefined) return;
    const ofEntryId = latest.outcome.entryId;
    this.counts.repeats += 1;
    const others = this.#random.chance(0.3) ? [this.#random.pick(this.#world.userNames)] : [];
    await Promise.all(
      [task.userName, ...others].map((userName) => this.submit({ ...task, userName }, { ofEntryId })),
    );
  }

  /** What the ledger knows of these, each heard like an answer; null in the result where it knows nothing. */
  async lookUp(tasks: readonly Task[]): Promise<Reply<(Standing | null)[]>> {
    const [first] = tasks;
    if (first === undefined) return { kind: 'answer', value: [] };
    const askedAtMs = this.#set.nowMs();
    const requests = tasks.map((task) => task.request);
    const reply = await this.#client.lookup(first.userName, requests);
    if (reply.kind !== 'answer') return reply;
    const value = reply.value.map((outcome, index) => {
      const task = tasks[index];
      if (task === undefined || outcome === null) return null;
      this.storyOf(task).add(`${task.userName} looks it up`);
      return this.#hear(task, { kind: 'answer', value: outcome }, askedAtMs);
    });
    return { kind: 'answer', value };
  }

  /**
   * The key is over. Somebody looks into Nova's dashboard: what is there is linked, and what is not there a second
   * person declares never created.
   */
  async decide(task: Task, unknown: Unknown, records: readonly NovaRecord[]): Promise<void> {
    const story = this.storyOf(task);
    const known = new Set<string>(story.accepted.map(({ outcome }) => outcome.distributionId));
    const seen = records.filter((record) => record.distribution.name === story.content.name);
    const candidates = seen.filter((record) => !known.has(record.id));
    const wrong = records.find((record) => record.distribution.name !== story.content.name);
    if (wrong !== undefined && this.#random.chance(0.2)) await this.#link(task, unknown, wrong.id);
    for (const candidate of candidates) {
      const reply = await this.#link(task, unknown, candidate.id);
      if (reply.kind === 'answer' && reply.value.outcome === 'accepted') this.counts.linked += 1;
      // What another entry holds was told to somebody who got no answer; anything else is worth another try later.
      if (reply.kind !== 'refused' || reply.code !== 'link-held') return;
    }
    const submitter = unknown.submittedFor ?? task.userName;
    const second = this.#random.pick(this.#world.userNames.filter((name) => name !== submitter));
    const reason = 'Looked for it in the dashboard: there is none';
    const askedAtMs = this.#set.nowMs();
    story.add(`${second} declares generation ${unknown.generation} never created`);
    const reply = await this.#client.declareNeverCreated(second, unknown.entryId, reason);
    this.#hear(task, reply, askedAtMs);
    if (reply.kind === 'answer') this.counts.declared += 1;
  }

  async #link(task: Task, unknown: Unknown, distributionId: string): Promise<Reply<Outcome>> {
    this.storyOf(task).add(`${task.userName} links generation ${unknown.generation} to ${distributionId}`);
    const body = { distributionId, distribution: task.request };
    const askedAtMs = this.#set.nowMs();
    const reply = await this.#client.link(task.userName, unknown.entryId, body);
    this.#hear(task, reply, askedAtMs);
    return reply;
  }

  #hear(task: Task, reply: Reply<Outcome>, askedAtMs: number): Standing {
    const story = this.storyOf(task);
    this.counts.requests += 1;
    if (reply.kind === 'silence') {
      this.counts.silences += 1;
      story.add(`no answer: ${reply.reason}`);
      return 'open';
    }
    if (reply.kind === 'refused') {
      this.counts.refusals += 1;
      this.#refused.add(task);
      story.add(`told ${reply.status} ${reply.code}: ${reply.message}`);
      if (reply.message.includes('nothing was created')) {
        story.notCreated.push({ askedAtMs, how: reply.message });
      }
      this.refusalsByCode[reply.code] = (this.refusalsByCode[reply.code] ?? 0) + 1;
      if (reply.code === 'mode-mismatch') void this.#attendToLock(task.userName);
      if (reply.status === 500) {
        this.counts.internalErrors += 1;
        this.internalErrors.push(`${story.content.name}: ${reply.message}`);
      }
      return 'open';
    }
    return this.#hearOutcome(task, reply.value, askedAtMs);
  }

  /**
   * The administrators start the proxies again, look at what stopped the sending, and let it go on. Where nothing is
   * stopped, somebody was only told once more of what was answered in the wrong mode before.
   */
  async #attendToLock(userName: string): Promise<void> {
    if ((await this.#client.modeLock(userName)) === null) return;
    await this.#set.restartHalted();
    await this.#client.releaseModeLock(userName);
  }

  #hearOutcome(task: Task, outcome: Outcome, askedAtMs: number): Standing {
    const story = this.storyOf(task);
    switch (outcome.outcome) {
      case 'accepted':
        story.add(`told accepted ${outcome.distributionId}, generation ${outcome.generation}`);
        story.accepted.push({ task, outcome });
        return 'settled';
      case 'other-mode':
        story.add(`told other mode: ${outcome.distributionId}, generation ${outcome.generation}`);
        story.accepted.push({ task, outcome });
        return 'settled';
      case 'rejected':
        story.add(`told rejected: ${outcome.status} ${outcome.code}, generation ${outcome.generation}`);
        story.notCreated.push({ askedAtMs, how: `rejected with ${outcome.code}` });
        return story.content.missingEntity !== null && !story.mended ? 'settled' : 'open';
      case 'unknown':
        this.counts.toldUnknown += 1;
        story.add(`told unknown: ${outcome.code}, generation ${outcome.generation}`);
        story.unknown = outcome;
        return outcome.needsPerson === true || outcome.code === 'key-expired' ? 'person' : 'open';
      case 'awaiting-approval':
      case 'returned':
        throw new Error(`${story.content.name} waits for an approval, which this proxy does not ask for`);
    }
  }
}

function hearOfRepeat(story: Story, ofEntryId: string, reply: Reply<Outcome>, standing: Standing): void {
  const before = story.repeats.get(ofEntryId) ?? 'refused';
  const refused = reply.kind === 'refused' && reply.status === 409;
  // Refused after an answer that left it open: it had been done, and was itself repeated meanwhile.
  if (refused) story.repeats.set(ofEntryId, before === 'refused' ? 'refused' : 'done');
  else if (before !== 'done') story.repeats.set(ofEntryId, standing === 'settled' ? 'done' : 'open');
}
