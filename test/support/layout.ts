/** What is wrong with how a page lies, looked for in the page itself: handed to `evaluate`, so it uses nothing from outside. */

export interface LayoutQuestion {
  /** Whether everything that can be pressed is at least 24 by 24 CSS pixels (WCAG 2.2, 2.5.8). */
  targets?: boolean;
  /** Whether the buttons of the screen, the main one last, are in sight without scrolling. */
  buttons?: boolean;
  /** Whether ids and amounts are read from left to right. */
  order?: boolean;
  /** Whether every id stands on one line, and is kept from being translated. */
  ids?: boolean;
}

/**
 * Each finding as a sentence: a page or a part that is wider than what it stands in, a text that is cut off, a text that
 * stands on another, a target that is too small, too little room for what scrolls, a button that must be scrolled to.
 */
export function layoutFindings(_body: Element, { targets, buttons, order, ids }: LayoutQuestion): string[] {
  const found = new Set<string>();
  const width = window.innerWidth;
  const popups = '[role="menu"], [role="dialog"], [role="alertdialog"], .fui-PopoverSurface';
  const nameOf = (one: Element) =>
    `${one.tagName.toLowerCase()} "${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}"`;
  const chain = (one: Element): Element[] =>
    one.parentElement === null ? [one] : [one, ...chain(one.parentElement)];
  const isSeen = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    one.closest('svg, [data-tabster-dummy]') === null &&
    !chain(one).some((it) => getComputedStyle(it).clipPath !== 'none');
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isSeen);

  if (document.documentElement.scrollWidth > width) found.add(`the page is wider than ${width}`);
  for (const one of all) {
    const box = one.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(one);
    if (box.width > 0 && (box.right > width + 1 || box.left < -1)) found.add(`outside: ${nameOf(one)}`);
    if (one instanceof HTMLInputElement) {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(one);
      const drawn = document.createElement('canvas').getContext('2d');
      if (drawn === null) throw new Error('The browser measures no text.');
      drawn.font = font;
      const roomPx = one.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      if (drawn.measureText(one.placeholder).width > roomPx + 1) found.add(`cut: "${one.placeholder}"`);
    }
    if (one.clientWidth === 0 || one instanceof HTMLInputElement) continue;
    if (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
      found.add(`cut at the side: ${nameOf(one)}`);
    if (['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + 1)
      found.add(`cut below: ${nameOf(one)}`);
  }

  const scrolls = chain(document.querySelector('main') ?? document.body).find((one) =>
    ['auto', 'scroll'].includes(getComputedStyle(one).overflowY),
  );
  const room = Math.min(scrolls?.clientHeight ?? 0, window.innerHeight);
  if (scrolls !== undefined && room < Math.min(160, window.innerHeight))
    found.add(`only ${room} pixels scroll`);

  for (const one of buttons === true ? all.filter((it) => it.matches('footer button')) : []) {
    const { top, bottom } = one.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) found.add(`not in sight: ${nameOf(one)}`);
  }

  const pressed = 'a[href], button, input, select, textarea, [role="tab"], [role="menuitem"]';
  for (const one of targets === true ? all.filter((it) => it.matches(pressed)) : []) {
    const box = one.getBoundingClientRect();
    if (Math.min(box.width, box.height) < 23.9 && one.closest('[inert], [aria-hidden="true"]') === null)
      found.add(`small target of ${Math.round(box.width)} x ${Math.round(box.height)}: ${nameOf(one)}`);
  }

  /** The part of a box that no scrolling part around it hides. */
  const shownPart = (box: DOMRect, one: Element) => {
    const part = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    for (const around of chain(one)) {
      if (getComputedStyle(around).overflowY === 'visible') continue;
      const edge = around.getBoundingClientRect();
      part.top = Math.max(part.top, edge.top);
      part.bottom = Math.min(part.bottom, edge.bottom);
    }
    return part;
  };
  const texts = all.flatMap((one) =>
    [...one.childNodes]
      .filter((node) => node instanceof Text && node.data.trim() !== '')
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((box) => ({
          ...{ one, node, text: node.textContent ?? '', layer: one.closest(popups) },
          part: shownPart(box, one),
        }));
      }),
  );
  texts.forEach((first, index) => {
    for (const second of texts.slice(index + 1)) {
      if (first.one === second.one || first.layer !== second.layer) continue;
      const across =
        Math.min(first.part.right, second.part.right) - Math.max(first.part.left, second.part.left);
      const down =
        Math.min(first.part.bottom, second.part.bottom) - Math.max(first.part.top, second.part.top);
      if (across > 2 && down > 4)
        found.add(`one on the other: "${first.text.slice(0, 30)}" and "${second.text.slice(0, 30)}"`);
    }
  });

  const leftToRight =
    /^(?:(?:ent|veh|dst|dpmt|cnt|pi)_\w+|\$[\d,]+\.\d\d|\d+ (?:of|distributions?|problems?|payments?) .*)$/;
  for (const { node, text } of order === true ? texts : []) {
    if (!leftToRight.test(text.trim())) continue;
    const boxOf = (at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, later] = [boxOf(0), boxOf(Math.min(3, text.length - 1))];
    if (first.top === later.top && first.left > later.left) found.add(`from the wrong end: "${text}"`);
  }
  const id = /\b(?:ent|veh|dst|dpmt|cnt|pi|org)_[A-Za-z0-9]{6,}/g;
  for (const { node, one, text } of ids === true ? texts : []) {
    for (const { 0: whole, index } of text.matchAll(id)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + whole.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => top));
      if (lines.size > 1) found.add(`in pieces: "${whole}" of "${text}"`);
      if (one.closest('[translate="no"]') === null) found.add(`to be translated: "${whole}" of "${text}"`);
    }
  }
  return [...found];
}
