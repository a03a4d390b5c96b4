declare global {
  interface Window {
    /** Where the focus was when it was last looked at, and how that looked. */
    lastFocus?: { one: HTMLElement; look: string } | undefined;
  }
}

/** What has the focus in the pane. */
export interface Focus {
  /** Its accessible name; empty where nothing has the focus. */
  name: string;
  /** What it lacks for somebody who can only see it; null when nothing. */
  lack: string | null;
}

export const outOfSight = 'is out of sight or covered';

/**
 * Handed to `evaluate`. Whether a focus can be told from none is seen once it has gone on: the same element is looked at
 * again then, so this also tells of the one before.
 */
export function lookAtFocus(_body: Element, isForwards: boolean): Focus {
  const lookOf = (one: Element) =>
    [one, one.parentElement, one.nextElementSibling, one.parentElement?.nextElementSibling]
      .filter((part) => part instanceof Element)
      .flatMap((part) =>
        [null, '::after', '::before'].map((pseudo) => {
          const style = getComputedStyle(part, pseudo);
          const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
          const borders = sides.map(
            (side) => `${style[`border${side}Width`]} ${style[`border${side}Color`]}`,
          );
          const outline = `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
          const line = `${style.textDecorationLine} ${style.textDecorationStyle}`;
          return [outline, line, style.boxShadow, style.backgroundColor, style.transform, ...borders].join();
        }),
      )
      .join('\n');
  const one = document.activeElement;
  const last = window.lastFocus;
  window.lastFocus = undefined;
  if (!(one instanceof HTMLElement) || one === document.body)
    return { name: '', lack: 'is nowhere in the pane' };
  const labels = 'labels' in one ? [...((one.labels ?? []) as NodeListOf<HTMLLabelElement>)] : [];
  const labelled = (one.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
  const given =
    one.getAttribute('aria-label') ??
    (labels.length > 0
      ? labels.map(({ textContent }) => textContent).join(' ')
      : labelled.trim() !== ''
        ? labelled
        : one.textContent);
  // A required field's star, and what spaces the layout leaves, are no part of a name.
  const name = given.replace(/\s+/g, ' ').replace(/ ?\*$/, '').trim();

  const box = one.getBoundingClientRect();
  const edge = 3;
  const isShown = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + edge, box.top + edge],
    [box.right - edge, box.bottom - edge],
  ].some(([x = 0, y = 0]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (one.contains(hit) || one.parentElement?.contains(hit) === true);
  });
  if (!isShown) return { name, lack: 'is out of sight or covered' };
  if (!one.matches(':focus-visible, [data-fui-focus-visible]')) return { name, lack: 'is not marked' };
  // What a pointer gave the focus to need not look different: it is the one before for nobody.
  window.lastFocus = { one, look: lookOf(one) };
  // What Tab does not lead to, a heading or a message, has the focus so that it is read; there is nothing to do on it.
  if (last === undefined || last.one === one || !last.one.isConnected || last.one.tabIndex < 0)
    return { name, lack: null };
  if (last.look === lookOf(last.one))
    return {
      name,
      lack: `follows one that looks the same without it, "${last.one.textContent.slice(0, 40)}"`,
    };
  const isFurther = (last.one.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (isForwards && !isFurther && one.closest('[aria-modal]') === null)
    return { name, lack: 'comes before the one that had it before' };
  return { name, lack: null };
}
