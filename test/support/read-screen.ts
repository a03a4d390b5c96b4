/** What a reader of a narrow pane would stumble over: words cut off or torn apart, and words of another language. */
import type { DeskUnderTest } from './desk.ts';

export interface Screen {
  /** Texts that something hides, that stick out, or whose words are broken where they may not. */
  spoiled: string[];
  /** Wider than the pane, so that one would have to scroll sideways. */
  isTooWide: boolean;
  /** Every visible text, label, hint and title, but for ids and what users have written. */
  texts: string[];
}

/** Reads the pane as it is now. */
export async function readScreen(it: DeskUnderTest): Promise<Screen> {
  return it.pane.locator('body').evaluate((body: HTMLElement): Screen => {
    const spoiled: string[] = [];
    const texts: string[] = [];
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** For screen readers alone. */
    const isSpokenOnly = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null && one !== body; one = one.parentElement) {
        const { width, height } = one.getBoundingClientRect();
        const { position, clipPath } = getComputedStyle(one);
        if (position === 'absolute' && (clipPath !== 'none' || (width <= 1 && height <= 1))) return true;
      }
      return false;
    };
    const boxOf = (element: Element): Element => {
      let box = element;
      while (getComputedStyle(box).display.startsWith('inline') && box.clientWidth === 0)
        box = box.parentElement ?? body;
      return box;
    };
    /** Sideways: out of its own box, or out of one that hides what sticks out. Downwards: only where nobody can scroll. */
    const isCut = (rect: DOMRect, element: Element): boolean => {
      const own = boxOf(element).getBoundingClientRect();
      if (rect.left < own.left - 1 || rect.right > own.right + 1) return true;
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        if (overflowX !== 'visible' && (rect.left < box.left - 1 || rect.right > box.right + 1)) return true;
        if (overflowY === 'hidden' || overflowY === 'clip') {
          if (rect.top < box.top - 2 || rect.bottom > box.bottom + 2) return true;
        }
        if (overflowY === 'auto' || overflowY === 'scroll') return false;
      }
      return false;
    };
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement;
      if (element === null || text.trim() === '' || !isShown(element)) continue;
      const isOurs = element.closest('[translate="no"], script, style') === null;
      if (isOurs) texts.push(text);
      if (isSpokenOnly(element)) continue;
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some((rect) => isCut(rect, element))) spoiled.push(`cut off: ${text}`);
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_.,’'\u202f\u00a0]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) spoiled.push(`broken: ${word} in ${text}`);
      }
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      for (const element of body.querySelectorAll(`[${name}]`)) {
        if (isShown(element) && element.closest('[translate="no"]') === null)
          texts.push(element.getAttribute(name) ?? '');
      }
    }
    // Also what hides its overflow can be scrolled, by the focus. The square of a spinner sticks out while it turns, unseen.
    const isTooWide = [document.documentElement, body, ...body.querySelectorAll<HTMLElement>('*')].some(
      (element) =>
        getComputedStyle(element).display !== 'inline' &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1 &&
        (getComputedStyle(element).overflowX !== 'visible' || element === document.documentElement) &&
        isShown(element) &&
        !isSpokenOnly(element) &&
        element.closest('input, textarea, .fui-Spinner') === null,
    );
    return { spoiled, isTooWide, texts };
  });
}
