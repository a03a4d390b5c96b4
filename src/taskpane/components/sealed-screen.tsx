import { Badge, makeStyles, mergeClasses, Text, Tooltip, tokens } from '@fluentui/react-components';
import type { SealedEntry, SealedPayment, Session } from '../../contract/index.ts';
import { amountsOf, formatDay, formatMoney, oversight } from '../../words/index.ts';
import type { Busy } from '../state.ts';
import { SealedFrame } from './sealed-frame.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface SealedScreenProps {
  entry: SealedEntry;
  session: Session;
  busy: Busy | null;
  onApprove: () => void;
  onReturn: (reason: string) => void;
  onLeave: () => void;
}

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  payment: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  mark: { height: 'auto', whiteSpace: 'normal', textAlign: 'start' },
});

/** One entry as it was sealed: everything that an approver answers for, what is out of the usual first. */
export function SealedScreen({ entry, ...props }: SealedScreenProps) {
  const surface = useSurface();
  const words = oversight.sealed;
  const changed = entry.payments.filter(({ changes }) => changes.length > 0);
  return (
    <SealedFrame
      {...props}
      name={entry.name}
      text={words.text}
      isMine={!entry.mayApprove}
      approve={words.approve(entry.payments.length, amountsOf(entry.totals))}
    >
      <Facts entry={entry} />
      <section className={surface.card}>
        <SectionTitle>
          {changed.length === 0 ? words.noChanges : words.changesTitle(changed.length)}
        </SectionTitle>
        <Text size={200} className={surface.quiet}>
          {words.compared(entry.comparison)} {words.instructions}
        </Text>
        {changed.length > 0 && changed.length < entry.payments.length && (
          <Payments label={words.changesTitle(changed.length)} payments={changed} />
        )}
      </section>
      <section className={surface.card}>
        <SectionTitle>{words.payments(entry.payments.length)}</SectionTitle>
        <Payments label={words.paymentsOf(entry.name)} payments={entry.payments} />
      </section>
    </SealedFrame>
  );
}

function Facts({ entry }: { entry: SealedEntry }) {
  const styles = useStyles();
  const surface = useSurface();
  const { approvals, sealed } = oversight;
  return (
    <section className={surface.card}>
      {entry.totals.map(({ currency, amountCents, count }) => (
        <div key={currency} className={surface.row}>
          <Text weight="semibold">{sealed.payments(count)}</Text>
          <Text weight="semibold" className={surface.amount}>
            {formatMoney(amountCents, currency)}
          </Text>
        </div>
      ))}
      <div className={mergeClasses(styles.facts, surface.small, surface.breakable)}>
        <span>{formatDay(entry.distributionDate)}</span>
        <span className={surface.id} translate="no">
          {entry.vehicle}
        </span>
        {entry.externalReference !== null && <span>{sealed.reference(entry.externalReference)}</span>}
        <span>{approvals.prepared(entry.preparedBy, entry.preparedAt)}</span>
        <span>{approvals.from(entry.source.workbook, entry.source.sheet)}</span>
        <span>{approvals.expires(entry.expiresAt)}</span>
        {entry.repeatReason !== null && <Text weight="semibold">{sealed.repeat(entry.repeatReason)}</Text>}
        <Tooltip content={sealed.hashHint} relationship="description">
          <span className={surface.quiet} tabIndex={0}>
            {sealed.hash}{' '}
            <span className={surface.id} translate="no">
              {entry.contentHash.slice(0, 12)}
            </span>
          </span>
        </Tooltip>
      </div>
    </section>
  );
}

function Payments({ label, payments }: { label: string; payments: readonly SealedPayment[] }) {
  return (
    <VirtualList
      items={payments}
      label={label}
      estimatedHeightPx={56}
      keyOf={(_payment, index) => String(index)}
      renderItem={(payment) => <Payment payment={payment} />}
    />
  );
}

function Payment({ payment }: { payment: SealedPayment }) {
  const styles = useStyles();
  const surface = useSurface();
  const { sealed } = oversight;
  const { entity, amountCents, currency, dateOverride, last, changes } = payment;
  return (
    <div className={styles.payment}>
      <div className={surface.row}>
        <span className={surface.id} translate="no">
          {entity}
        </span>
        <Text className={surface.amount}>{formatMoney(amountCents, currency)}</Text>
      </div>
      {(last !== null || dateOverride !== null) && (
        <div className={mergeClasses(surface.quiet, surface.small)}>
          {last !== null && sealed.last(formatMoney(last.amountCents, currency), last.acceptedAt)}
          {dateOverride !== null && ` ${sealed.paysOn(formatDay(dateOverride))}`}
        </div>
      )}
      {changes.length > 0 && (
        <div className={styles.marks}>
          {changes.map((change) => (
            <Badge key={change.change} appearance="tint" color="warning" className={styles.mark}>
              {sealed.change(change, currency)}
            </Badge>
          ))}
        </div>
      )}
    </div>
  );
}
