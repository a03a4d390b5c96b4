import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import {
  columnLetters,
  fieldSamples,
  findResultColumns,
  type SheetTable,
  type TableField,
} from '../../domain/index.ts';
import type { FormView } from '../form-view.ts';
import type { CheckedTable } from '../state.ts';
import { strings } from '../../words/index.ts';
import { WithIds } from './with-ids.tsx';
import { useSurface } from './use-surface.ts';
import { StillField } from './typed-field.tsx';

interface MappingFieldsProps {
  reading: CheckedTable;
  form: FormView;
  onMap: (field: TableField, column: number | null) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

/** One dropdown per field, and below it why the column was taken and what its first cells hold. Result columns are not offered: the pane writes them itself. */
export function MappingFields({ reading, form, onMap }: MappingFieldsProps) {
  const { table, mapping } = reading;
  const styles = useStyles();
  const surface = useSurface();
  const ours = Object.values(findResultColumns(table, form.results));
  const choices = table.header.flatMap((header, index) =>
    ours.includes(index) ? [] : [{ index, label: headerLabel(header, table.firstColumnIndex + index) }],
  );
  return (
    <div className={styles.root}>
      <Text size={200} className={surface.quiet}>
        {strings.mapping.text}
      </Text>
      {form.fields.map((field) => {
        const isRequired = form.required.includes(field);
        const column = mapping[field] ?? null;
        const isMissing = isRequired && column === null;
        return (
          <StillField
            key={field}
            label={form.nameOf(field)}
            required={isRequired}
            size="small"
            hint={<ColumnHint reading={reading} field={field} />}
            {...(isMissing && { validationState: 'error', validationMessage: strings.mapping.missing })}
          >
            <Select
              size="small"
              value={column === null ? '' : String(column)}
              onChange={(_event, { value }) => onMap(field, value === '' ? null : Number(value))}
            >
              <option value="">{strings.mapping.none}</option>
              {choices.map(({ index, label }) => (
                <option key={index} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          </StillField>
        );
      })}
    </div>
  );
}

function ColumnHint({ reading, field }: { reading: CheckedTable; field: TableField }) {
  const surface = useSurface();
  const { table, mapping, evidence } = reading;
  const column = mapping[field] ?? null;
  if (column === null) return null;
  const found = evidence.find((one) => one.field === field && one.columnIndex === column);
  const samples = fieldSamples(table, column, field);
  return (
    <span className={surface.breakable}>
      {found === undefined ? strings.mapping.chosen : strings.mapping.because[found.because]}
      <br />
      {samples.length === 0 ? strings.mapping.noSamples : <WithIds text={strings.mapping.samples(samples)} />}
    </span>
  );
}

function headerLabel(header: SheetTable['header'][number], columnIndex: number): string {
  const text = String(header).trim();
  return text === '' ? strings.mapping.noHeader(columnLetters(columnIndex)) : text;
}
