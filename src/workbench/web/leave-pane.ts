import type { PaneOptions } from '../office/xdm-host.ts';

/** Where the keyboard goes when it leaves the pane: backwards to the pane's own header, otherwise into the grid. */
export function leavePane(container: HTMLElement, focusGrid: () => void): NonNullable<PaneOptions['onExit']> {
  return (exit) => {
    const header = container.parentElement?.querySelector<HTMLElement>('header button');
    if (exit === 'backwards' && header) header.focus();
    else focusGrid();
  };
}
