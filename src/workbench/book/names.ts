import { BookError, type DefinedName } from './book.ts';
import type { Core } from './core.ts';
import { sheetIdOf, type Sheets } from './sheets.ts';
import type { SheetState } from './state.ts';

/** Defined names, which are IronCalc's own. */
export class Names {
  readonly #core: Core;
  readonly #sheets: Sheets;

  constructor(core: Core, sheets: Sheets) {
    this.#core = core;
    this.#sheets = sheets;
  }

  list(): DefinedName[] {
    const places = this.#sheets.places();
    const kept = this.#core.model.getDefinedNameList();
    const lost = this.#lost().map(({ name, scope }) => ({ name, scope, formula: '#REF!' }));
    return [...kept, ...lost].map(({ name, scope, formula }) => {
      const place = scope === undefined ? undefined : places[scope];
      const defined = { name, formula: formula.startsWith('=') ? formula : `=${formula}` };
      return place ? { ...defined, sheetId: sheetIdOf(place.key) } : defined;
    });
  }

  add(name: string, formula: string, sheetId?: string): DefinedName {
    if (this.#find(name, sheetId)) {
      throw new BookError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    const scope = this.#scope(sheetId);
    this.#core.step(() =>
      this.#core.change((model) => model.newDefinedName(name, scope, formula.replace(/^=/, ''))),
    );
    const added = this.#find(name, sheetId);
    if (!added) throw new BookError('InvalidArgument', `The name ${JSON.stringify(name)} is not valid.`);
    return added;
  }

  delete(name: string, sheetId?: string): void {
    const known = this.#find(name, sheetId);
    if (!known) throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
    const scope = this.#scope(sheetId);
    this.#core.step(() => {
      if (known.formula === '=#REF!') this.#forget(known.name);
      else this.#core.change((model) => model.deleteDefinedName(known.name, scope));
    });
  }

  #lost(): SheetState['lostNames'] {
    return [...this.#core.states().values()].flatMap(({ lostNames }) => lostNames);
  }

  #forget(name: string): void {
    for (const [key, { lostNames }] of this.#core.states()) {
      const rest = lostNames.filter((lost) => lost.name !== name);
      if (rest.length < lostNames.length) this.#core.setSheetState(key, { lostNames: rest });
    }
  }

  #find(name: string, sheetId: string | undefined): DefinedName | undefined {
    const wanted = name.toLowerCase();
    return this.list().find((other) => other.name.toLowerCase() === wanted && other.sheetId === sheetId);
  }

  #scope(sheetId: string | undefined): number | null {
    return sheetId === undefined ? null : this.#sheets.place(sheetId).index;
  }
}
