import type { Accepted, OtherMode, Unknown } from '../../contract/index.ts';
import type { Content, Task } from './world.ts';

/** What Nova created, in whichever mode, as a user was told it, with the request that says which row is which. */
export interface ToldAccepted {
  task: Task;
  outcome: Accepted | OtherMode;
}

/** A definite "it was not created", with the instant at which the question was asked, in milliseconds since 1970. */
export interface ToldNotCreated {
  askedAtMs: number;
  how: string;
}

/** What became of one content, as the users saw it. */
export class Story {
  readonly content: Content;
  /** Somebody pressed Confirm at least once. */
  confirmed = false;
  readonly accepted: ToldAccepted[] = [];
  readonly notCreated: ToldNotCreated[] = [];
  /** The accepted entries that somebody decided to repeat, and what came of it. */
  readonly repeats = new Map<string, 'open' | 'done' | 'refused'>();
  /** The latest unknown outcome that somebody was told. */
  unknown: Unknown | null = null;
  /** The entity that Nova did not know was added, so that Nova takes it from then on. */
  mended = false;
  readonly #events: string[] = [];

  constructor(content: Content) {
    this.content = content;
  }

  /** How many distributions Nova may have for this content: each repeat that was not refused allows one more. */
  allowedInNova(): number {
    return 1 + [...this.repeats.values()].filter((state) => state !== 'refused').length;
  }

  add(event: string): void {
    this.#events.push(`${new Date().toISOString().slice(11, 23)} ${event}`);
  }

  tell(): string[] {
    return this.#events;
  }
}
