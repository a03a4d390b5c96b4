import { makeStyles, Text } from '@fluentui/react-components';
import { formatMoney, strings } from '../../words/index.ts';
import type { Reading } from '../state.ts';
import { differenceOf } from './fractions-card.tsx';
import { useSurface } from './use-surface.ts';

/** How many payees are named before they are only counted. */
const namedPayees = 3;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.2em' },
});

/** What a controller would look for in a distribution: fractions of a cent, and payees who are paid more than once. */
export function GroupFactsNote({ reading, groupKey }: { reading: Reading; groupKey: string }) {
  const styles = useStyles();
  const surface = useSurface();
  const facts = reading.check.groupFacts.find(({ key }) => key === groupKey);
  const group = reading.check.groups.find(({ key }) => key === groupKey);
  if (facts === undefined || group === undefined) return null;
  const currency = group.totals[0]?.currency ?? reading.settings.defaultCurrency;
  const nameOf = (entity: string) => group.rows.find((row) => row.entity === entity)?.payeeName ?? entity;
  return (
    <>
      {facts.differenceText !== null && (
        <Text size={200} className={surface.breakable}>
          {differenceOf(reading, facts)}
        </Text>
      )}
      {facts.payees.length > 0 && (
        <div className={surface.small}>
          {strings.preview.severalTitle(facts.payees.length)}
          <ul className={styles.list}>
            {facts.payees.slice(0, namedPayees).map(({ entity, count, amountCents }) => (
              <li key={entity} className={surface.breakable}>
                {strings.preview.several(nameOf(entity), count, formatMoney(amountCents, currency))}
              </li>
            ))}
            {facts.payees.length > namedPayees && (
              <li>{strings.preview.severalMore(facts.payees.length - namedPayees)}</li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}
