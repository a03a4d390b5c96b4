/** The sandbox's time: a source that can be replaced, and an offset that `POST /control/clock` moves forward. */
export class SandboxClock {
  readonly #source: () => number;
  #offsetMs = 0;

  /** `source` answers milliseconds since 1970, as `Date.now` does. */
  constructor(source: () => number) {
    this.#source = source;
  }

  nowMs(): number {
    return this.#source() + this.#offsetMs;
  }

  /** Now, in the form of the reference's examples: UTC, whole seconds. */
  timestamp(): string {
    return new Date(this.nowMs()).toISOString().replace(/\.\d{3}Z$/, 'Z');
  }

  advance(seconds: number): void {
    this.#offsetMs += seconds * 1000;
  }

  reset(): void {
    this.#offsetMs = 0;
  }
}
