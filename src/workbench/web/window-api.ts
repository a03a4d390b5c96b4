import { intersect } from '../book/a1.ts';
import type { Area, CellInput } from '../book/book.ts';
import { addressOf, cutToUsed, placeOf, placesOf, sheetNamed, type Place } from './addresses.ts';
import { toBase64 } from './bytes.ts';
import { activePlace, clearFilter } from './commands.ts';
import type { WorkbenchApi, WorkbenchFaults } from './workbench-api.ts';
import type { Workbench } from './workbench.ts';
import { saveWorkbook } from './workbook-files.ts';

/** What `window.workbench` is. `ready` is settled by the caller, who starts the page. */
export function createApi(workbench: Workbench, ready: Promise<void>): WorkbenchApi {
  const book = () => workbench.book();
  return {
    ready,
    open: (source, name) => workbench.open(source, name),
    openSecondPane: () => workbench.openSecondPane(),
    save: async () => toBase64(await saveWorkbook(book())),

    select: (address) => {
      const { sheetId, areas } = placesOf(book(), address);
      book().select(sheetId, areas, 'person');
      workbench.revealSelection();
    },
    activeCell: () => {
      const { sheetId, area } = activePlace(book());
      return addressOf(book(), { sheetId, area: { ...area, rows: 1, columns: 1 } });
    },
    focusGrid: () => workbench.focusGrid(),

    read: (address) => readCells(workbench, address, (place) => book().values(place.sheetId, place.area)),
    texts: (address) => readCells(workbench, address, (place) => book().texts(place.sheetId, place.area)),
    formulas: (address) =>
      readCells(workbench, address, (place) => book().formulas(place.sheetId, place.area)),
    write: (address, cells) => {
      const { sheetId, area } = placeOf(book(), address);
      book().write(sheetId, shapedLike(area, cells), cells, 'person');
    },

    sort: (address, column, ascending) => {
      const { sheetId, area } = placeOf(book(), address);
      book().sort(sheetId, area, area.column + column, ascending, 'person');
    },
    filter: (address, column, keep) => {
      const { sheetId, area } = placeOf(book(), address);
      book().filter(sheetId, area, area.column + column, keep, 'person');
    },
    clearFilter: () => clearFilter(book()),
    merge: (address) => {
      const { sheetId, area } = placeOf(book(), address);
      book().merge(sheetId, area, 'person');
    },

    ...movingOrders(workbench),
    ...rowOrders(workbench),
    ...sheetOrders(workbench),
    ...areaOrders(workbench),

    undo: () => book().undo(),
    redo: () => book().redo(),

    setReadOnly: (readOnly) => {
      book().readOnly = readOnly;
    },
    setEditing: (editing) => workbench.holdInEditing(editing),
    setLatency: (latencyMs) => workbench.setLatency(latencyMs),
    requests: () => workbench.pane()?.requests() ?? 0,
    resetRequests: () => workbench.pane()?.resetRequests(),
    faults: faultsOf(workbench),
  };
}

function movingOrders(workbench: Workbench): Pick<WorkbenchApi, 'cut' | 'moveColumn'> {
  const indexOf = (sheetId: string) =>
    workbench
      .book()
      .sheets()
      .findIndex(({ id }) => id === sheetId);
  return {
    cut: (address, to) => {
      const [source, target] = [placeOf(workbench.book(), address), placeOf(workbench.book(), to)];
      workbench.book().select(source.sheetId, [source.area], 'person');
      const clipboard = workbench.model().copyToClipboard();
      workbench.book().select(target.sheetId, [target.area], 'person');
      workbench.model().pasteFromClipboard(indexOf(source.sheetId), clipboard.range, clipboard.data, true);
    },
    moveColumn: (sheetName, column, delta) => {
      const { id } = sheetNamed(workbench.book(), sheetName);
      workbench.model().moveColumns(indexOf(id), column + 1, 1, delta);
    },
  };
}

function rowOrders(
  workbench: Workbench,
): Pick<WorkbenchApi, 'insertRows' | 'deleteRows' | 'hideRows' | 'unhideRows'> {
  const book = () => workbench.book();
  const idOf = (sheetName: string) => sheetNamed(book(), sheetName).id;
  return {
    insertRows: (sheetName, row, count) => book().insertRows(idOf(sheetName), row - 1, count, 'person'),
    deleteRows: (sheetName, row, count) => book().deleteRows(idOf(sheetName), row - 1, count, 'person'),
    hideRows: (sheetName, row, count) =>
      book().setRowsHidden(idOf(sheetName), row - 1, count, true, 'person'),
    unhideRows: (sheetName, row, count) =>
      book().setRowsHidden(idOf(sheetName), row - 1, count, false, 'person'),
  };
}

function sheetOrders(
  workbench: Workbench,
): Pick<
  WorkbenchApi,
  'sheets' | 'addSheet' | 'hideSheet' | 'unhideSheet' | 'renameSheet' | 'protect' | 'unprotect'
> {
  const book = () => workbench.book();
  const setVisibility = (name: string, visibility: 'Visible' | 'Hidden') =>
    book().parts.sheets.setVisibility(sheetNamed(book(), name).id, visibility, 'person');
  return {
    sheets: () =>
      book()
        .sheets()
        .map(({ name }) => name),
    addSheet: (name) => void book().parts.sheets.add(name, 'person'),
    hideSheet: (name) => setVisibility(name, 'Hidden'),
    unhideSheet: (name) => setVisibility(name, 'Visible'),
    renameSheet: (from, to) => book().parts.sheets.rename(sheetNamed(book(), from).id, to, 'person'),
    protect: (sheetName) => book().protect(sheetNamed(book(), sheetName).id),
    unprotect: (sheetName) => book().unprotect(sheetNamed(book(), sheetName).id),
  };
}

function areaOrders(
  workbench: Workbench,
): Pick<WorkbenchApi, 'tables' | 'addTable' | 'convertToRange' | 'addName' | 'conditionalFormats'> {
  const book = () => workbench.book();
  return {
    tables: () =>
      book()
        .tables()
        .map((table) => ({ name: table.name, address: addressOf(book(), table) })),
    addTable: (address, name) => {
      const { sheetId, area } = placeOf(book(), address);
      book().addTable(sheetId, area, true, name);
    },
    convertToRange: (tableName) => {
      const table = book()
        .tables()
        .find(({ name }) => name === tableName);
      if (!table) throw new Error(`No table is called ${tableName}.`);
      book().convertTableToRange(table.id);
    },
    addName: (name, refersTo) => void book().addName(name, `=${refersTo.replace(/^=/, '')}`),
    conditionalFormats: (address) => {
      const { sheetId, area } = placeOf(book(), address);
      return book()
        .conditionalFormats.list(sheetId)
        .filter(({ areas }) => areas.some((other) => intersect(other, area)))
        .map(({ formula, look, areas }) => ({
          formula: formula ?? '',
          fill: look.fillColor,
          address: areas.map((each) => addressOf(book(), { sheetId, area: each })).join(','),
        }));
    },
  };
}

function faultsOf(workbench: Workbench): WorkbenchFaults {
  const host = () => {
    const pane = workbench.pane();
    if (!pane) throw new Error('The pane is closed: it sends no requests.');
    return pane.host;
  };
  return {
    failNext: (code) => host().failNext(code),
    hangNext: (executed) => host().hangNext(executed),
    failAfterActions: (actions, code) => host().failAfterActions(actions, code),
  };
}

function readCells<Cell>(workbench: Workbench, address: string, read: (place: Place) => Cell[][]): Cell[][] {
  const book = workbench.book();
  const { sheetId, area } = placeOf(book, address);
  const part = cutToUsed(book, { sheetId, area });
  return part ? read({ sheetId, area: part }) : [];
}

function shapedLike(area: Area, cells: CellInput[][]): Area {
  return { ...area, rows: cells.length, columns: cells[0]?.length ?? 0 };
}
