import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { TableSearchRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import type { TableField } from '../../domain/index.ts';
import type { FormView } from '../form-view.ts';
import type { CheckedTable } from '../state.ts';
import { strings } from '../../words/index.ts';
import { DisclosureIcon } from './disclosure-icon.tsx';
import { Message } from './message.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { useSurface } from './use-surface.ts';

interface TableCardProps {
  reading: CheckedTable;
  form: FormView;
  /** Such as `48 payout rows`. */
  rowCount: string;
  disabled: boolean;
  /** What else is to be said about what the table is for. */
  children?: ReactNode;
  onMap: (field: TableField, column: number | null) => void;
  onChooseTable: () => void;
}

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  disclosure: { minWidth: 0 },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** How many left-out rows are named before they are only counted. */
const namedRows = 5;

/** What was taken from the sheet: where it lies, how it was found, how many rows, which columns. */
export function TableCard(props: TableCardProps) {
  const { reading, form, disabled, onMap, onChooseTable } = props;
  const styles = useStyles();
  const surface = useSurface();
  const { table, mapping, check } = reading;
  const isMapped = (field: TableField) => (mapping[field] ?? null) !== null;
  const isIncomplete = !form.required.every(isMapped);
  const [isOpen, setIsOpen] = useState(isIncomplete);
  const panel = useId();
  const hiddenCount = table.hidden.filter(Boolean).length;
  const mappedCount = form.fields.filter(isMapped).length;
  return (
    <section className={surface.card} aria-label={strings.table.foundBy[table.foundBy]}>
      <div>
        <Text block weight="semibold" className={surface.breakable} translate="no">
          {table.reference.tableName ?? table.address}
        </Text>
        <Text block size={200} className={mergeClasses(surface.quiet, surface.breakable)}>
          {strings.table.foundBy[table.foundBy]}
          {table.reference.tableName === null ? '' : ', '}
          <span translate="no">{table.reference.tableName === null ? '' : table.address}</span>
        </Text>
      </div>
      {props.children}
      {typeof table.ambiguity === 'string' && (
        <Message intent="warning" title={strings.table.ambiguityTitle} text={table.ambiguity} />
      )}
      <div className={styles.counts}>
        <Text>{props.rowCount}</Text>
        {hiddenCount > 0 && <Text>{strings.table.hidden(hiddenCount)}</Text>}
        {check.leftOut.length > 0 && <Text>{strings.table.leftOut(check.leftOut.length)}</Text>}
      </div>
      {check.leftOut.length > 0 && (
        <Text size={200} className={surface.quiet}>
          {check.leftOut
            .slice(0, namedRows)
            .map(({ rowIndex, reason }) =>
              strings.table.leftOutRow(rowIndex + 1, strings.table.leftOutReason[reason]),
            )
            .join(', ')}
          {check.leftOut.length > namedRows &&
            `, ${strings.table.leftOutMore(check.leftOut.length - namedRows)}`}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="transparent"
          className={mergeClasses(surface.flush, styles.disclosure)}
          icon={<DisclosureIcon isOpen={isOpen} />}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setIsOpen(!isOpen)}
        >
          {strings.named(strings.mapping.title, strings.mapping.summary(mappedCount, form.fields.length))}
        </Button>
        <Button
          appearance="transparent"
          className={mergeClasses(surface.flush, styles.disclosure)}
          disabledFocusable={disabled}
          icon={<TableSearchRegular />}
          onClick={onChooseTable}
        >
          {strings.table.another}
        </Button>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && <MappingFields reading={reading} form={form} onMap={onMap} />}
      </div>
    </section>
  );
}
