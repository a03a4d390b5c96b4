import { Badge, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import type { Outcome } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { amountsOf, formatDay, oversight, statusWords, strings } from '../../words/index.ts';
import { Help } from './help.tsx';
import { ResolveUnknown, type Resolving } from './resolve-unknown.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSaidOnChange } from './use-said.ts';
import { useSurface } from './use-surface.ts';
import { WithIds } from './with-ids.tsx';

interface ResultCardProps {
  distribution: PlannedDistribution;
  /** Null when it was not sent, or when no answer came. */
  outcome: Outcome | null;
  isInDoubt: boolean;
  disabled: boolean;
  resolving: Resolving;
  onOpen: (url: string) => void;
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, flexBasis: '9em' },
  status: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
});

export function ResultCard(props: ResultCardProps) {
  const { distribution, outcome, isInDoubt, onOpen } = props;
  const styles = useStyles();
  const surface = useSurface();
  const view = viewOf(outcome, isInDoubt);
  // What a person just decided.
  useSaidOnChange(`${view.badge}. ${view.texts.join(' ')}`, outcome?.outcome === 'unknown');
  return (
    <article className={surface.card}>
      <div className={styles.head}>
        <div className={styles.name}>
          <SectionTitle>{distribution.request.name}</SectionTitle>
        </div>
        <Text className={surface.amount}>{amountsOf(distribution.totals)}</Text>
      </div>
      <div className={mergeClasses(styles.status, surface.quiet, surface.small)}>
        <span>{formatDay(distribution.request.distributionDate)}</span>
        <span className={surface.id} translate="no">
          {distribution.request.vehicle}
        </span>
      </div>
      <div className={styles.status}>
        <Badge appearance="tint" color={view.color}>
          {view.badge}
        </Badge>
        {(outcome === null ? isInDoubt : outcome.outcome === 'unknown') && <Help topic="not-known" />}
        {outcome?.outcome === 'awaiting-approval' && <Help topic="second-person" />}
        {outcome?.outcome === 'accepted' && (
          <>
            <span className={surface.id} translate="no">
              {outcome.distributionId}
            </span>
            <Text size={200} className={surface.quiet}>
              {statusWords(outcome.distributionStatus)}, {strings.preview.payments(distribution.rows.length)}
            </Text>
          </>
        )}
        {outcome?.outcome === 'other-mode' && (
          <>
            <span className={surface.id} translate="no">
              {outcome.distributionId}
            </span>
            <Help topic="mode-lock" />
          </>
        )}
      </div>
      {view.texts.map((text) => (
        <Text key={text} size={200} className={surface.breakable}>
          <WithIds text={text} />
        </Text>
      ))}
      {outcome?.outcome === 'unknown' && outcome.needsPerson === true && (
        <ResolveUnknown
          distribution={distribution}
          outcome={outcome}
          disabled={props.disabled}
          {...props.resolving}
        />
      )}
      {outcome?.outcome === 'accepted' && outcome.senderUrl !== null && (
        <OpenLink url={outcome.senderUrl} name={distribution.request.name} onOpen={onOpen} />
      )}
    </article>
  );
}

function OpenLink({ url, name, onOpen }: { url: string; name: string; onOpen: (url: string) => void }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <Link
      as="button"
      className={mergeClasses(surface.target, styles.open)}
      aria-label={strings.named(strings.result.open, name)}
      onClick={() => onOpen(url)}
    >
      {strings.result.open}
      <OpenRegular aria-hidden />
    </Link>
  );
}

interface View {
  badge: string;
  color: 'success' | 'danger' | 'warning' | 'informative';
  texts: readonly string[];
}

function viewOf(outcome: Outcome | null, isInDoubt: boolean): View {
  const { outcomes, ...words } = strings.result;
  if (outcome === null) {
    return isInDoubt
      ? { badge: outcomes.inDoubt, color: 'warning', texts: [words.inDoubt] }
      : { badge: outcomes.notSent, color: 'informative', texts: [words.notSent] };
  }
  switch (outcome.outcome) {
    case 'accepted': {
      const existing = outcome.existing ? [words.existing(outcome.acceptedAt, outcome.acceptedFor)] : [];
      return {
        badge: outcome.existing ? outcomes.existing : outcomes.accepted,
        color: outcome.warnings.length > 0 ? 'warning' : 'success',
        texts: [...existing, ...outcome.warnings],
      };
    }
    case 'other-mode':
      return {
        badge: strings.preview.badgeOtherMode(outcome.livemode),
        color: 'danger',
        texts: [words.otherMode(outcome.livemode)],
      };
    case 'rejected':
      return { badge: outcomes.rejected, color: 'danger', texts: [outcome.message, words.rejected] };
    case 'unknown':
      return {
        badge: outcomes.unknown,
        color: 'warning',
        texts: [
          outcome.message,
          ...(outcome.needsPerson === true ? [] : [words.unknown(outcome.keyExpiresAt)]),
        ],
      };
    case 'awaiting-approval':
      return { badge: outcomes.awaiting, color: 'informative', texts: [oversight.awaiting(outcome)] };
    case 'returned':
      return { badge: outcomes.returned, color: 'warning', texts: [outcome.message] };
  }
}
