import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { cellAddress, titleOf, type CellPosition, type RegistrationRow } from '../../../domain/index.ts';
import type { RegistrationReading } from '../../registrations/phase.ts';
import { endOfAccount, shownEnding } from '../../registrations/results-text.ts';
import { linkable, type PlannedItem } from '../../registrations/submission.ts';
import { registering, strings } from '../../../words/index.ts';
import { useSurface } from '../use-surface.ts';
import { VirtualList } from '../virtual-list.tsx';
import { LinkForm } from './link-form.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { outcomeView } from './outcome-view.ts';
import { WithIds } from '../with-ids.tsx';

export type OnLink = (item: Pick<PlannedItem, 'registration' | 'index'>, entryId: string, id: string) => void;

interface ItemListProps {
  label: string;
  items: readonly PlannedItem[];
  reading: RegistrationReading;
  isAdmin: boolean;
  disabled: boolean;
  onLink: OnLink;
  onJump: (cell: CellPosition) => void;
}

const useStyles = makeStyles({
  outcome: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** What each row registers, in words, with the cell that it stands in; account numbers by their end alone. */
export function ItemList({ label, items, reading, onJump, ...props }: ItemListProps) {
  const styles = useStyles();
  const surface = useSurface();
  const column = reading.mapping[reading.kind === 'payment-instructions' ? 'accountNumber' : 'name'] ?? 0;
  return (
    <VirtualList
      items={items}
      label={label}
      estimatedHeightPx={52}
      keyOf={({ row }) => String(row.index)}
      renderItem={(item) => {
        const { row, earlier } = item;
        const link = linkable(earlier);
        const cell = { rowIndex: row.rowIndex, columnIndex: reading.table.firstColumnIndex + column };
        return (
          <div className={surface.item}>
            <Text className={surface.breakable}>{headOf(row)}</Text>
            <Link
              as="button"
              className={surface.target}
              title={strings.problems.goTo(cellAddress(cell))}
              onClick={() => onJump(cell)}
            >
              {cellAddress(cell)}
            </Link>
            <span
              className={mergeClasses(surface.wholeLine, surface.quiet, surface.small, surface.breakable)}
            >
              {factsOf(row).join(', ')}
            </span>
            {earlier !== null && (
              <div className={mergeClasses(surface.wholeLine, styles.outcome)}>
                <OutcomeBadge outcome={earlier} when="before" />
                {outcomeView(earlier, 'before').texts.map((text) => (
                  <Text key={text} size={200} className={surface.breakable}>
                    <WithIds text={text} />
                  </Text>
                ))}
                {link !== null && (
                  <LinkForm
                    kind={row.content.kind}
                    outcome={link}
                    isAdmin={props.isAdmin}
                    disabled={props.disabled}
                    onLink={(id) => props.onLink(item, link.entryId, id)}
                  />
                )}
              </div>
            )}
          </div>
        );
      }}
    />
  );
}

/** `ACH to ••••1234`, or a name. */
export function headOf({ content }: RegistrationRow): string {
  if (content.kind !== 'payment-instructions') return titleOf(content);
  const ending = endOfAccount(content);
  const account = ending === null ? registering.preview.noAccount : shownEnding(ending);
  return `${registering.types[content.item.type]}, ${account}`;
}

export function factsOf({ content, hidden }: RegistrationRow): string[] {
  const { preview } = registering;
  const reference =
    content.item.externalReference === null ? [] : [preview.reference(content.item.externalReference)];
  const rest = [...reference, ...(hidden ? [preview.hidden] : [])];
  switch (content.kind) {
    case 'payment-instructions': {
      const { beneficiaryName, bankName, routingNumber, swiftCode } = content.item;
      return [
        ...(beneficiaryName === null ? [] : [beneficiaryName]),
        ...(bankName === null ? [] : [bankName]),
        ...(routingNumber === null ? [] : [preview.routing(routingNumber)]),
        ...(swiftCode === null ? [] : [preview.swift(swiftCode)]),
        ...rest,
      ];
    }
    case 'entity':
      return [content.item.type.replaceAll('_', ' '), ...rest];
    case 'contact':
      return [content.item.email, ...rest];
  }
}
