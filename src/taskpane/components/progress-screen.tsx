import { Field, makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { Run } from '../state.ts';
import { strings } from '../../words/index.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { useSaid } from './use-said.ts';
import { useSurface } from './use-surface.ts';
import { WaitingBar } from './waiting-bar.tsx';

const useStyles = makeStyles({
  // The current name has two lines in reserve: names differ in length, and the screen must not jump with each.
  name: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
});

/** Each step of a slow run is spoken, and of a fast one where it is now: all of them would be heard long after. */
const spokenEveryMs = 2_000;

/** What the places say differently about the same. */
export interface ProgressWords {
  title: string;
  keepOpen: string;
  /** What the bar counts. */
  bar: string;
  sending: (index: number, total: number) => string;
}

interface ProgressScreenProps {
  run: Run;
  words: ProgressWords;
  onCancel: () => void;
}

/** The run while it lasts. What can be stopped is the next request, never the one under way. */
export function ProgressScreen({ run, words, onCancel }: ProgressScreenProps) {
  const styles = useStyles();
  const surface = useSurface();
  const label = labelOf(run, words);
  const whole = run.currentName === null ? label : strings.named(label, run.currentName);
  useSaid(run.cancelRequested ? strings.progress.cancelling : whole, { everyMs: spokenEveryMs });
  return (
    <Screen
      actions={
        <ActionButton
          label={run.cancelRequested ? strings.progress.cancelling : strings.progress.cancel}
          disabled={run.cancelRequested || run.stage !== 'sending'}
          onClick={onCancel}
        />
      }
    >
      <ScreenHeading title={words.title}>{words.keepOpen}</ScreenHeading>
      <div className={surface.card}>
        <Field label={label} validationState="none">
          {run.stage === 'sending' ? (
            <ProgressBar thickness="large" aria-label={words.bar} value={run.done} max={run.total} />
          ) : (
            <WaitingBar thickness="large" label={words.bar} />
          )}
        </Field>
        <div className={mergeClasses(styles.name, surface.breakable)}>
          {run.currentName !== null && <Text>{run.currentName}</Text>}
        </div>
      </div>
    </Screen>
  );
}

function labelOf(run: Run, words: ProgressWords): string {
  return run.stage === 'rereading' ? strings.progress.rereading : words.sending(run.done + 1, run.total);
}
