import { extentOf, extentProperties, type Extent } from './extent.ts';
import { tableProperties, type SheetPlace } from './table-place.ts';

/** 1 January 2000 as a serial of the 1904 date system; in the 1900 system it is 36526. */
const YEAR_2000_IN_1904_SYSTEM = 35_064;

/**
 * Queues what is asked of every sheet before its table is read. Office.js does not tell the date system, so the
 * workbook calculates a date whose serial is known; no answer counts as the 1900 system, which Excel has by default.
 */
export function probeSheet(context: Excel.RequestContext, worksheet: Excel.Worksheet): () => SheetPlace {
  const { workbook } = context;
  workbook.load('name');
  worksheet.load(['id', 'name']);
  worksheet.protection.load('protected');
  worksheet.tables.load(tableProperties);
  const merged = queueMergedAreas(worksheet);
  const year2000 = workbook.functions.date(2000, 1, 1);
  year2000.load('value');
  return () => ({
    id: worksheet.id,
    name: worksheet.name,
    workbookName: workbook.name,
    date1904: year2000.value === YEAR_2000_IN_1904_SYSTEM,
    protected: worksheet.protection.protected,
    worksheet,
    merged: merged(),
    excelTables: worksheet.tables.items,
  });
}

/**
 * Areas that begin outside a range are missing from its own merged areas (OfficeDev/office-js #3611), so the whole sheet is
 * asked. An Excel before ExcelApi 1.13 cannot tell and counts as having none.
 */
export function queueMergedAreas(worksheet: Excel.Worksheet): () => Extent[] {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return () => [];
  const merged = worksheet.getUsedRange(false).getMergedAreasOrNullObject();
  merged.areas.load(extentProperties);
  return () => (merged.isNullObject ? [] : merged.areas.items.map(extentOf));
}
