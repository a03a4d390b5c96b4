import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > *': { flexGrow: 1, flexBasis: 'auto' },
  },
});

/** The one place of the main button: below the scrolling screen, always in sight. The main button comes last. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <footer className={useStyles().root}>{children}</footer>;
}
