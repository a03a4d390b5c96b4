import { makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSurface } from './use-surface.ts';

interface ScreenHeadingProps {
  title: string;
  children?: ReactNode;
  /** False where a field takes the focus instead. */
  takesFocus?: boolean;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none', overflowWrap: 'anywhere' },
});

/**
 * Names a screen. Takes the focus when the screen appears: the button that led here is gone, and without this the
 * keyboard and the screen reader would start again from the top of the pane. Not while the sheet has the keyboard: a run
 * ends when it ends, and would take it from whoever types in a cell.
 */
export function ScreenHeading({ title, children, takesFocus = true }: ScreenHeadingProps) {
  const styles = useStyles();
  const surface = useSurface();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus && document.hasFocus()) heading.current?.focus();
  }, [takesFocus]);
  return (
    <header className={styles.root}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children !== undefined && (
        <Text className={mergeClasses(surface.quiet, surface.breakable)}>{children}</Text>
      )}
    </header>
  );
}
