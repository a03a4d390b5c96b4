import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { createContext, useContext, useId, type ReactNode } from 'react';
import type { Connection } from '../events.ts';
import { strings } from '../../words/index.ts';
import { useSurface } from './use-surface.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > *': { flexGrow: 1, flexBasis: 'auto' },
    // What the buttons will do is said whole, on two lines where one is too narrow.
    '& > button': { minWidth: 'min-content', maxWidth: '100%' },
  },
  // Above the buttons, so that they stay where they are when it comes and goes.
  why: { flexBasis: '100%' },
});

/** Whether the server answers, for every button that asks something of it. */
export const ConnectionContext = createContext<Connection>('there');

interface Bar {
  /** The element that says why the main button is off; undefined while nothing is said. */
  whyId: string | undefined;
  isAway: boolean;
}

export const ActionBarContext = createContext<Bar>({ whyId: undefined, isAway: false });

interface ActionBarProps {
  children: ReactNode;
  /** Why the main button is off; null while it is not, or where the screen itself says it. */
  why?: string | null;
  /** Whether the main button asks something of the server. */
  asks?: boolean;
}

/** The one place of the main button: below the scrolling screen, always in sight. The main button comes last. */
export function ActionBar({ children, why = null, asks = false }: ActionBarProps) {
  const styles = useStyles();
  const surface = useSurface();
  const id = useId();
  const isAway = useContext(ConnectionContext) !== 'there';
  const said = asks && isAway ? strings.whyNot.away : why;
  return (
    <ActionBarContext value={{ whyId: said === null ? undefined : id, isAway }}>
      <footer className={styles.root}>
        {said !== null && (
          <Text id={id} size={200} className={mergeClasses(styles.why, surface.breakable)}>
            {said}
          </Text>
        )}
        {children}
      </footer>
    </ActionBarContext>
  );
}
