import type { Receipt } from './receipt.ts';

/**
 * Prints the receipt as a page of its own: a frame that nobody sees, because the pane is no page to print. Its styles are
 * set through the object model; a style sheet in text is not allowed here.
 */
export function printReceipt(receipt: Receipt): void {
  const frame = document.createElement('iframe');
  frame.title = receipt.title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) throw new Error('A frame in the page has a window.');
  drawReceipt(view.document, receipt);
  view.addEventListener('afterprint', () => frame.remove());
  const opener = document.activeElement;
  view.focus();
  // Comes back when the browser's own window for printing is closed.
  view.print();
  if (opener instanceof HTMLElement) opener.focus();
}

function drawReceipt(page: Document, receipt: Receipt): void {
  page.title = receipt.title;
  page.documentElement.lang = 'en';
  Object.assign(page.body.style, { font: '10pt sans-serif', color: '#000' });
  const main = page.createElement('main');
  page.body.append(main);
  main.append(
    element(page, 'h1', receipt.title, { fontSize: '16pt' }),
    facts(page, receipt.facts),
    ...receipt.distributions.flatMap((part) => [
      element(page, 'h2', part.title, { fontSize: '12pt', breakAfter: 'avoid' }),
      facts(page, part.facts),
      table(page, part.lines),
    ]),
  );
}

function facts(page: Document, pairs: readonly (readonly [string, string])[]): HTMLElement {
  const list = element(page, 'dl', null, {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '2pt 12pt',
  });
  for (const [name, value] of pairs) {
    list.append(
      element(page, 'dt', name, { fontWeight: 'bold' }),
      element(page, 'dd', value, { margin: '0', overflowWrap: 'anywhere' }),
    );
  }
  return list;
}

function table(page: Document, [header = [], ...lines]: readonly (readonly string[])[]): HTMLElement {
  const root = element(page, 'table', null, { borderCollapse: 'collapse', width: '100%', fontSize: '8pt' });
  const cells = (kind: 'th' | 'td', texts: readonly string[]) => {
    const row = element(page, 'tr', null, { breakInside: 'avoid', borderBottom: '0.5pt solid #999' });
    texts.forEach((text, column) => {
      const isAmount = column === texts.length - 1;
      row.append(
        element(page, kind, text, {
          textAlign: isAmount ? 'end' : 'start',
          whiteSpace: isAmount ? 'nowrap' : 'normal',
          overflowWrap: 'anywhere',
          padding: '2pt 4pt',
        }),
      );
    });
    return row;
  };
  const [head, body] = [page.createElement('thead'), page.createElement('tbody')];
  head.append(cells('th', header));
  body.append(...lines.map((line) => cells('td', line)));
  root.append(head, body);
  return root;
}

function element(
  page: Document,
  name: string,
  text: string | null,
  style: Partial<CSSStyleDeclaration>,
): HTMLElement {
  const made = page.createElement(name);
  if (text !== null) made.textContent = text;
  Object.assign(made.style, style);
  return made;
}
