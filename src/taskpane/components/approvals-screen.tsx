import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { WaitingEntry } from '../../contract/index.ts';
import { formatDay } from '../format.ts';
import { oversight } from '../oversight-strings.ts';
import type { ApprovalsView } from '../side-view.ts';
import type { Busy } from '../state.ts';
import { amountsOf, strings } from '../strings.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';

interface ApprovalsScreenProps {
  view: ApprovalsView;
  busy: Busy | null;
  onLook: (entryId: string) => void;
  onRefresh: () => void;
  onLeave: () => void;
}

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, flexBasis: '9em' },
  look: { alignSelf: 'flex-start', position: 'relative' },
});

/** What waits for a second person, the oldest first. */
export function ApprovalsScreen({ view, busy, onLook, onRefresh, onLeave }: ApprovalsScreenProps) {
  const surface = useSurface();
  const words = oversight.approvals;
  const isEmpty = view.waiting.length === 0;
  return (
    <Screen
      actions={
        <>
          <ActionButton label={oversight.backToPayouts} disabled={busy !== null} onClick={onLeave} />
          <ActionButton
            label={words.refresh}
            disabled={busy !== null}
            working={busy === 'looking'}
            onClick={onRefresh}
          />
        </>
      }
    >
      <ScreenHeading title={isEmpty ? words.none : words.title}>
        {isEmpty ? words.noneText : words.text}
      </ScreenHeading>
      <ul className={surface.list}>
        {view.waiting.map((entry) => (
          <li key={entry.entryId}>
            <WaitingCard entry={entry} disabled={busy !== null} onLook={onLook} />
          </li>
        ))}
      </ul>
      {view.more && <Text size={200}>{words.more}</Text>}
    </Screen>
  );
}

interface WaitingCardProps {
  entry: WaitingEntry;
  disabled: boolean;
  onLook: (entryId: string) => void;
}

function WaitingCard({ entry, disabled, onLook }: WaitingCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const words = oversight.approvals;
  const count = entry.totals.reduce((sum, total) => sum + total.count, 0);
  return (
    <article className={surface.card}>
      <div className={styles.head}>
        <div className={styles.name}>
          <SectionTitle>{entry.name}</SectionTitle>
        </div>
        <Text weight="semibold" className={surface.amount}>
          {amountsOf(entry.totals)}
        </Text>
      </div>
      <div className={mergeClasses(surface.quiet, surface.small, surface.breakable)}>
        {formatDay(entry.distributionDate)}, {strings.preview.payments(count)}
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
        <span className={surface.spoken}>: {entry.name}</span>
      </Button>
    </article>
  );
}
