import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ActionBar } from './action-bar.tsx';
import { ScrollContext } from './scroll-context.ts';
import { useFocusInSight } from './use-focus-in-sight.ts';
import { useSurface } from './use-surface.ts';

interface ScreenProps {
  children: ReactNode;
  /** Buttons for the bar below; none, no bar. */
  actions?: ReactNode;
  /** Why the main one is off, and whether it asks something of the server; see `ActionBar`. */
  why?: string | null;
  asks?: boolean;
}

/** Of a pane at 200 % zoom or in a low window: nothing can stand still there while the rest scrolls. */
const tooSmall = '@media (max-height: 399px), (max-width: 239px)';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 0',
    // Where less is left, because of what stands above and below, the pane scrolls as a whole.
    minHeight: '160px',
    overflowY: 'auto',
    overflowX: 'hidden',
    scrollbarWidth: 'thin',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    [tooSmall]: { flex: '1 0 auto', overflowY: 'visible', overflowX: 'visible' },
  },
});

/** A screen's scrolling part and its buttons. */
export function Screen({ children, actions, why = null, asks = false }: ScreenProps) {
  const [area, setArea] = useState<HTMLElement | null>(null);
  useFocusInSight(area);
  return (
    <>
      <main ref={setArea} className={useStyles().scroll}>
        <ScrollContext value={area}>
          <div className={useSurface().screen}>{children}</div>
        </ScrollContext>
      </main>
      {actions !== undefined && (
        <ActionBar why={why} asks={asks}>
          {actions}
        </ActionBar>
      )}
    </>
  );
}
