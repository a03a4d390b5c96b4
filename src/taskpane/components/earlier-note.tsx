import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Outcome } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import type { Repeat } from '../state.ts';
import { strings } from '../../words/index.ts';
import { isApproved, isCreated } from '../submission.ts';
import { Help } from './help.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';
import { fromWords } from './restore-card.tsx';
import { ResolveUnknown, type Resolving } from './resolve-unknown.tsx';
import { useSaidOnChange } from './use-said.ts';
import { WithIds } from './with-ids.tsx';

interface EarlierNoteProps {
  distribution: PlannedDistribution;
  outcome: Outcome;
  /** The decision to stage it once more; null while nobody made it. */
  repeat: Repeat | null;
  disabled: boolean;
  resolving: Resolving;
  onRepeat: (distribution: PlannedDistribution, repeat: Repeat | null) => void;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalXS,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  text: { overflowWrap: 'anywhere' },
  button: { alignSelf: 'flex-start' },
});

/** What the ledger knows of the same content, what staging would do because of it, and what a person can decide. */
export function EarlierNote(props: EarlierNoteProps) {
  const styles = useStyles();
  const { outcome, repeat } = props;
  const { badge, color, text } = repeat === null ? describe(outcome) : describeRepeat(repeat);
  // What a person just decided.
  useSaidOnChange(`${badge}. ${text}`, repeat === null ? outcome.outcome === 'unknown' : repeat);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Badge appearance="tint" color={color}>
          {badge}
        </Badge>
        {outcome.outcome === 'accepted' && <Help topic="repeat" />}
        {outcome.outcome === 'unknown' && <Help topic="not-known" />}
        {outcome.outcome === 'awaiting-approval' && <Help topic="second-person" />}
      </div>
      <Text size={200} className={styles.text}>
        <WithIds text={text} />
      </Text>
      <Decision {...props} />
    </div>
  );
}

function Decision({ distribution, outcome, repeat, disabled, resolving, onRepeat }: EarlierNoteProps) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  if (outcome.outcome === 'unknown' && outcome.needsPerson === true) {
    return (
      <ResolveUnknown distribution={distribution} outcome={outcome} disabled={disabled} {...resolving} />
    );
  }
  if (!isCreated(outcome)) return null;
  return (
    <>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={disabled}
        onClick={() => (repeat === null ? setIsAsking(true) : onRepeat(distribution, null))}
      >
        {repeat === null ? strings.repeat.open : strings.repeat.undo}
      </Button>
      {isAsking && (
        <RepeatDialog
          distribution={distribution}
          outcome={outcome}
          onClose={() => setIsAsking(false)}
          onRepeat={(decided) => {
            setIsAsking(false);
            onRepeat(distribution, decided);
          }}
        />
      )}
    </>
  );
}

interface Description {
  badge: string;
  color: 'success' | 'warning' | 'danger';
  text: string;
}

function describeRepeat({ reason }: Repeat): Description {
  return { badge: strings.repeat.badge, color: 'warning', text: strings.repeat.pending(reason) };
}

function describe(outcome: Outcome): Description {
  const { preview } = strings;
  switch (outcome.outcome) {
    case 'accepted':
      if (outcome.distributionStatus === 'cancelled') {
        const { distributionId, acceptedAt, acceptedFor } = outcome;
        return {
          badge: preview.badgeCancelled,
          color: 'warning',
          text: preview.earlierCancelled(distributionId, acceptedAt, acceptedFor, fromWords(outcome)),
        };
      }
      return {
        badge: preview.badgeAccepted,
        color: 'success',
        text: preview.earlierAccepted(outcome.acceptedAt, outcome.acceptedFor, fromWords(outcome)),
      };
    case 'other-mode':
      return {
        badge: preview.badgeOtherMode(outcome.livemode),
        color: 'danger',
        text: preview.earlierOtherMode(
          outcome.distributionId,
          outcome.livemode,
          outcome.acceptedAt,
          outcome.acceptedFor,
          fromWords(outcome),
        ),
      };
    case 'rejected':
      return {
        badge: preview.badgeRejected,
        color: 'warning',
        text: preview.earlierRejected(outcome.message),
      };
    case 'unknown':
      return {
        badge: preview.badgeUnknown,
        color: 'danger',
        text:
          outcome.needsPerson === true
            ? preview.earlierNeedsPerson
            : preview.earlierUnknown(outcome.keyExpiresAt),
      };
    case 'awaiting-approval':
      return isApproved(outcome)
        ? { badge: preview.badgeApproved, color: 'warning', text: preview.earlierApproved(outcome.message) }
        : {
            badge: preview.badgeAwaiting,
            color: 'warning',
            text: preview.earlierAwaiting(outcome.since, outcome.preparedBy, outcome.expiresAt),
          };
    case 'returned':
      return { badge: preview.badgeReturned, color: 'warning', text: outcome.message };
  }
}
