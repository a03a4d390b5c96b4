import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../contract/index.ts';
import { strings } from '../strings.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  text: { overflowWrap: 'anywhere' },
});

/** What the ledger knows of the same content, and what staging would do because of it. */
export function EarlierNote({ outcome }: { outcome: Outcome }) {
  const styles = useStyles();
  const { badge, color, text } = describe(outcome);
  return (
    <div className={styles.root}>
      <Badge appearance="tint" color={color}>
        {badge}
      </Badge>
      <Text size={200} className={styles.text}>
        {text}
      </Text>
    </div>
  );
}

function describe(outcome: Outcome): {
  badge: string;
  color: 'success' | 'warning' | 'danger';
  text: string;
} {
  const { preview } = strings;
  switch (outcome.outcome) {
    case 'accepted':
      return {
        badge: preview.badgeAccepted,
        color: 'success',
        text: preview.earlierAccepted(outcome.acceptedAt, outcome.acceptedFor),
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
        text: preview.earlierUnknown(outcome.keyExpiresAt),
      };
  }
}
