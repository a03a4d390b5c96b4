import { Field, makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { Run } from '../state.ts';
import { strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { useSurface } from './use-surface.ts';

const useStyles = makeStyles({
  // The current name has two lines in reserve: names differ in length, and the screen must not jump with each.
  name: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
});

/** The run while it lasts. What can be stopped is the next distribution, never the one under way. */
export function ProgressScreen({ run, onCancel }: { run: Run; onCancel: () => void }) {
  const styles = useStyles();
  const surface = useSurface();
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
      <ScreenHeading title={strings.progress.title}>{strings.progress.keepOpen}</ScreenHeading>
      <div className={surface.card}>
        <Field label={labelOf(run)} validationState="none">
          <ProgressBar
            thickness="large"
            aria-label={strings.progress.bar}
            {...(run.stage === 'sending' && { value: run.done, max: run.total })}
          />
        </Field>
        <div role="status" className={mergeClasses(styles.name, surface.breakable)}>
          {run.currentName !== null && <Text>{run.currentName}</Text>}
        </div>
      </div>
    </Screen>
  );
}

function labelOf(run: Run): string {
  return run.stage === 'rereading'
    ? strings.progress.rereading
    : strings.progress.sending(run.done + 1, run.total);
}
