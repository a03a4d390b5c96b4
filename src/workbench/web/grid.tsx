import { IronCalc } from '@ironcalc/workbook';
import { memo, useEffect, useRef, useState } from 'react';
import type { Book } from '../book/book.ts';
import { selectAround, selectCorner } from './commands.ts';
import { gridTheme } from './grid-theme.ts';
import { GridView } from './grid-view.ts';
import type { OpenWorkbook, Workbench } from './workbench.ts';

interface GridProps {
  workbench: Workbench;
  workbook: OpenWorkbook;
}

/**
 * IronCalc's grid on the open workbook. It is rendered once for each workbook: rendering it again would drop what a
 * person is typing. What changes beside it is drawn by `redraw`.
 */
export const Grid = memo(function Grid({ workbench, workbook }: GridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [view] = useState(() => new GridView(workbook.model));

  useEffect(() => {
    const element = frame.current;
    const root = element?.querySelector<HTMLElement>('.ic-workbook-container');
    if (!element || !root) throw new Error('IronCalc drew no workbook.');
    leaveFocusInFrames(root);
    const detach = workbench.attachGrid({
      redraw: () => redraw(root),
      reveal: () => view.reveal(),
      focus: () => HTMLElement.prototype.focus.call(root, { preventScroll: true }),
    });
    const sheet = element.querySelector<HTMLElement>('.ic-worksheet-sheet-container') ?? element;
    const observer = new ResizeObserver(() => {
      view.setSize(sheet.clientWidth, sheet.clientHeight);
      workbench.refresh();
    });
    observer.observe(sheet);
    return () => {
      observer.disconnect();
      detach();
    };
  }, [workbench, view]);

  const { selecting } = workbook.book.parts;
  return (
    <div
      ref={frame}
      className="grid"
      data-testid="grid"
      onPointerDownCapture={(event) => {
        selecting.setAdding(event.ctrlKey || event.metaKey);
        if (document.activeElement instanceof HTMLIFrameElement) workbench.focusGrid();
      }}
      onPointerUpCapture={() => selecting.setAdding(false)}
      onFocus={(event) => {
        if (isCellEditor(event.target)) workbench.setTyping(true);
      }}
      onBlur={(event) => {
        if (isCellEditor(event.target)) workbench.setTyping(false);
      }}
      onKeyDownCapture={(event) => {
        const order = (event.ctrlKey || event.metaKey) && ownKeys[event.key.toLowerCase()];
        if (!order || isCellEditor(event.target)) return;
        event.preventDefault();
        event.stopPropagation();
        workbench.run(order);
        workbench.revealSelection();
      }}
    >
      <IronCalc model={view.model} themeVariables={gridTheme} />
    </div>
  );
});

/** With Ctrl: what IronCalc does not do, or fails at. */
const ownKeys: Partial<Record<string, (book: Book) => void>> = {
  a: selectAround,
  home: (book) => selectCorner(book, 'first'),
  end: (book) => selectCorner(book, 'last'),
};

/** In the cell or in the formula bar: both are IronCalc's, and nothing else of it types into a cell. */
function isCellEditor(target: EventTarget): boolean {
  return target instanceof HTMLTextAreaElement && target.closest('.ic-editor-container') !== null;
}

/**
 * IronCalc has no call for "the model has changed". Escape at its root is the one key that changes nothing in the
 * workbook, keeps what is being typed, and draws everything anew: the cells, the formula bar and the sheet tabs.
 */
function redraw(root: HTMLElement): void {
  root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/** IronCalc takes the keyboard whenever it draws. Somebody who works in the pane keeps it, as beside Excel. */
function leaveFocusInFrames(root: HTMLElement): void {
  root.focus = (options) => {
    if (!(document.activeElement instanceof HTMLIFrameElement))
      HTMLElement.prototype.focus.call(root, options);
  };
}
