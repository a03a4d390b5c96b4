import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionBar } from './action-bar.tsx';
import { useSurface } from './use-surface.ts';

interface ScreenProps {
  children: ReactNode;
  /** Buttons for the bar below; none, no bar. */
  actions?: ReactNode;
}

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    scrollbarWidth: 'thin',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
});

/** A screen's scrolling part and its buttons. */
export function Screen({ children, actions }: ScreenProps) {
  return (
    <>
      <main className={useStyles().scroll}>
        <div className={useSurface().screen}>{children}</div>
      </main>
      {actions !== undefined && <ActionBar>{actions}</ActionBar>}
    </>
  );
}
