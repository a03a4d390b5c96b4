import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { distributionIdSchema } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import type { Repeat } from '../state.ts';
import { strings } from '../../words/index.ts';
import { replacedIds } from '../submission.ts';
import { Message } from './message.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { WithIds } from './with-ids.tsx';

interface ReplacedNoteProps {
  distribution: PlannedDistribution;
  /** The decision to stage it; null while nobody made it. */
  repeat: Repeat | null;
  disabled: boolean;
  onRepeat: (distribution: PlannedDistribution, repeat: Repeat | null) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  start: { alignSelf: 'flex-start' },
  text: { overflowWrap: 'anywhere' },
});

/** New content in rows that bear the ids of a cancelled distribution: it is staged on purpose, or not at all. */
export function ReplacedNote({ distribution, repeat, disabled, onRepeat }: ReplacedNoteProps) {
  const styles = useStyles();
  const { replace } = strings;
  const [isAsking, setIsAsking] = useState(false);
  const ids = replacedIds(distribution);
  return (
    <div className={styles.root}>
      <Badge appearance="tint" color="warning" className={styles.start}>
        {repeat === null ? replace.badge : replace.badgeDecided}
      </Badge>
      <Text size={200} className={styles.text}>
        {repeat === null ? <WithIds text={replace.text(ids)} /> : replace.pending(repeat.reason)}
      </Text>
      <Button
        size="small"
        className={styles.start}
        disabledFocusable={disabled}
        onClick={() => (repeat === null ? setIsAsking(true) : onRepeat(distribution, null))}
      >
        {repeat === null ? replace.open : replace.undo}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={replace.title}
          field={replace.reason}
          hint={strings.repeat.reasonHint}
          confirm={replace.confirm}
          cancel={replace.cancel}
          onClose={() => setIsAsking(false)}
          onConfirm={(reason) => {
            setIsAsking(false);
            const distributionIds = ids.map((id) => distributionIdSchema.parse(id));
            onRepeat(distribution, { distributionIds, reason });
          }}
        >
          <Text className={styles.text}>
            <WithIds text={replace.text(ids)} />
          </Text>
          <Message intent="warning" text={replace.warning} />
        </ReasonDialog>
      )}
    </div>
  );
}
