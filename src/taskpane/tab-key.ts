const stops =
  'a[href], area[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex], [contenteditable]';

/**
 * Gives the Tab key back to the browser. Office.js takes it over on the window: it goes through a list of its own, in which
 * nothing with `tabindex="-1"` stands, and from what is not in its list (a screen's heading, that has the focus when the
 * screen appears) it leaves the pane altogether. It is let have the key at the pane's two ends alone, where it
 * leads on into Excel, as it should.
 */
export function keepTabKey(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || !(event.target instanceof Element)) return;
    if (isModal(page) || hasStopBeyond(page, event.target, event.shiftKey)) event.stopPropagation();
  });
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
      stop.closest('[inert], [aria-hidden="true"]') === null &&
      stop.checkVisibility({ visibilityProperty: true }),
  );
}
