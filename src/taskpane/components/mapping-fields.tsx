import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import {
  columnLetters,
  findResultColumns,
  payoutFields,
  requiredFields,
  type ColumnMapping,
  type PayoutField,
  type SheetTable,
} from '../../domain/index.ts';
import { fieldNames, strings } from '../strings.ts';
import { useSurface } from './use-surface.ts';

interface MappingFieldsProps {
  table: SheetTable;
  mapping: ColumnMapping;
  onMap: (field: PayoutField, column: number | null) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

/** One dropdown per field. Result columns are not offered: the pane writes them itself. */
export function MappingFields({ table, mapping, onMap }: MappingFieldsProps) {
  const styles = useStyles();
  const surface = useSurface();
  const ours = Object.values(findResultColumns(table));
  const choices = table.header.flatMap((header, index) =>
    ours.includes(index) ? [] : [{ index, label: headerLabel(header, table.firstColumnIndex + index) }],
  );
  return (
    <div className={styles.root}>
      <Text size={200} className={surface.quiet}>
        {strings.mapping.text}
      </Text>
      {payoutFields.map((field) => {
        const isRequired = requiredFields.includes(field);
        const isMissing = isRequired && mapping[field] === null;
        return (
          <Field
            key={field}
            label={fieldNames[field]}
            required={isRequired}
            size="small"
            {...(isMissing && { validationState: 'error', validationMessage: strings.mapping.missing })}
          >
            <Select
              size="small"
              value={mapping[field] === null ? '' : String(mapping[field])}
              onChange={(_event, { value }) => onMap(field, value === '' ? null : Number(value))}
            >
              <option value="">{strings.mapping.none}</option>
              {choices.map(({ index, label }) => (
                <option key={index} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
    </div>
  );
}

function headerLabel(header: SheetTable['header'][number], columnIndex: number): string {
  const text = String(header).trim();
  return text === '' ? strings.mapping.noHeader(columnLetters(columnIndex)) : text;
}
