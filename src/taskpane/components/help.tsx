import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { DismissRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { help, type Explanation, type HelpTopic } from '../../words/index.ts';
import { ruleOf } from '../rule-words.ts';

/** About a rule of the check, by the code of its problems, or about something else that the pane keeps. */
type HelpProps = { rule: string } | { topic: HelpTopic };

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: '24px' },
  surface: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    boxSizing: 'border-box',
    width: 'min(360px, calc(100vw - 24px))',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
  beside: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.subtitle2, flexGrow: 1, minWidth: 0, margin: 0 },
  texts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/**
 * A question mark that tells, where it stands, why a rule is there and what to do. The focus goes into it, and Escape, or
 * Tab beyond its end, leads back to the question mark. Nothing for a rule that this pane does not know.
 */
export function Help(props: HelpProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const title = useId();
  const texts = useId();
  const mark = useRef<HTMLButtonElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const told = 'topic' in props ? help.topics[props.topic] : ruleOf(props.rule);
  // To the whole, so that a screen reader reads it and not its last button.
  useEffect(() => {
    if (isOpen) surface.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (told === null) return null;
  const close = () => {
    setIsOpen(false);
    mark.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Office.js would take it for a wish to leave the pane.
    if (event.key === 'Escape') event.stopPropagation();
    const isAtEnd = event.shiftKey || event.target instanceof HTMLButtonElement;
    if (event.key !== 'Tab' || !isAtEnd) return;
    event.preventDefault();
    close();
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={({ type }, { open }) => (!open && type === 'keydown' ? close() : setIsOpen(open))}
      // Fluent's own would lead the focus to the pane's first button at the end.
      unstable_disableAutoFocus
      size="small"
      positioning={{ position: 'below', align: 'end', autoSize: 'height' }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          ref={(it: HTMLButtonElement | null) => {
            mark.current = it;
          }}
          appearance="transparent"
          size="small"
          className={styles.button}
          icon={<QuestionCircleRegular />}
          aria-label={'topic' in props ? told.title : help.about(told.title)}
        />
      </PopoverTrigger>
      <PopoverSurface
        ref={(it: HTMLDivElement | null) => {
          surface.current = it;
        }}
        role="dialog"
        tabIndex={-1}
        className={styles.surface}
        aria-labelledby={title}
        aria-describedby={texts}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head}>
          <h2 id={title} className={styles.title}>
            {told.title}
          </h2>
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label={help.close}
            onClick={close}
          />
        </div>
        <Texts id={texts} told={told} />
      </PopoverSurface>
    </Popover>
  );
}

/** Something with its help beside it. */
export function WithHelp({ topic, children }: { topic: HelpTopic; children: ReactNode }) {
  return (
    <div className={useStyles().beside}>
      {children}
      <Help topic={topic} />
    </div>
  );
}

function Texts({ id, told }: { id: string; told: Explanation }) {
  const styles = useStyles();
  return (
    <div id={id} className={styles.texts}>
      <Text as="p" className={styles.text}>
        {told.reason}
      </Text>
      <Text as="p" className={styles.text}>
        <strong>{help.remedy}</strong> {told.remedy}
      </Text>
      {told.example !== undefined && (
        <Text as="p" className={styles.text}>
          <strong>{help.example}</strong> {told.example}
        </Text>
      )}
    </div>
  );
}
