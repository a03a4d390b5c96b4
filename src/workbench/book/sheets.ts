import { BookError, type Area, type ChangeSource, type SheetInfo } from './book.ts';
import type { Core } from './core.ts';

/** A sheet as IronCalc knows it: `index` is its place, `key` the number that stays. */
export interface SheetPlace {
  index: number;
  key: number;
  name: string;
  state: string;
}

const ID = /^\{00000000-0001-0000-([0-9a-f]{4})-([0-9a-f]{12})\}$/i;

/** Sheet ids in Excel's form, from IronCalc's numbers and back. */
export function sheetIdOf(key: number): string {
  return `{00000000-0001-0000-0000-${(key - 1).toString(16).padStart(12, '0').toUpperCase()}}`;
}

export function sheetKeyOf(sheetId: string): number | undefined {
  const match = ID.exec(sheetId);
  return match ? Number.parseInt(match[2] ?? '', 16) + 1 : undefined;
}

export class Sheets {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  places(): SheetPlace[] {
    return this.#core.model
      .getWorksheetsProperties()
      .map(({ sheet_id, name, state }, index) => ({ index, key: sheet_id, name, state }));
  }

  place(sheetId: string): SheetPlace {
    const key = sheetKeyOf(sheetId);
    const place = this.places().find((candidate) => candidate.key === key);
    if (!place) throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
    return place;
  }

  keyOf(index: number): number {
    const key = this.#core.model.getWorksheetsProperties()[index]?.sheet_id;
    if (key === undefined) throw new BookError('InvalidArgument', 'There is no such sheet.');
    return key;
  }

  list(): SheetInfo[] {
    return this.places().map((place) => this.#info(place));
  }

  info(sheetId: string): SheetInfo {
    return this.#info(this.place(sheetId));
  }

  add(name: string | undefined, source: ChangeSource): SheetInfo {
    const core = this.#core;
    return core.step(() => {
      if (name !== undefined) this.#assertFreeName(name);
      this.keepingSelection(() => core.change((model) => model.newSheet()));
      const place = this.places().at(-1);
      if (!place) throw new Error('IronCalc added no sheet.');
      if (name !== undefined) core.change((model) => model.renameSheet(place.index, name));
      core.emit({ kind: 'sheets', source });
      return this.info(sheetIdOf(place.key));
    });
  }

  rename(sheetId: string, name: string, source: ChangeSource): void {
    const { index } = this.place(sheetId);
    this.#core.step(() => {
      this.#assertFreeName(name, sheetId);
      this.#core.change((model) => model.renameSheet(index, name));
      this.#core.emit({ kind: 'sheets', source });
    });
  }

  delete(sheetId: string, source: ChangeSource): void {
    const { index, key } = this.place(sheetId);
    const othersVisible = this.places().some((place) => place.key !== key && place.state === 'visible');
    if (!othersVisible)
      throw new BookError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    this.#core.step(() => {
      const active = this.activeId();
      this.keepingSelection(() => this.#core.change((model) => model.deleteSheet(index)));
      this.#core.setSheetState(key, null);
      if (this.activeId() !== active)
        this.#core.emit({ kind: 'activated', sheetId: this.activeId(), source });
      this.#core.emit({ kind: 'sheets', source });
    });
  }

  setVisibility(sheetId: string, visibility: SheetInfo['visibility'], source: ChangeSource): void {
    const { index, key, state } = this.place(sheetId);
    const othersVisible = this.places().some((place) => place.key !== key && place.state === 'visible');
    if (visibility !== 'Visible' && !othersVisible) {
      throw new BookError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    this.#core.step(() => {
      const hidden = state !== 'visible';
      if (hidden && visibility === 'Visible') this.#core.change((model) => model.unhideSheet(index));
      if (!hidden && visibility !== 'Visible') this.#core.change((model) => model.hideSheet(index));
      if (visibility === 'VeryHidden') this.#core.veryHiddenSheets.add(key);
      else this.#core.veryHiddenSheets.delete(key);
      this.#core.emit({ kind: 'sheets', source });
    });
  }

  activeId(): string {
    return sheetIdOf(this.keyOf(this.#core.model.getSelectedSheet()));
  }

  /** Runs work while the sheet is the selected one, because some of IronCalc's calls act on the selection only. */
  withSelection<T>(index: number, area: Area, work: () => T): T {
    const { model } = this.#core;
    const before = model.getSelectedSheet();
    model.setSelectedSheet(index);
    const view = model.getSelectedView();
    try {
      selectRange(model, area);
      return work();
    } finally {
      model.setSelectedCell(view.row, view.column);
      model.setSelectedRange(...view.range);
      model.setTopLeftVisibleCell(view.top_row, view.left_column);
      model.setSelectedSheet(before);
    }
  }

  /** Runs work of IronCalc's that selects something by the way, and selects again what was selected. */
  keepingSelection<T>(work: () => T): T {
    const { model } = this.#core;
    const key = this.keyOf(model.getSelectedSheet());
    const view = model.getSelectedView();
    const result = work();
    const index = this.places().findIndex((place) => place.key === key);
    if (index < 0) return result;
    model.setSelectedSheet(index);
    model.setSelectedCell(view.row, view.column);
    model.setSelectedRange(...view.range);
    model.setTopLeftVisibleCell(view.top_row, view.left_column);
    return result;
  }

  #info(place: SheetPlace): SheetInfo {
    const hidden = this.#core.veryHiddenSheets.has(place.key) ? 'VeryHidden' : 'Hidden';
    return {
      id: sheetIdOf(place.key),
      name: place.name,
      visibility: place.state === 'visible' ? 'Visible' : hidden,
      protected: this.#core.protectedSheets.has(place.key),
    };
  }

  #assertFreeName(name: string, exceptId?: string): void {
    const wanted = name.toLowerCase();
    const taken = this.list().some((sheet) => sheet.id !== exceptId && sheet.name.toLowerCase() === wanted);
    if (taken)
      throw new BookError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    if (name === '' || name.length > 31 || /[\\/?*:[\]]/.test(name) || /^'|'$/.test(name)) {
      throw new BookError('InvalidArgument', `The sheet name ${JSON.stringify(name)} is not valid.`);
    }
  }
}

/** Selects an area of the selected sheet in IronCalc, its first cell active. */
export function selectRange(model: Core['model'], area: Area): void {
  model.setSelectedCell(area.row + 1, area.column + 1);
  model.setSelectedRange(area.row + 1, area.column + 1, area.row + area.rows, area.column + area.columns);
}
