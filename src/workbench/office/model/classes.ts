import type { WireClasses } from '../wire-class.ts';
import { addinInternalServiceClass, applicationClass, runtimeClass } from './application.ts';
import {
  conditionalFormatClass,
  conditionalFormatCollectionClass,
  conditionalFormatRuleClass,
  conditionalRangeFillClass,
  conditionalRangeFontClass,
  conditionalRangeFormatClass,
  customConditionalFormatClass,
} from './conditional-formats.ts';
import { autoFilterClass, filterClass } from './filter.ts';
import { formatProtectionClass, rangeFillClass, rangeFontClass, rangeFormatClass } from './format.ts';
import { functionResultClass, functionsClass } from './functions.ts';
import { namedItemClass, namedItemCollectionClass } from './names.ts';
import { rangeAreasClass, rangeCollectionClass } from './range-areas.ts';
import { rangeSortClass, tableSortClass } from './sort.ts';
import { rangeViewClass, rangeViewCollectionClass } from './range-view.ts';
import { rangeClass } from './range.ts';
import { settingClass, settingCollectionClass } from './settings.ts';
import { tableColumnClass, tableColumnCollectionClass } from './table-columns.ts';
import { tableRowClass, tableRowCollectionClass } from './table-rows.ts';
import { tableClass, tableCollectionClass, tableScopedCollectionClass } from './table.ts';
import { workbookClass } from './workbook.ts';
import { worksheetProtectionClass } from './worksheet-protection.ts';
import { worksheetClass, worksheetCollectionClass } from './worksheet.ts';

/** Excel's object model as far as the workbench has it. */
export const wireClasses: WireClasses = {
  AddinInternalService: addinInternalServiceClass,
  Application: applicationClass,
  AutoFilter: autoFilterClass,
  ConditionalFormat: conditionalFormatClass,
  ConditionalFormatCollection: conditionalFormatCollectionClass,
  ConditionalFormatRule: conditionalFormatRuleClass,
  ConditionalRangeFill: conditionalRangeFillClass,
  ConditionalRangeFont: conditionalRangeFontClass,
  ConditionalRangeFormat: conditionalRangeFormatClass,
  CustomConditionalFormat: customConditionalFormatClass,
  Filter: filterClass,
  FormatProtection: formatProtectionClass,
  Functions: functionsClass,
  FunctionResult: functionResultClass,
  NamedItem: namedItemClass,
  NamedItemCollection: namedItemCollectionClass,
  Range: rangeClass,
  RangeAreas: rangeAreasClass,
  RangeCollection: rangeCollectionClass,
  RangeFill: rangeFillClass,
  RangeFont: rangeFontClass,
  RangeFormat: rangeFormatClass,
  RangeSort: rangeSortClass,
  RangeView: rangeViewClass,
  RangeViewCollection: rangeViewCollectionClass,
  Runtime: runtimeClass,
  Setting: settingClass,
  SettingCollection: settingCollectionClass,
  Table: tableClass,
  TableCollection: tableCollectionClass,
  TableColumn: tableColumnClass,
  TableColumnCollection: tableColumnCollectionClass,
  TableRow: tableRowClass,
  TableRowCollection: tableRowCollectionClass,
  TableScopedCollection: tableScopedCollectionClass,
  TableSort: tableSortClass,
  Workbook: workbookClass,
  Worksheet: worksheetClass,
  WorksheetCollection: worksheetCollectionClass,
  WorksheetProtection: worksheetProtectionClass,
};
