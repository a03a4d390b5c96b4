import { assertInGrid, intersect } from './a1.ts';
import {
  BookError,
  type Area,
  type ChangeSource,
  type ConditionalFormatInfo,
  type ConditionalFormats,
  type ConditionalLook,
} from './book.ts';
import { cutRules, EMPTY_LOOK, lookOf } from './conditional-rules.ts';
import { ConditionalTruth } from './conditional-truth.ts';
import type { Core } from './core.ts';
import type { EngineModel } from './engine.ts';
import { sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';

type Rules = readonly ConditionalFormatInfo[];

/** Rules of at most so many rows are found by row; a sheet can have thousands that mark one cell each. */
const MOST_INDEXED_ROWS = 64;

/**
 * Conditional formats by formula, kept beside IronCalc: its own are lost in the style of every cell that is read, and
 * do not come back when a deletion of rows is undone.
 */
export class ConditionalFormatting implements ConditionalFormats {
  readonly #core: Core;
  readonly #sheets: Sheets;
  readonly #truth: ConditionalTruth;
  readonly #indexes = new WeakMap<Rules, RuleIndex>();
  #parser: EngineModel | null = null;
  #lastId = 0;

  constructor(core: Core, sheets: Sheets) {
    this.#core = core;
    this.#sheets = sheets;
    this.#truth = new ConditionalTruth(core);
  }

  list(sheetId: string): Rules {
    return this.#rules(this.#sheets.place(sheetId));
  }

  add(sheetId: string, areas: readonly Area[], source: ChangeSource): ConditionalFormatInfo {
    const place = this.#sheets.place(sheetId);
    const rule = this.#newRule({ areas, formula: null, stopIfTrue: false, look: EMPTY_LOOK });
    this.#set(place, [rule, ...this.#rules(place)], source);
    return rule;
  }

  /** As they were saved, the first one winning. What is no formula is left out. */
  restore(place: SheetPlace, rules: readonly Omit<ConditionalFormatInfo, 'id'>[]): void {
    const readable = rules.filter(({ formula }) => formula !== null && this.#isFormula(formula));
    if (readable.length > 0)
      this.#set(
        place,
        readable.map((rule) => this.#newRule(rule)),
        'addin',
      );
  }

  change(
    sheetId: string,
    id: string,
    change: { formula?: string; stopIfTrue?: boolean; look?: Partial<ConditionalLook>; priority?: number },
    source: ChangeSource,
  ): void {
    const place = this.#sheets.place(sheetId);
    const rules = this.#rules(place);
    const rule = found(rules, id);
    const { formula, look, priority, ...rest } = change;
    const changed: ConditionalFormatInfo = {
      ...rule,
      ...rest,
      look: { ...rule.look, ...look },
      formula: formula === undefined ? rule.formula : this.#checked(formula),
    };
    if (priority === undefined) {
      this.#set(
        place,
        rules.map((other) => (other === rule ? changed : other)),
        source,
      );
      return;
    }
    const others = rules.filter((other) => other !== rule);
    this.#set(place, [...others.slice(0, priority), changed, ...others.slice(priority)], source);
  }

  delete(sheetId: string, id: string, source: ChangeSource): void {
    const place = this.#sheets.place(sheetId);
    const rule = found(this.#rules(place), id);
    this.#set(
      place,
      this.#rules(place).filter((other) => other !== rule),
      source,
    );
  }

  clear(sheetId: string, areas: readonly Area[], source: ChangeSource): void {
    const place = this.#sheets.place(sheetId);
    const before = this.#rules(place);
    const after = cutRules(this.#core.engine, before, areas);
    if (after !== before) this.#set(place, after, source);
  }

  /** How the rules that hold for a cell change its look, or null where none does. Rows and columns count from 0. */
  lookAt(place: SheetPlace, row: number, column: number): ConditionalLook | null {
    const rules = this.#rules(place);
    if (rules.length === 0) return null;
    const index = this.#indexes.get(rules) ?? new RuleIndex(rules);
    this.#indexes.set(rules, index);
    const near = index.at(row, column);
    if (near.length === 0) return null;
    return lookOf(near, (rule) => this.#truth.holds(place, rule, row, column));
  }

  #rules(place: SheetPlace): Rules {
    return this.#core.sheetState(place.key).conditionalFormats;
  }

  #set(place: SheetPlace, conditionalFormats: Rules, source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.#core.setSheetState(place.key, { conditionalFormats });
      this.#core.emit({ kind: 'conditionalFormats', sheetId: sheetIdOf(place.key), source });
    });
  }

  #newRule(rule: Omit<ConditionalFormatInfo, 'id'>): ConditionalFormatInfo {
    if (rule.areas.length === 0)
      throw new BookError('InvalidArgument', 'A conditional format needs a range.');
    rule.areas.forEach(assertInGrid);
    this.#lastId += 1;
    const number = this.#lastId.toString(16).padStart(12, '0').toUpperCase();
    return {
      ...rule,
      areas: rule.areas.map((area) => ({ ...area })),
      id: `{00000000-000E-0000-0000-${number}}`,
    };
  }

  /** Always with its equals sign. */
  #checked(formula: string): string {
    const text = formula.trim().startsWith('=') ? formula.trim() : `=${formula.trim()}`;
    if (!this.#isFormula(text))
      throw new BookError('InvalidArgument', `${JSON.stringify(formula)} is not a formula.`);
    return text;
  }

  /** IronCalc parses the formula of a conditional format of its own, in a model that nobody sees. */
  #isFormula(formula: string): boolean {
    if (formula === '=') return false;
    this.#parser ??= this.#core.engine.createModel('formulas');
    try {
      this.#parser.addConditionalFormatting(0, 'A1', {
        type: 'Formula',
        formula,
        format: {},
        stop_if_true: false,
      });
      this.#parser.deleteConditionalFormatting(0, 0);
      this.#parser.flushSendQueue();
      return true;
    } catch {
      // IronCalc has no other answer than an error for a formula that it cannot parse.
      return false;
    }
  }
}

function found(rules: Rules, id: string): ConditionalFormatInfo {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
  return rule;
}

interface IndexedArea {
  position: number;
  rule: ConditionalFormatInfo;
  area: Area;
}

/** Finds the rules of a cell, in their order. */
class RuleIndex {
  readonly #tall: IndexedArea[] = [];
  readonly #byRow = new Map<number, IndexedArea[]>();

  constructor(rules: Rules) {
    rules.forEach((rule, position) => {
      for (const area of rule.areas) {
        if (area.rows > MOST_INDEXED_ROWS) this.#tall.push({ position, rule, area });
        else this.#addRows({ position, rule, area });
      }
    });
  }

  at(row: number, column: number): Rules {
    const cell = { row, column, rows: 1, columns: 1 };
    return [...this.#tall, ...(this.#byRow.get(row) ?? [])]
      .filter(({ area }) => intersect(area, cell))
      .toSorted((first, second) => first.position - second.position)
      .map(({ rule }) => rule);
  }

  #addRows(indexed: IndexedArea): void {
    const { row, rows } = indexed.area;
    for (let each = row; each < row + rows; each += 1) {
      const there = this.#byRow.get(each);
      if (there) there.push(indexed);
      else this.#byRow.set(each, [indexed]);
    }
  }
}
