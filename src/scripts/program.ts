import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { projectPath } from './project-path.ts';

/** A program takes this long at most to say that it is ready; a machine that is busy with other things needs some. */
const readyWithinMs = 60_000;
/** So much of what a program prints is kept for the story of its end. */
const keptOutput = 8_000;
/** So many of the lines to note are kept; one bug can make many of them. */
const mostNoted = 200;

export interface ProgramOptions {
  name: string;
  script: string;
  environment: Record<string, string>;
  /** Modules to load before the script, from the project's root. */
  preload?: readonly string[];
  /** What the line that says "ready" looks like; its first group is the address. */
  ready: RegExp;
  /** Lines on its standard error that are kept over all its starts, to explain a failure. */
  noted?: RegExp;
}

/** Whatever ends this program takes with it what it started; a signal ends it only where the caller says so. */
const alive = new Set<ChildProcess>();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** For a script whose programs must not outlive it when it is told to stop. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}

/** One of our own programs in a process of its own, which can be killed and started again at any time. */
export class Program {
  readonly name: string;
  readonly #options: ProgramOptions;
  #child: ChildProcess | null = null;
  #output = '';
  /** How much of the output came before what is kept, in characters. */
  #dropped = 0;
  #waiting: (() => void)[] = [];
  /** The address that it printed when it was last started. */
  url = '';
  /** What it said when it ended without having been told to. */
  readonly crashes: string[] = [];
  /** The first lines of its log that were to be noted. */
  readonly notes: string[] = [];

  constructor(options: ProgramOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** Of the process that runs now. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** It runs and has said where. */
  get ready(): boolean {
    return this.running && this.url !== '';
  }

  /** Starts it and waits for its address; rejects with what it printed when it ends before that. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    const { script, preload = [], ready } = this.#options;
    const preloaded = preload.flatMap((path) => ['--import', pathToFileURL(projectPath(path)).href]);
    const child = spawn(process.execPath, [...preloaded, projectPath(script)], {
      env: { PATH: process.env.PATH ?? '', ...this.#options.environment, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    alive.add(child);
    this.#output = '';
    this.#dropped = 0;
    this.url = '';
    const listen = (text: Buffer) => {
      const whole = this.#output + text.toString();
      this.#output = whole.slice(-keptOutput);
      this.#dropped += whole.length - this.#output.length;
      this.#waiting.splice(0).forEach((wake) => wake());
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    this.#note(child.stderr);
    child.on('exit', (code, signal) => {
      alive.delete(child);
      if (this.#child === child) {
        this.#child = null;
        this.crashes.push(`${this.name} ended by itself (${code ?? signal}): ${this.#output}`);
      }
      this.#waiting.splice(0).forEach((wake) => wake());
    });
    // A program that is killed while it is written to must not take this one with it.
    child.stdin.on('error', () => undefined);
    this.url = await this.#printed(ready, 0);
  }

  #note(log: Readable): void {
    const { noted } = this.#options;
    if (noted === undefined) return;
    createInterface({ input: log }).on('line', (line) => {
      if (noted.test(line) && this.notes.length < mostNoted) this.notes.push(`${this.name}: ${line}`);
    });
  }

  /** Says something on its standard input, waits for a line in reply, and answers its first group. */
  ask(line: string, reply: RegExp, withinMs = readyWithinMs): Promise<string> {
    const from = this.#dropped + this.#output.length;
    this.#child?.stdin?.write(`${line}\n`);
    return this.#printed(reply, from, withinMs);
  }

  async #printed(pattern: RegExp, from: number, withinMs = readyWithinMs): Promise<string> {
    const end = performance.now() + withinMs;
    for (;;) {
      const found = pattern.exec(this.#output.slice(Math.max(0, from - this.#dropped)));
      if (found !== null) return found[1] ?? '';
      if (this.#child === null || performance.now() > end) {
        throw new Error(`${this.name} did not print ${String(pattern)}: ${this.#output}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 250);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** `SIGKILL` leaves it no time for anything; `SIGTERM` asks it to stop. Resolves when it has ended. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
