/** Asks about many ids, each once however many ask for it, so many at a time, and remembers the answers for a while. */
import { told } from '../../words/said.ts';
import type { Clock } from '../clock.ts';
import type { Limiter } from '../nova/limiter.ts';
import { notKnown, type NotKnown } from './payee-answers.ts';

/** Any answer about an id. */
interface Found {
  found: string;
}

export interface AskOnceOptions<A extends Found> {
  ask: (id: string, userName: string) => Promise<A | NotKnown>;
  /** Whether an answer is remembered. One that is not known never is, and is asked for anew each time. */
  isLasting: (answer: A | NotKnown) => boolean;
  clock: Clock;
  /** How long an answer is remembered, in milliseconds. */
  rememberMs: number;
  /** How long a caller waits for an answer, in milliseconds. */
  patienceMs: number;
  /** Shared by all kinds of ids, so that together they leave room for what else is asked of Nova. */
  limiter: Limiter;
}

/** So many answers are remembered; the oldest give way. Some megabytes. */
const mostRemembered = 20_000;
/** So many ids may wait for their turn; about more nobody is asked until there is room. */
const mostWaiting = 5_000;

interface Asking<A extends Found> {
  answer: Promise<A | NotKnown>;
  /** Nobody waits for it any longer, in milliseconds since 1970: a turn that comes later is passed. */
  wantedUntilMs: number;
}

export class AskOnce<A extends Found> {
  readonly #options: AskOnceOptions<A>;
  readonly #remembered = new Map<string, { answer: A | NotKnown; untilMs: number }>();
  readonly #underWay = new Map<string, Asking<A>>();

  constructor(options: AskOnceOptions<A>) {
    this.#options = options;
  }

  /** In the order of `ids`. Never rejects for anything that Nova does; who does not answer in time is not known. */
  async answers(ids: readonly string[], fresh: boolean, userName: string): Promise<(A | NotKnown)[]> {
    const { patienceMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<NotKnown>((resolve) => {
      const tooLate = notKnown('nova-slow', told('notAllInTime'));
      timer = setTimeout(() => resolve(tooLate), patienceMs);
    });
    try {
      return await Promise.all(ids.map((id) => this.#answer(id, fresh, userName, late)));
    } finally {
      clearTimeout(timer);
    }
  }

  async #answer(
    id: string,
    fresh: boolean,
    userName: string,
    late: Promise<NotKnown>,
  ): Promise<A | NotKnown> {
    const known = this.#remembered.get(id);
    if (known !== undefined && !fresh && known.untilMs > this.#options.clock.now()) return known.answer;
    const wantedUntilMs = this.#options.clock.now() + this.#options.patienceMs;
    const joined = this.#underWay.get(id);
    if (joined !== undefined) {
      joined.wantedUntilMs = wantedUntilMs;
      return Promise.race([joined.answer, late]);
    }
    if (this.#underWay.size >= mostWaiting) {
      return notKnown('proxy-busy', told('tooManyPayees'));
    }
    const asking: Asking<A> = { answer: this.#ask(id, userName), wantedUntilMs };
    this.#underWay.set(id, asking);
    return Promise.race([asking.answer, late]);
  }

  async #ask(id: string, userName: string): Promise<A | NotKnown> {
    const { ask, clock, isLasting, limiter } = this.#options;
    try {
      const answer = await limiter(async () => {
        const wantedUntilMs = this.#underWay.get(id)?.wantedUntilMs ?? Infinity;
        if (clock.now() > wantedUntilMs) return notKnown('nova-slow', told('notAskedInTime'));
        return ask(id, userName);
      }, userName);
      this.#remember(id, answer, answer.found !== 'not-known' && isLasting(answer));
      return answer;
    } finally {
      this.#underWay.delete(id);
    }
  }

  #remember(id: string, answer: A | NotKnown, isLasting: boolean): void {
    this.#remembered.delete(id);
    if (!isLasting) return;
    this.#remembered.set(id, { answer, untilMs: this.#options.clock.now() + this.#options.rememberMs });
    if (this.#remembered.size <= mostRemembered) return;
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined) this.#remembered.delete(oldest);
  }
}
