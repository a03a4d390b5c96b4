import { Badge, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AlikeDistribution } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { oversight } from '../../words/index.ts';
import { WithIds } from './with-ids.tsx';

interface AlikeNoteProps {
  distribution: PlannedDistribution;
  alike: AlikeDistribution;
  /** Somebody said that it is another one. */
  isOther: boolean;
  disabled: boolean;
  onOther: (distribution: PlannedDistribution, isOther: boolean) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  badge: { alignSelf: 'flex-start' },
  text: { overflowWrap: 'anywhere' },
});

/** Something of the same name, day and vehicle was staged with other payments: it is not staged unless somebody says so. */
export function AlikeNote({ distribution, alike, isOther, disabled, onOther }: AlikeNoteProps) {
  const styles = useStyles();
  const words = oversight.alike;
  return (
    <div className={styles.root}>
      <Badge appearance="tint" color="warning" className={styles.badge}>
        {words.badge}
      </Badge>
      <Text size={200} className={styles.text}>
        <WithIds text={words.text(alike)} />
      </Text>
      <Checkbox
        label={words.other}
        checked={isOther}
        disabled={disabled}
        onChange={(_event, { checked }) => onOther(distribution, checked === true)}
      />
    </div>
  );
}
