import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useSaidOnChange, useSay } from './use-said.ts';
import { useSurface } from './use-surface.ts';

interface ScreenHeadingProps {
  title: string;
  children?: ReactNode;
  /** False where a field takes the focus instead. */
  takesFocus?: boolean;
  /** What the title tells of, where a new one can have the same title and is to be heard all the same. */
  about?: unknown;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    // For who uses the keyboard, and then sees where it is.
    ...createCustomFocusIndicatorStyle({
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThick,
      borderRadius: tokens.borderRadiusMedium,
    }),
  },
});

/**
 * Names a screen. Takes the focus when the screen appears: the button that led here is gone, and without this the
 * keyboard and the screen reader would start again from the top of the pane. Not while the sheet has the keyboard: a run
 * ends when it ends, and would take it from whoever types in a cell; it is spoken then. So is a title that changes while the
 * screen stays, and the focus with it where it is.
 */
export function ScreenHeading({ title, children, takesFocus = true, about = title }: ScreenHeadingProps) {
  const styles = useStyles();
  const surface = useSurface();
  const heading = useRef<HTMLHeadingElement>(null);
  const say = useSay();
  useEffect(() => {
    const one = heading.current;
    if (!document.hasFocus()) say(one?.textContent ?? '');
    else if (takesFocus) one?.focus();
  }, [takesFocus, say]);
  const focusedAtMs = useRef(-Infinity);
  useSaidOnChange(
    title,
    about,
    useCallback(() => focusedAtMs.current, []),
  );
  return (
    <header className={styles.root}>
      <h1
        ref={heading}
        tabIndex={-1}
        className={styles.title}
        onFocus={() => {
          focusedAtMs.current = performance.now();
        }}
      >
        {title}
      </h1>
      {children !== undefined && (
        <Text className={mergeClasses(surface.quiet, surface.breakable)}>{children}</Text>
      )}
    </header>
  );
}
