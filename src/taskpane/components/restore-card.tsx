import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Accepted } from '../../contract/index.ts';
import type { Reading } from '../state.ts';
import { strings } from '../../words/index.ts';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { WithIds } from './with-ids.tsx';

interface RestoreCardProps {
  reading: Reading;
  disabled: boolean;
  onRestore: () => void;
  /** On the first screen, where nobody asked: it can be left for later. */
  onLater?: () => void;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** How many distributions are named before they are only counted. */
const namedDistributions = 4;

/** Ids that the ledger knows and the sheet does not show: from where, when and by whom, and a way to write them. */
export function RestoreCard({ reading, disabled, onRestore, onLater }: RestoreCardProps) {
  const styles = useStyles();
  const surface = useSurface();
  const title = useId();
  const { recall, table } = reading;
  const rowCount = recall.reduce((count, { distribution }) => count + distribution.rows.length, 0);
  const accepted = recall.flatMap(({ outcome }) => (outcome?.outcome === 'accepted' ? [outcome] : []));
  if (accepted.length === 0) return null;
  const more = accepted.length - namedDistributions;
  return (
    <section className={surface.card} aria-labelledby={title}>
      <SectionTitle id={title}>
        {onLater === undefined ? strings.restore.title(rowCount) : strings.restore.offerTitle}
      </SectionTitle>
      {onLater !== undefined && (
        <Text className={surface.breakable}>{strings.restore.offerText(table.address)}</Text>
      )}
      <Text className={surface.breakable}>{strings.restore.text(accepted.length)}</Text>
      <ul className={styles.list}>
        {accepted.slice(0, namedDistributions).map((outcome) => (
          <li key={outcome.entryId}>
            <Text size={200} className={surface.breakable}>
              <WithIds
                text={strings.restore.by(
                  outcome.distributionId,
                  outcome.acceptedAt,
                  outcome.acceptedFor,
                  fromWords(outcome),
                )}
              />
            </Text>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Text size={200}>{strings.restore.more(more)}</Text>
          </li>
        )}
      </ul>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={disabled} onClick={onRestore}>
          {strings.restore.write(rowCount)}
        </Button>
        {onLater !== undefined && (
          <Button appearance="subtle" disabledFocusable={disabled} onClick={onLater}>
            {strings.restore.later}
          </Button>
        )}
      </div>
    </section>
  );
}

/** ` from January.xlsx, sheet Run 1`; empty where the ledger does not say. */
export function fromWords({ acceptedFrom }: Pick<Accepted, 'acceptedFrom'>): string {
  return acceptedFrom === undefined ? '' : strings.preview.from(acceptedFrom.workbook, acceptedFrom.sheet);
}
