import type { RegistrationOutcome } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { Terms } from '../ledger/entry.ts';
import type { RegistrationContent } from './registration-content.ts';

type Submit = (
  item: RegistrationContent,
  terms: () => Terms | Promise<Terms>,
) => Promise<RegistrationOutcome>;

/** The items of one request on their way, of which the rest is left alone once one of them went wrong. */
export class SubmittedGroup {
  readonly #items: readonly RegistrationContent[];
  readonly #submit: Submit;
  readonly #outcomes = new Map<number, RegistrationOutcome>();
  #failure: ProxyError | null = null;
  #isUnknown = false;

  constructor(items: readonly RegistrationContent[], submit: Submit) {
    this.#items = items;
    this.#submit = submit;
  }

  /** Submits the items at these places, so many at once, each with `terms`. Throws a `ProxyError` of a wrong mode at once. */
  async submit(
    places: readonly number[],
    mostAtOnce: number,
    terms: () => Terms | Promise<Terms>,
  ): Promise<void> {
    const waiting = [...places];
    const work = async () => {
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
        if (this.#failure !== null || this.#isUnknown) return;
        await this.#submitOne(place, terms);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
  }

  async #submitOne(place: number, terms: () => Terms | Promise<Terms>): Promise<void> {
    const item = this.#items[place];
    if (item === undefined) return;
    try {
      const outcome = await this.#submit(item, terms);
      this.#outcomes.set(place, outcome);
      if (outcome.outcome === 'unknown') this.#isUnknown = true;
    } catch (error) {
      if (!(error instanceof ProxyError) || error.code === 'mode-mismatch') throw error;
      this.#failure ??= error;
    }
  }

  /**
   * What became of each item. One that was left alone has what the ledger knows of it (`known`, in the order of the
   * items) where that is not a no, which only a further try would change. Throws the `ProxyError` that stood in the way
   * where nothing was found out of any item.
   */
  outcomes(known: readonly (RegistrationOutcome | null)[]): RegistrationOutcome[] {
    if (this.#failure !== null && this.#outcomes.size === 0) throw this.#failure;
    return this.#items.map((_item, place) => {
      const outcome = this.#outcomes.get(place);
      if (outcome !== undefined) return outcome;
      const before = known[place] ?? null;
      const isNo = before?.outcome === 'rejected' || before?.outcome === 'returned';
      return before === null || isNo ? this.#leftAlone() : before;
    });
  }

  #leftAlone(): RegistrationOutcome {
    const failure = this.#failure;
    if (failure === null) {
      return { outcome: 'not-sent', code: 'after-unknown', ...say(told('leftAloneAfterUnknown')) };
    }
    const { code, message, said } = failure;
    return { outcome: 'not-sent', code, message, said };
  }
}
