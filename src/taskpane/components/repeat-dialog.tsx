import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Accepted, OtherMode } from '../../contract/index.ts';
import type { PlannedDistribution } from '../../domain/index.ts';
import { formatInstant, formatMoney, statusWords, strings } from '../../words/index.ts';
import type { Repeat } from '../state.ts';
import { Message } from './message.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface RepeatDialogProps {
  distribution: PlannedDistribution;
  /** What it became before. */
  outcome: Accepted | OtherMode;
  onRepeat: (repeat: Repeat) => void;
  onClose: () => void;
}

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  fact: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  // Scrolls by itself and takes the focus first, so that the dialog opens at its top and not at the reason.
  payments: {
    maxHeight: '180px',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  payment: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}` },
});

/** Shows the earlier one whole before it is paid a second time, and asks why. */
export function RepeatDialog({ distribution, outcome, onRepeat, onClose }: RepeatDialogProps) {
  return (
    <ReasonDialog
      title={strings.repeat.title}
      field={strings.repeat.reason}
      hint={strings.repeat.reasonHint}
      confirm={strings.repeat.confirm}
      cancel={strings.repeat.cancel}
      startsAtReason={false}
      onConfirm={(reason) => onRepeat({ ofEntryId: outcome.entryId, reason })}
      onClose={onClose}
    >
      <Message
        intent="warning"
        text={
          outcome.outcome === 'accepted'
            ? strings.repeat.text
            : strings.repeat.textOtherMode(outcome.distributionId, outcome.livemode)
        }
      />
      <Facts outcome={outcome} />
      <PaymentsBefore distribution={distribution} outcome={outcome} />
    </ReasonDialog>
  );
}

function Facts({ outcome }: Pick<RepeatDialogProps, 'outcome'>) {
  const styles = useStyles();
  const surface = useSurface();
  const { repeat } = strings;
  const from = outcome.acceptedFrom;
  const facts = [
    [repeat.who, outcome.acceptedFor],
    [repeat.when, formatInstant(outcome.acceptedAt)],
    [repeat.from, from === undefined ? repeat.fromUnknown : `${from.workbook}, ${from.sheet}`],
    [repeat.status, statusWords(outcome.distributionStatus)],
    ...(typeof outcome.repeatReason === 'string' ? [[repeat.reasonBefore, outcome.repeatReason]] : []),
  ] as const;
  return (
    <dl className={styles.facts}>
      <dt className={mergeClasses(surface.quiet, surface.wholeLine)}>{repeat.id}</dt>
      <dd className={mergeClasses(styles.fact, surface.id, surface.wholeLine)} translate="no">
        {outcome.distributionId}
      </dd>
      {facts.flatMap(([name, value]) => [
        <dt key={name} className={surface.quiet}>
          {name}
        </dt>,
        <dd key={`${name} value`} className={styles.fact}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

function PaymentsBefore({ distribution, outcome }: Pick<RepeatDialogProps, 'distribution' | 'outcome'>) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div>
      <SectionTitle>{strings.repeat.paymentsTitle}</SectionTitle>
      <div className={styles.payments} tabIndex={0} role="group" aria-label={strings.repeat.paymentsTitle}>
        <VirtualList
          items={distribution.rows.map((row, index) => ({ row, payment: outcome.payments[index] ?? null }))}
          label={strings.repeat.paymentsTitle}
          estimatedHeightPx={52}
          keyOf={({ row }) => String(row.index)}
          renderItem={({ row, payment }) => (
            <div className={styles.payment}>
              <div className={surface.row}>
                <Text className={surface.breakable} translate="no">
                  {row.payeeName ?? row.entity}
                </Text>
                <Text className={surface.amount}>{formatMoney(row.amountCents, row.currency)}</Text>
              </div>
              <div className={surface.row}>
                <span className={surface.id} translate="no">
                  {payment?.id ?? strings.repeat.noPayment}
                </span>
                <Text size={200} className={surface.quiet}>
                  {statusWords(payment?.status ?? '')}
                </Text>
              </div>
            </div>
          )}
        />
      </div>
    </div>
  );
}
