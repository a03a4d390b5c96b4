import {
  payoutForm,
  type CellValue,
  type ColumnMapping,
  type FieldMapping,
  type TableField,
  type TableForm,
  type TableReference,
} from '../domain/index.ts';
import { headerTexts } from './header-texts.ts';
import { MAPPINGS_SETTING, parseStoredMappings, recallMapping } from './stored-mappings.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The column mapping that the user chose for this table before, at today's columns; null when there is none. */
export function loadMappingFor<F extends TableField>(
  form: TableForm<F>,
  reference: TableReference,
  header: readonly CellValue[],
  options: ExcelOptions = {},
): Promise<FieldMapping<F> | null> {
  return withExcel(async (session) => {
    const setting = session.context.workbook.settings.getItemOrNullObject(MAPPINGS_SETTING);
    setting.load('value');
    await session.sync();
    if (setting.isNullObject) return null;
    return recallMapping(form, parseStoredMappings(setting.value), reference, headerTexts(header));
  }, options);
}

/** `loadMappingFor` payouts. */
export function loadMapping(
  reference: TableReference,
  header: readonly CellValue[],
  options: ExcelOptions = {},
): Promise<ColumnMapping | null> {
  return loadMappingFor(payoutForm, reference, header, options);
}
