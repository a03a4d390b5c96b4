import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { DisclosureIcon } from './disclosure-icon.tsx';
import { useKept } from './kept-state.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

interface GroupCardProps {
  title: string;
  /** Beside the title, where there is room. */
  aside?: ReactNode;
  /** One after the other below the title, quietly. */
  facts: ReactNode;
  /** What is to be said about the group. */
  children?: ReactNode;
  /** What opens and closes the details, such as `12 payments`. */
  detailsLabel: string;
  startsOpen?: boolean;
  details: () => ReactNode;
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: 0 },
  name: { flexGrow: 1, flexBasis: '9em' },
  aside: { marginInlineStart: 'auto' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  disclosure: { minWidth: 0, alignSelf: 'flex-start' },
});

/** What one request will send, expandable to its rows. */
export function GroupCard(props: GroupCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const [isOpen, setIsOpen] = useKept('open', props.startsOpen === true);
  const panel = useId();
  const title = useId();
  return (
    <article className={surface.card} aria-labelledby={title}>
      <div className={styles.head}>
        <div className={styles.name}>
          <SectionTitle id={title}>{props.title}</SectionTitle>
        </div>
        {props.aside !== undefined && <div className={styles.aside}>{props.aside}</div>}
      </div>
      <div className={mergeClasses(styles.facts, surface.quiet, surface.small)}>{props.facts}</div>
      {props.children}
      <Button
        appearance="transparent"
        size="small"
        className={mergeClasses(surface.flush, styles.disclosure)}
        icon={<DisclosureIcon isOpen={isOpen} />}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setIsOpen(!isOpen)}
      >
        {props.detailsLabel}
      </Button>
      <div id={panel} hidden={!isOpen}>
        {isOpen && props.details()}
      </div>
    </article>
  );
}
