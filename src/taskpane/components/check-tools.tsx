import { Button, makeStyles, Spinner, Switch, Text, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import type { Problem } from '../../domain/index.ts';
import { strings } from '../../words/index.ts';
import { useSurface } from './use-surface.ts';

interface CheckToolsProps {
  problems: readonly Problem[];
  marking: boolean;
  /** Corrections are being written. */
  fixing: boolean;
  disabled: boolean;
  onMark: (marking: boolean) => void;
  onFix: (problems: readonly Problem[]) => void;
  onSettings: () => void;
}

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  fix: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  text: { flexGrow: 1, flexBasis: '12em' },
});

/** What can be done about all problems at once: show them in the sheet, correct them, judge them otherwise. */
export function CheckTools(props: CheckToolsProps) {
  const { problems, marking, disabled } = props;
  const styles = useStyles();
  const correctable = problems.filter(({ correction }) => correction !== null && correction !== undefined);
  const hasCells = problems.some(({ cell }) => cell !== null);
  return (
    <div>
      <div className={styles.tools}>
        <Switch
          label={strings.problems.mark}
          title={strings.problems.markHint}
          checked={marking}
          disabled={!hasCells && !marking}
          onChange={(_event, { checked }) => props.onMark(checked)}
        />
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          title={strings.settings.title}
          aria-label={strings.settings.title}
          disabledFocusable={disabled}
          onClick={props.onSettings}
        />
      </div>
      <FixAll {...props} correctable={correctable} />
    </div>
  );
}

function FixAll({ correctable, fixing, disabled, onFix }: CheckToolsProps & { correctable: Problem[] }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div className={styles.fix}>
      {fixing && <Spinner size="tiny" label={strings.corrections.working} />}
      {!fixing && correctable.length > 1 && (
        <>
          <Text size={200} className={`${surface.quiet} ${styles.text}`}>
            {strings.corrections.fixAllText(correctable.length)}
          </Text>
          <Button size="small" disabledFocusable={disabled} onClick={() => onFix(correctable)}>
            {strings.corrections.fixAll(correctable.length)}
          </Button>
        </>
      )}
    </div>
  );
}
