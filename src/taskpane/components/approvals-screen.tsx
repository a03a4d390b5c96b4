import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkStarburstRegular, CloudOffRegular } from '@fluentui/react-icons';
import type { WaitingEntry, WaitingRegistration } from '../../contract/index.ts';
import { amountsOf, formatDay, oversight, registering, strings } from '../../words/index.ts';
import { shownEnding } from '../registrations/results-text.ts';
import type { ApprovalsView } from '../side-view.ts';
import type { Busy, PlaceName } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { SectionTitle } from './section-title.tsx';
import { StateMessage } from './state-message.tsx';
import { useSurface } from './use-surface.ts';

interface ApprovalsScreenProps {
  view: ApprovalsView;
  /** Where "Back" leads. */
  place: PlaceName;
  busy: Busy | null;
  onLook: (entryId: string) => void;
  onRefresh: () => void;
  onLeave: () => void;
}

type Look = Pick<ApprovalsScreenProps, 'onLook'> & { disabled: boolean };

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, flexBasis: '9em' },
  look: { alignSelf: 'flex-start', position: 'relative' },
});

/** What waits for a second person, the oldest first. */
export function ApprovalsScreen({ view, place, busy, onLook, onRefresh, onLeave }: ApprovalsScreenProps) {
  const surface = useSurface();
  const words = oversight.approvals;
  const isEmpty = view.waiting.length === 0 && view.registrations.length === 0;
  const isThere = view.loading === 'there';
  return (
    <Screen
      asks={isEmpty}
      actions={
        <>
          <ActionButton label={oversight.backTo[place]} disabled={busy !== null} onClick={onLeave} />
          <ActionButton
            label={words.refresh}
            asks
            primary={isEmpty}
            disabled={busy !== null}
            working={busy === 'looking'}
            onClick={onRefresh}
          />
        </>
      }
    >
      {isEmpty && view.loading === 'loading' && <StateMessage icon="working" title={words.looking} />}
      {isEmpty && view.loading === 'failed' && (
        <StateMessage icon={<CloudOffRegular />} title={words.failed} text={words.failedText} />
      )}
      {isEmpty && isThere && (
        <StateMessage icon={<CheckmarkStarburstRegular />} title={words.none} text={words.noneText} />
      )}
      {!isEmpty && <ScreenHeading title={words.title}>{words.text}</ScreenHeading>}
      <ul className={surface.list}>
        {view.waiting.map((entry) => (
          <li key={entry.entryId}>
            <DistributionWaiting entry={entry} disabled={busy !== null} onLook={onLook} />
          </li>
        ))}
        {view.registrations.map((entry) => (
          <li key={entry.entryId}>
            <RegistrationWaiting entry={entry} disabled={busy !== null} onLook={onLook} />
          </li>
        ))}
      </ul>
      {view.more && <Text size={200}>{words.more}</Text>}
    </Screen>
  );
}

interface WaitingCardProps {
  entry: Pick<WaitingEntry, 'entryId' | 'preparedBy' | 'preparedAt' | 'source' | 'expiresAt' | 'mayApprove'>;
  title: string;
  aside: string;
  facts: string;
  disabled: boolean;
  onLook: (entryId: string) => void;
}

function WaitingCard({ entry, title, aside, facts, disabled, onLook }: WaitingCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const words = oversight.approvals;
  return (
    <article className={surface.card}>
      <div className={styles.head}>
        <div className={styles.name}>
          <SectionTitle>{title}</SectionTitle>
        </div>
        <Text weight="semibold" className={surface.amount}>
          {aside}
        </Text>
      </div>
      <div className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
        {facts}
        <br />
        {words.prepared(entry.preparedBy, entry.preparedAt)}
        <br />
        {words.from(entry.source.workbook, entry.source.sheet)}
        <br />
        {words.expires(entry.expiresAt)}
      </div>
      {!entry.mayApprove && <Text size={200}>{words.own}</Text>}
      <Button
        className={styles.look}
        appearance={entry.mayApprove ? 'primary' : 'secondary'}
        disabledFocusable={disabled}
        onClick={() => onLook(entry.entryId)}
      >
        {words.look}
        <span className={surface.spoken}>: {title}</span>
      </Button>
    </article>
  );
}

function DistributionWaiting({ entry, ...props }: Look & { entry: WaitingEntry }) {
  const count = entry.totals.reduce((sum, total) => sum + total.count, 0);
  return (
    <WaitingCard
      {...props}
      entry={entry}
      title={entry.name}
      aside={amountsOf(entry.totals)}
      facts={`${formatDay(entry.distributionDate)}, ${strings.preview.payments(count)}`}
    />
  );
}

function RegistrationWaiting({ entry, ...props }: Look & { entry: WaitingRegistration }) {
  const { instructions, present } = entry;
  return (
    <WaitingCard
      {...props}
      entry={entry}
      title={registering.approvals.card(entry.entityName ?? entry.entity)}
      aside={shownEnding(instructions.accountEnding)}
      facts={`${registering.types[instructions.type]}, ${registering.approvals.present(present.length)}`}
    />
  );
}
