import { expect } from '@jest/globals';
import type { DeskUnderTest } from './desk.ts';

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

  /** Waits until the focus is here by itself. */
  async isAt(name: string): Promise<void> {
    const end = Date.now() + 15_000;
    let at = await this.#focused();
    while (at.name !== name && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      at = await this.#focused();
    }
    expect(at.name).toBe(name);
  }

  /** Presses Tab, or another key, until this has the focus, and looks whether that can be seen. */
  async goTo(name: string | RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const at = await this.#focused();
      if (typeof name === 'string' ? at.name === name : name.test(at.name)) {
        if (!at.isVisible) throw new Error(`The focus on "${at.name}" cannot be seen.`);
        return;
      }
      passed.push(at.name);
      await this.press(key);
    }
    throw new Error(`No key press leads to ${String(name)}: ${passed.join(' | ')}`);
  }

  async choose(name: string | RegExp, key = 'Tab'): Promise<void> {
    await this.goTo(name, key);
    await this.press('Enter');
  }

  /** Ticks that the warnings were looked at, and goes on. */
  async passWarnings(): Promise<void> {
    await this.#it.pane.getByRole('checkbox', { name: /I have looked at the/ }).waitFor();
    await this.goTo(/^I have looked at the/);
    await this.press('Space');
    await this.choose('Continue to preview');
  }

  /** What has the focus in the pane, by its accessible name, and whether something shows it. */
  async #focused(): Promise<{ name: string; isVisible: boolean }> {
    return this.#it.pane.locator('body').evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return { name: '', isVisible: true };
      const labels = 'labels' in one ? [...((one.labels ?? []) as NodeListOf<HTMLLabelElement>)] : [];
      const labelled = (one.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
      const name =
        one.getAttribute('aria-label') ??
        (labels.length > 0
          ? labels.map(({ textContent }) => textContent).join(' ')
          : labelled.trim() !== ''
            ? labelled
            : one.textContent);
      const hasLine = (style: CSSStyleDeclaration) =>
        (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') ||
        (style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px') ||
        (style.borderBottomStyle !== 'none' && style.borderBottomWidth !== '0px') ||
        style.boxShadow !== 'none';
      const around = [one, one.parentElement, one.parentElement?.nextElementSibling].filter(
        (it) => it instanceof Element,
      );
      const isVisible =
        one.matches(':focus-visible, [data-fui-focus-visible]') &&
        around.some((it) =>
          [null, '::after', '::before'].some((part) => hasLine(getComputedStyle(it, part))),
        );
      // A required field's star, and what spaces the layout leaves, are no part of a name.
      return { name: name.replace(/\s+/g, ' ').replace(/ ?\*$/, '').trim(), isVisible };
    });
  }
}
