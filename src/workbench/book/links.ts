import { contains, intersect } from './a1.ts';
import type { Area, ChangeSource } from './book.ts';
import type { Core } from './core.ts';
import { sheetIdOf, type SheetPlace } from './sheets.ts';
import type { Writing } from './writing.ts';

export interface Hyperlink {
  address: string;
  textToDisplay?: string;
  screenTip?: string;
}

/** Hyperlinks of cells, which IronCalc does not have. */
export class Links {
  readonly #core: Core;
  readonly #writing: Writing;

  constructor(core: Core, writing: Writing) {
    this.#core = core;
    this.#writing = writing;
  }

  /** Of the area's first cell. */
  get(place: SheetPlace, area: Area): Hyperlink | null {
    const { links } = this.#core.sheetState(place.key);
    const link = links.findLast((candidate) => contains(candidate.area, { ...area, rows: 1, columns: 1 }));
    if (!link) return null;
    const { area: _, ...hyperlink } = link;
    return hyperlink;
  }

  set(place: SheetPlace, area: Area, link: Hyperlink | null, source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const others = this.#core.sheetState(place.key).links.filter((other) => !intersect(other.area, area));
      this.#core.setSheetState(place.key, { links: link ? [...others, { area, ...link }] : others });
      if (link?.textToDisplay !== undefined) {
        const first = { ...area, rows: 1, columns: 1 };
        this.#writing.write(place, first, [[`'${link.textToDisplay}`]], source);
      }
      this.#core.emit({ kind: 'formats', sheetId: sheetIdOf(place.key), area, source });
    });
  }
}
