import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { ScreenHeading } from './screen-heading.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSaid } from './use-said.ts';
import { useSurface } from './use-surface.ts';

interface StateMessageProps {
  /** A drawing that says nothing which the title does not; a spinner while something is on its way. */
  icon: ReactElement | 'working';
  title: string;
  /** One sentence or two: what is so, and what to do next. */
  text?: string;
  /** It stands below the heading of a screen, instead of being that; it is spoken as it comes. */
  isPart?: boolean;
  /** The one thing to do next, where the action bar does not have it. */
  children?: ReactNode;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalL,
  },
  icon: {
    display: 'flex',
    fontSize: tokens.fontSizeHero900,
    color: tokens.colorNeutralForeground3,
  },
});

/** A screen, or a part of one, that has nothing to show: empty, on its way, or broken. */
export function StateMessage({ icon, title, text, isPart = false, children }: StateMessageProps) {
  const styles = useStyles();
  const surface = useSurface();
  const whole = text === undefined ? title : `${title}. ${text}`;
  useSaid(isPart && icon !== 'working' ? whole : null);
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon === 'working' ? <Spinner size="medium" /> : icon}
      </span>
      {isPart ? (
        <div>
          <SectionTitle>{title}</SectionTitle>
          {text !== undefined && <Text className={surface.quiet}>{text}</Text>}
        </div>
      ) : (
        <ScreenHeading title={title}>{text}</ScreenHeading>
      )}
      {children}
    </div>
  );
}
