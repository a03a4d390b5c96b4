import { expect } from '@jest/globals';
import { buttonName, type DeskUnderTest } from './desk.ts';
import { lookAtFocus, outOfSight, type Focus } from './focus.ts';

declare global {
  interface Window {
    /** What was given to the screen reader, in the pane's frame of a test by keyboard. */
    spoken?: string[];
  }
}

/** So many stops a screen may have before a key press counts as leading nowhere. */
const mostStops = 80;

/** Somebody without a pointer. */
export class Keyboard {
  readonly #it: DeskUnderTest;

  private constructor(it: DeskUnderTest) {
    this.#it = it;
  }

  /** The pane is loaded anew, so that what it speaks is heard from the start, and has the keyboard. */
  static async of(it: DeskUnderTest): Promise<Keyboard> {
    await it.page.context().addInitScript(() => {
      const spoken: string[] = (window.spoken = []);
      const speaks = { ariaNotify: (text: string) => void spoken.push(text) };
      Object.assign(Document.prototype, speaks);
      window.print = () => undefined;
    });
    await it.page.reload();
    await it.page.waitForFunction(() => window.workbench !== undefined);
    await it.page.evaluate(() => window.workbench.ready);
    return new Keyboard(it);
  }

  async spoken(): Promise<string[]> {
    return this.#it.pane.locator('body').evaluate(() => window.spoken ?? []);
  }

  press(key: string): Promise<void> {
    return this.#it.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#it.page.keyboard.type(text);
  }

  /** Waits until the focus is here by itself, where it can be seen. */
  async isAt(name: string | RegExp): Promise<void> {
    const end = Date.now() + 30_000;
    let at = await this.#focused();
    while (!isNamed(at, name) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      at = await this.#focused();
    }
    expect(at.name).toMatch(buttonName(name));
    expect(at.lack).toBeNull();
  }

  /**
   * Presses Tab, or another key, until this has the focus. Every stop on the way must be one: somewhere in the pane, further
   * on than the last, in sight, covered by nothing, and looking different from when it has no focus.
   */
  async goTo(name: string | RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const at = await this.#settled(key);
      if (at.lack !== null && stop > 0)
        throw new Error(`The focus on "${at.name}" ${at.lack}: ${passed.join(' | ')}`);
      if (isNamed(at, name)) return;
      passed.push(at.name);
      await this.press(key);
    }
    throw new Error(`No key press leads to ${String(name)}: ${passed.join(' | ')}`);
  }

  async choose(name: string | RegExp, key = 'Tab'): Promise<void> {
    await this.goTo(name, key);
    await this.press('Enter');
  }

  /** Goes on to the preview, past warnings where there are any, from the buttons below them or by another key. */
  async passWarnings(key = 'Shift+Tab'): Promise<void> {
    const proceed = this.#it.pane.getByRole('button', { name: /^Continue to preview/ });
    await proceed.waitFor();
    if (await this.#it.pane.getByRole('checkbox', { name: /I have looked at the/ }).isVisible()) {
      await this.goTo(/^I have looked at the/, key);
      await this.press('Space');
    }
    await this.choose('Continue to preview');
  }

  /** What is out of sight is looked at again for a while: the sheet is checked by itself, and the screen may just change. */
  async #settled(key: string): Promise<Focus> {
    const end = Date.now() + 3_000;
    let at = await this.#focused(key);
    while (at.lack === outOfSight && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      at = await this.#focused(key);
    }
    return at;
  }

  #focused(key?: string): Promise<Focus> {
    return this.#it.pane.locator('body').evaluate(lookAtFocus, key === 'Tab');
  }
}

const isNamed = ({ name }: Focus, wanted: string | RegExp) => buttonName(wanted).test(name);
