import { sheetSays } from '../words/index.ts';
import { nameProperties, namedExtents, type NamedExtent } from './defined-names.ts';
import { SelectionError } from './errors.ts';
import {
  addressOf,
  contains,
  extentOf,
  extentProperties,
  intersection,
  SHEET_ROWS,
  type Extent,
} from './extent.ts';
import type { SheetFacts } from './grow-table.ts';
import { cellsPlace, tablePlace } from './places.ts';
import { probeSheet } from './probe-sheet.ts';
import { firstRowsOf, readWindow } from './read-window.ts';
import { noTable, selectedExtent } from './selection-extent.ts';
import { notes } from './shape-notes.ts';
import { tableProperties, type SheetPlace, type TablePlace } from './table-place.ts';
import { findTables, shapeAround, shapeOfName, shapeWithin, type TableShape } from './table-shape.ts';
import type { ExcelSession } from './with-excel.ts';

/** Cells that are looked through when the selection leads to no table by itself. */
const CELLS_TO_SEARCH = 600_000;

/** What one request tells of the selection. */
interface Selection {
  sheet: SheetPlace;
  areas: [Extent, ...Extent[]];
  region: Extent;
  used: Extent;
  names: NamedExtent[];
}

/** Finds the table that the user means by the selection, in one request. */
export async function locateSelection(
  session: ExcelSession,
): Promise<{ place: TablePlace; areas: Extent[] }> {
  const { workbook } = session.context;
  // getSelectedRange throws for several areas (OfficeDev/office-js #2268).
  const selected = workbook.getSelectedRanges();
  selected.areas.load(extentProperties);
  const tables = selected.getTables(false);
  tables.load(tableProperties);
  const { worksheet } = selected;
  const region = workbook.getActiveCell().getSurroundingRegion();
  region.load(extentProperties);
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load(extentProperties);
  workbook.names.load(nameProperties);
  worksheet.names.load(nameProperties);
  const probe = probeSheet(session.context, worksheet);
  await session.sync();

  const sheet = probe();
  const [first, ...others] = selected.areas.items.map(extentOf);
  if (used.isNullObject || first === undefined) throw noTable();
  const areas: [Extent, ...Extent[]] = [first, ...others];
  if (tables.items.length > 1) throw severalTables(tables.items);
  const [excelTable] = tables.items;
  const names = namedExtents([...worksheet.names.items, ...workbook.names.items]);
  const selection = { sheet, areas, region: extentOf(region), used: extentOf(used), names };
  const place =
    excelTable === undefined ? placeInCells(selection) : tablePlace(sheet, excelTable, selection.used);
  return { place: sayingWhatIsOutside(place, areas), areas };
}

/** Of several selected areas some may lie in the table that is taken and others elsewhere: that is said, never guessed. */
function sayingWhatIsOutside(place: TablePlace, areas: readonly Extent[]): TablePlace {
  if (areas.length === 1 || place.foundBy === 'selection') return place;
  const shape: TablePlace['shape'] = (grid, form) => {
    const found = place.shape(grid, form);
    if (found === null) return null;
    const outside = areas.filter((area) => intersection(area, found.extent) === null).map(shortAddress);
    if (outside.length === 0 || outside.length === areas.length) return found;
    return withNotes(found, [notes.partly(shortAddress(found.extent), outside)]);
  };
  return { ...place, shape };
}

/** Without the sheet's name. */
function shortAddress(extent: Extent): string {
  return addressOf('', extent).replace(/^.*!/, '');
}

function placeInCells(selection: Selection): TablePlace {
  const { areas, region } = selection;
  const named = namePlace(selection);
  if (named !== null) return named;
  if (areas.some((area) => area.rowCount === SHEET_ROWS)) return columnsPlace(selection);
  const isAlone = Math.min(region.rowCount, region.columnCount) === 1;
  const isSpot = areas.every((area) => area.rowCount === 1 || contains(region, area));
  return isAlone && isSpot ? outsidePlace(selection) : selectedPlace(selection);
}

/** The smallest named range around the selection; one that is but a part of the table's columns names something else. */
function namePlace({ sheet, areas, region, used, names }: Selection): TablePlace | null {
  const size = ({ extent }: NamedExtent) => extent.rowCount * extent.columnCount;
  const around = names
    .filter(({ sheetName }) => sheetName === sheet.name)
    .filter(({ extent }) => areas.every((area) => contains(extent, area)))
    .filter(({ extent }) => (intersection(extent, region)?.columnCount ?? 0) * 4 >= region.columnCount * 3)
    .sort((one, other) => size(one) - size(other));
  const [taken, ...others] = around;
  if (taken === undefined) return null;
  const said =
    others.length === 0
      ? []
      : [
          notes.names(
            taken.name,
            others.map(({ name }) => `“${name}”`),
          ),
        ];
  return cellsPlace(sheet, {
    foundBy: 'name',
    definedName: taken.name,
    window: readWindow(taken.extent, used),
    used,
    rows: taken.extent,
    shape: (facts) => withNotes(shapeOfName(facts, taken.name, taken.extent), said),
  });
}

/** Whole columns: the tables in them, of which the largest is taken. */
function columnsPlace({ sheet, areas, region, used }: Selection): TablePlace {
  const { extent } = selectedExtent({ areas, region, used });
  return cellsPlace(sheet, {
    foundBy: 'region',
    window: readWindow(extent, used),
    used,
    rows: extent,
    shape: (facts) => largest(facts, extent, notes.others) ?? shapeWithin(facts, extent),
  });
}

/** A selection in the cells of a table, or one that bounds it. */
function selectedPlace({ sheet, areas, region, used }: Selection): TablePlace {
  const { foundBy, extent } = selectedExtent({ areas, region, used });
  return cellsPlace(sheet, {
    foundBy,
    window: readWindow(extent, used),
    used,
    rows: extent,
    shape: (facts) => {
      if (foundBy === 'region') return shapeAround(facts, extent, { acrossBlanks: true });
      const inside = findTables(facts, extent);
      return (inside.length > 1 ? largest(facts, extent, notes.others) : null) ?? shapeWithin(facts, extent);
    },
  });
}

/** A blank or lone cell: the sheet's first Excel table, else its largest region. */
function outsidePlace({ sheet, region, used }: Selection): TablePlace {
  const [first, ...others] = sheet.excelTables;
  if (first !== undefined) {
    const said = notes.outside(
      `“${first.name}”`,
      others.map(({ name }) => `“${name}”`),
    );
    return tablePlace(sheet, first, used, [said]);
  }
  const window = firstRowsOf(used, CELLS_TO_SEARCH);
  return cellsPlace(sheet, {
    foundBy: 'region',
    window,
    used,
    rows: window,
    shape: (facts) => {
      const found = largest(facts, window, notes.outside, region);
      if (found !== null) return found;
      return region.rowCount * region.columnCount < 2
        ? null
        : shapeAround(facts, region, { acrossBlanks: true });
    },
  });
}

type Say = (taken: string, others: readonly string[]) => string;

/** The table at the spot, else the one with the most cells, and what is said of the others. */
function largest(facts: SheetFacts, within: Extent, say: Say, spot?: Extent): TableShape | null {
  const cells = ({ extent }: TableShape) => extent.rowCount * extent.columnCount;
  const isOn = ({ extent }: TableShape) => spot !== undefined && intersection(extent, spot) !== null;
  const [taken, ...others] = findTables(facts, within).sort(
    (one, other) => Number(isOn(other)) - Number(isOn(one)) || cells(other) - cells(one),
  );
  if (taken === undefined) return null;
  if (isOn(taken) || (spot === undefined && others.length === 0)) return taken;
  const address = ({ extent }: TableShape) => shortAddress(extent);
  return withNotes(taken, [say(address(taken), others.map(address))]);
}

function withNotes<T extends TableShape | null>(shape: T, said: readonly string[]): T {
  return shape === null ? shape : { ...shape, notes: [...said, ...shape.notes] };
}

function severalTables(tables: readonly Excel.Table[]): SelectionError {
  return new SelectionError('several-tables', sheetSays.severalTables(tables.map(({ name }) => name)));
}
