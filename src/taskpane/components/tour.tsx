import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useContext, useEffect, useId, useRef } from 'react';
import { help, strings } from '../../words/index.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { TourContext } from './use-tour.ts';

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  // The longest text of the four, so that the buttons stay where they are.
  text: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minHeight: '108px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px' },
  skip: { minWidth: 0 },
  // What leads on stays where it is from step to step.
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: tokens.spacingHorizontalS },
});

/** For whoever is new, at the end of the first screen: it is in nobody's way, and the screen's own button stays first. */
export function TourCard() {
  const surface = useSurface();
  const tour = useContext(TourContext);
  return (
    <section className={surface.card} aria-label={help.tour.label}>
      <TourSteps onEnd={tour.onEnd} />
    </section>
  );
}

/** For whoever asked for it in the account menu, wherever the pane is. */
export function TourDialog() {
  const styles = useStyles();
  const tour = useContext(TourContext);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && tour.onEnd()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{help.tour.label}</DialogTitle>
          <DialogContent>
            <TourSteps onEnd={tour.onEnd} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function TourSteps({ onEnd }: { onEnd: () => void }) {
  const styles = useStyles();
  const surface = useSurface();
  const { announce } = useAnnounce();
  const { step, onStep } = useContext(TourContext);
  const title = useId();
  const words = help.tour;
  const { steps } = words;
  const here = steps[step];
  const buttons = useRef<HTMLDivElement>(null);
  // A step with more to say must not push the button that has the focus out of sight; the screen's heading comes first.
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  if (here === undefined) return null;
  const isLast = step === steps.length - 1;
  const go = (to: number) => {
    onStep(to);
    const there = steps[to];
    if (there !== undefined)
      announce(`${strings.named(words.step(to + 1, steps.length), there.title)}. ${there.text}`);
  };
  return (
    <div className={styles.steps} role="group" aria-labelledby={title}>
      <div className={styles.text}>
        <div className={styles.head}>
          <Text size={200} className={surface.quiet}>
            {words.step(step + 1, steps.length)}
          </Text>
          {!isLast && (
            <Button appearance="subtle" size="small" className={styles.skip} onClick={onEnd}>
              {words.skip}
            </Button>
          )}
        </div>
        <SectionTitle id={title}>{here.title}</SectionTitle>
        <Text className={surface.breakable}>{here.text}</Text>
        {isLast && (
          <Text size={200} className={surface.quiet}>
            {words.again}
          </Text>
        )}
      </div>
      <div ref={buttons} className={styles.buttons}>
        {step > 0 && <Button onClick={() => go(step - 1)}>{words.back}</Button>}
        {/* The same button at every step, so that the keyboard stays on it. */}
        <Button key="on" onClick={() => (isLast ? onEnd() : go(step + 1))}>
          {isLast ? words.done : words.next}
        </Button>
      </div>
    </div>
  );
}
