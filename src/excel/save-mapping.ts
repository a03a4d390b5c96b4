import {
  payoutForm,
  type ColumnMapping,
  type FieldMapping,
  type TableField,
  type TableForm,
  type TableReference,
} from '../domain/index.ts';
import { MAPPINGS_SETTING, parseStoredMappings, rememberMapping } from './stored-mappings.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** Keeps the mapping in the workbook, by the header texts of the reference that it was made for. */
export function saveMappingFor<F extends TableField>(
  form: TableForm<F>,
  reference: TableReference,
  mapping: FieldMapping<F>,
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel(async (session) => {
    const { settings } = session.context.workbook;
    const setting = settings.getItemOrNullObject(MAPPINGS_SETTING);
    setting.load('value');
    await session.sync();
    const stored = setting.isNullObject ? [] : parseStoredMappings(setting.value);
    settings.add(MAPPINGS_SETTING, rememberMapping(form, stored, reference, mapping));
    await session.sync();
  }, options);
}

/** `saveMappingFor` payouts. */
export function saveMapping(
  reference: TableReference,
  mapping: ColumnMapping,
  options: ExcelOptions = {},
): Promise<void> {
  return saveMappingFor(payoutForm, reference, mapping, options);
}
