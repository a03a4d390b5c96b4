import { mergeClasses, Text } from '@fluentui/react-components';
import {
  amountsOf,
  formatDay,
  formatInstant,
  formatMoney,
  oversight,
  statusWords,
  strings,
} from '../../words/index.ts';
import { printReceipt } from '../print-receipt.ts';
import { receiptAsCsv, receiptOf, totalsOf, type StagedDistribution } from '../receipt.ts';
import { saveFile } from '../save-file.ts';
import type { Busy } from '../state.ts';
import { ActionButton } from './action-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { Screen } from './screen.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSurface } from './use-surface.ts';
import { VirtualList } from './virtual-list.tsx';

interface ReceiptScreenProps {
  staged: StagedDistribution;
  busy: Busy | null;
  onLeave: () => void;
}

/** A distribution that was staged before, as it is kept on paper or as a file. */
export function ReceiptScreen({ staged, busy, onLeave }: ReceiptScreenProps) {
  const surface = useSurface();
  const { receipt } = strings;
  const save = () => saveFile(receipt.file, 'text/csv', `\ufeff${receiptAsCsv([staged])}`);
  return (
    <Screen
      actions={
        <>
          <ActionButton label={oversight.back} disabled={busy !== null} onClick={onLeave} />
          <ActionButton
            label={receipt.print}
            disabled={false}
            onClick={() => printReceipt(receiptOf([staged]))}
          />
          <ActionButton primary label={receipt.save} disabled={false} onClick={save} />
        </>
      }
    >
      <ScreenHeading title={receipt.openOf(staged.name)}>{receipt.statusesNote}</ScreenHeading>
      <Facts staged={staged} />
      <section className={surface.card}>
        <SectionTitle>{strings.preview.payments(staged.payments.length)}</SectionTitle>
        <VirtualList
          items={staged.payments}
          label={strings.preview.showPayments(staged.name)}
          estimatedHeightPx={60}
          keyOf={(_payment, index) => String(index)}
          renderItem={({ payee, entity, id, status, amountCents, currency }) => (
            <div className={surface.item}>
              <Text className={payee === '' ? surface.id : surface.breakable}>
                {payee === '' ? entity : payee}
              </Text>
              <Text className={surface.amount}>{formatMoney(amountCents, currency)}</Text>
              <span className={mergeClasses(surface.id, surface.wholeLine)} translate="no">
                {id}
              </span>
              <Text size={200} className={mergeClasses(surface.quiet, surface.wholeLine)}>
                {statusWords(status)}
              </Text>
            </div>
          )}
        />
      </section>
    </Screen>
  );
}

function Facts({ staged }: { staged: StagedDistribution }) {
  const surface = useSurface();
  const { externalReference, acceptedFrom, payments } = staged;
  return (
    <section className={surface.card}>
      <div className={surface.row}>
        <Text weight="semibold">{formatDay(staged.distributionDate)}</Text>
        <Text weight="semibold" className={surface.amount}>
          {amountsOf(totalsOf(payments))}
        </Text>
      </div>
      <span className={surface.id} translate="no">
        {staged.distributionId}
      </span>
      <span className={surface.id} translate="no">
        {staged.vehicle}
      </span>
      <div className={mergeClasses(surface.small, surface.quiet, surface.breakable)}>
        {strings.receipt.by(formatInstant(staged.acceptedAt), staged.acceptedFor)}
        {externalReference !== null && <div>{oversight.sealed.reference(externalReference)}</div>}
        {acceptedFrom !== undefined && (
          <div>{oversight.approvals.from(acceptedFrom.workbook, acceptedFrom.sheet)}</div>
        )}
      </div>
    </section>
  );
}
