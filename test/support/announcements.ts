/** What a screen reader says of its own accord: live regions, what is given to it outright, and where the focus goes. */
import type { DeskUnderTest } from './desk.ts';

export interface Announcement {
  /** `status` and `alert` are live regions of that politeness; `notify` was given to the screen reader outright. */
  how: 'status' | 'alert' | 'notify' | 'focus';
  /** Whether it interrupts what is being said. */
  isAssertive: boolean;
  text: string;
  /** Milliseconds since the pane was loaded. */
  atMs: number;
}

declare global {
  interface Window {
    /** In the pane's frame of a test that listens. */
    heard?: { said: Announcement[]; unsaid: string[] };
  }
}

/** Listens from the next time that a frame is loaded. `canNotify`: whether the browser has `ariaNotify`, as not all do. */
export async function listen(it: DeskUnderTest, canNotify = true): Promise<void> {
  await it.page.context().addInitScript(hear, canNotify);
}

/** Everything that was said in the pane since it was loaded, in order. */
export async function heard(it: DeskUnderTest): Promise<Announcement[]> {
  return it.pane.locator('body').evaluate(() => window.heard?.said ?? []);
}

/** The texts that came with their live region, which screen readers do not say: a region has to be there before its text. */
export async function unsaid(it: DeskUnderTest): Promise<string[]> {
  return it.pane.locator('body').evaluate(() => window.heard?.unsaid ?? []);
}

/** Within the page, before its own scripts. */
function hear(canNotify: boolean): void {
  const said: Announcement[] = [];
  const unsaid: string[] = [];
  window.heard = { said, unsaid };
  const say = (how: Announcement['how'], isAssertive: boolean, text: string) => {
    said.push({ how, isAssertive, text, atMs: Math.round(performance.now()) });
  };
  const notify = (text: string, options?: { priority?: string }) =>
    say('notify', options?.priority === 'high', text);
  Object.assign(Document.prototype, { ariaNotify: canNotify ? notify : undefined });

  const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"]';
  const isAlert = (region: Element) =>
    region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive';
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
    return [...node.childNodes].map(textOf).join(' ');
  };
  const wordsOf = (region: Element) => textOf(region).replace(/\s+/g, ' ').trim();
  const known = new WeakSet<Element>();
  const look = (changes: MutationRecord[]) => {
    const grown = changes.filter(({ type, addedNodes }) => type === 'characterData' || addedNodes.length > 0);
    const changed = new Set(
      grown.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(live)),
    );
    for (const region of document.querySelectorAll(live)) {
      const isNew = !known.has(region);
      const text = wordsOf(region);
      known.add(region);
      if (text === '') continue;
      // An alert is said when it comes; of the others only what changes in them.
      if (isNew && region.getAttribute('role') !== 'alert') unsaid.push(text);
      else if (isNew || changed.has(region)) say(isAlert(region) ? 'alert' : 'status', isAlert(region), text);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLHeadingElement) say('focus', false, wordsOf(target));
  });
}
