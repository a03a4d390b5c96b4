import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { distributionIdSchema } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import type { Repeat } from '../state.ts';
import { strings } from '../strings.ts';
import { replacedIds } from '../submission.ts';
import { shortestReason } from './resolve-unknown.tsx';

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
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    '& > *': { flexShrink: 0 },
  },
  actions: { '& button': { whiteSpace: 'normal' } },
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
        {repeat === null ? replace.text(ids) : replace.pending(repeat.reason)}
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
        <ReplaceDialog
          ids={ids}
          onClose={() => setIsAsking(false)}
          onDecide={(reason) => {
            setIsAsking(false);
            const distributionIds = ids.map((id) => distributionIdSchema.parse(id));
            onRepeat(distribution, { distributionIds, reason });
          }}
        />
      )}
    </div>
  );
}

function ReplaceDialog(props: { ids: string[]; onDecide: (reason: string) => void; onClose: () => void }) {
  const styles = useStyles();
  const { replace } = strings;
  const [reason, setReason] = useState('');
  const isReason = reason.trim().length >= shortestReason;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReason) props.onDecide(reason.trim());
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && props.onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{replace.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text className={styles.text}>{replace.text(props.ids)}</Text>
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{replace.warning}</MessageBarBody>
              </MessageBar>
              <Field label={replace.reason} hint={strings.repeat.reasonHint} required>
                <Textarea value={reason} maxLength={500} onChange={(_event, { value }) => setReason(value)} />
              </Field>
            </DialogContent>
            <DialogActions className={styles.actions}>
              <Button onClick={props.onClose}>{replace.cancel}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!isReason}>
                {replace.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
