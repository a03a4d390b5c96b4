const stops =
  'a[href], area[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex], [contenteditable]';

const helper = '[data-tabster-dummy]';

/**
 * Gives two keys back to the browser, which Office.js takes over on the window.
 *
 * Tab: it goes through a list of its own, in which nothing with `tabindex="-1"` stands, and from what is not in its list
 * (a screen's heading, that has the focus when the screen appears) it leaves the pane altogether. It is let have the key
 * at the pane's two ends alone, where it leads on into Excel, as it should.
 *
 * Escape: it leads to the sheet, also when it has just closed a dialog or a menu, or empties a search. It is let have the
 * key where the pane has nothing to do with it.
 */
export function keepPaneKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const isOurs =
      (event.key === 'Tab' && (isModal(page) || hasStopBeyond(page, target, event.shiftKey))) ||
      (event.key === 'Escape' && (event.defaultPrevented || isSearchWithText(target)));
    if (isOurs) event.stopPropagation();
    else if (event.key === 'Tab') hideHelpers(page);
  });
  // Fluent's keeper of the focus would leave by a helper of its own at the pane's end.
  page.addEventListener('tabster:movefocus', (event) => {
    if (event instanceof CustomEvent && leavesPane(event.detail)) event.preventDefault();
  });
}

/** Unseen stops, by which Fluent's keeper of the focus leads it on. Office.js would take one for the next, and stay. */
function hideHelpers(page: Document): void {
  const helpers = [...page.querySelectorAll<HTMLElement>(`${helper}[tabindex="0"]`)];
  for (const one of helpers) one.tabIndex = -1;
  setTimeout(() => {
    for (const one of helpers) one.tabIndex = 0;
  });
}

function leavesPane(detail: unknown): boolean {
  const { by, next } = (detail ?? {}) as { by?: unknown; next?: unknown };
  return by === 'root' && next === null;
}

/** The browser empties it. */
function isSearchWithText(target: Element): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}

/** A dialog keeps the focus by itself. */
function isModal(page: Document): boolean {
  return page.querySelector('[aria-modal="true"]') !== null;
}

function hasStopBeyond(page: Document, from: Element, backwards: boolean): boolean {
  const wanted = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...page.querySelectorAll<HTMLElement>(stops)].some(
    (stop) =>
      (from.compareDocumentPosition(stop) & wanted) !== 0 &&
      stop.tabIndex >= 0 &&
      stop.closest(`[inert], [aria-hidden="true"], ${helper}`) === null &&
      stop.checkVisibility({ visibilityProperty: true }),
  );
}
