import { BookError, type Area, type BookChange, type TrackedArea } from './book.ts';
import { shiftFormulasOnly, shiftRules } from './conditional-rules.ts';
import type { Engine, EngineModel } from './engine.ts';
import { countQueued } from './engine-queue.ts';
import { shiftReferences } from './formula-references.ts';
import { shiftArea, type Shift } from './shift.ts';
import { EMPTY_SHEET, isCovered, shiftState, type BookState, type SheetState } from './state.ts';
import { joined, shiftedArea, type Step } from './steps.ts';
import { redone, undone } from './undone-change.ts';

const READ_ONLY = "You can't perform the requested operation: the workbook is read-only.";
const ACCESS_DENIED =
  "You can't perform the requested operation: the sheet is protected and the cell is locked. Unprotect the sheet first.";

/**
 * One workbook: IronCalc's model, what we keep beside it, and the history that binds the two, so that an undo takes
 * back a sort, a table or a merge as one step. Every change to either goes through `step`.
 *
 * IronCalc's evaluation stays paused; `fresh` evaluates once before the next read, however many writes came before.
 */
export class Core {
  readonly engine: Engine;
  readonly model: EngineModel;
  /** Counts changes of cells, so that caches know when they are stale. */
  version = 0;
  /** The 1904 date system: IronCalc knows the 1900 system only. */
  date1904 = false;
  /** A file that may be looked at only. */
  readOnly = false;
  readonly protectedSheets = new Set<number>();
  readonly veryHiddenSheets = new Set<number>();
  #state: BookState = new Map();
  #dirty = false;
  #hasFormulas = false;
  #open: Step | null = null;
  #undoStack: Step[] = [];
  #redoStack: Step[] = [];
  readonly #tracked = new Set<TrackedArea>();
  readonly #listeners = new Set<(change: BookChange) => void>();
  #quiet = 0;
  #grouping = false;
  #waiting: BookChange[] = [];

  constructor(engine: Engine, name: string) {
    this.engine = engine;
    this.model = engine.createModel(name);
    this.model.pauseEvaluation();
  }

  /** The model with every formula computed. */
  fresh(): EngineModel {
    // Computing visits every cell, also where there is nothing to compute.
    if (this.#dirty && this.#hasFormulas) {
      this.model.evaluate();
      this.#dirty = false;
    }
    return this.model;
  }

  /** Whether any cell was ever given a formula: in a book without, no write changes another cell, and nothing spills. */
  get hasFormulas(): boolean {
    return this.#hasFormulas;
  }

  /** Call it before whatever may give a cell its first formula. */
  expectFormulas(): void {
    this.#hasFormulas = true;
  }

  /**
   * Runs changes as one undo step. If `work` throws, everything it did is taken back and the error goes on. A step
   * inside a step becomes part of it.
   */
  step<T>(work: () => T): T {
    if (this.#open) return work();
    const step: Step = {
      engineSteps: 0,
      before: this.#state,
      after: this.#state,
      shifts: [],
      trackedBefore: new Map(),
      trackedAfter: new Map(),
      changes: [],
    };
    this.#open = step;
    try {
      const result = work();
      this.#open = null;
      this.#commit(step);
      return result;
    } catch (error) {
      this.#open = null;
      this.#rollBack(step);
      throw error;
    }
  }

  /** One call that changes the model, inside a step. What IronCalc refuses becomes `InvalidArgument`. */
  change<T>(call: (model: EngineModel) => T): T {
    try {
      return this.restyle(call);
    } finally {
      this.version += 1;
      this.#dirty = true;
    }
  }

  /** As `change`, for what leaves the contents of all cells as they are: no value has to be found out anew. */
  restyle<T>(call: (model: EngineModel) => T): T {
    const step = this.#openStep();
    this.assertWritable();
    try {
      return call(this.model);
    } catch (error) {
      throw error instanceof BookError ? error : new BookError('InvalidArgument', engineMessage(error));
    } finally {
      step.engineSteps += countQueued(this.model.flushSendQueue());
    }
  }

  sheetState(sheet: number): SheetState {
    return this.#state.get(sheet) ?? EMPTY_SHEET;
  }

  /** Inside a step: replaces what we keep of a sheet; null forgets it with its sheet. */
  setSheetState(sheet: number, change: Partial<SheetState> | null): void {
    this.#openStep();
    this.assertWritable();
    const next = new Map(this.#state);
    if (change) next.set(sheet, { ...this.sheetState(sheet), ...change });
    else next.delete(sheet);
    this.#state = next;
  }

  /** All the sheets that something is kept of. */
  states(): BookState {
    return this.#state;
  }

  /** Inside a step: moves everything that stands on cells after rows or columns were inserted or deleted. */
  shift(sheet: number, sheetId: string, shift: Shift): void {
    const step = this.#openStep();
    for (const tracked of this.#tracked) {
      if (!step.trackedBefore.has(tracked)) step.trackedBefore.set(tracked, tracked.area);
      if (tracked.sheetId === sheetId && tracked.area) tracked.area = shiftArea(tracked.area, shift);
    }
    step.shifts.push({ sheetId, shift });
    this.setSheetState(sheet, shiftState(this.sheetState(sheet), shift));
    const name = this.model.getWorksheetsProperties().find(({ sheet_id }) => sheet_id === sheet)?.name ?? '';
    this.#shiftRules(sheet, name, shift);
    this.#shiftNames(sheet, name, shift);
  }

  /** IronCalc leaves defined names where they were, and holds none whose cells are gone: those are kept here. */
  #shiftNames(shifted: number, sheetName: string, shift: Shift): void {
    for (const { name, scope, formula } of this.model.getDefinedNameList()) {
      const options = { shiftedSheet: sheetName, own: false };
      const moved = shiftReferences(this.engine, `=${formula}`, shift, options).slice(1);
      if (moved === formula) continue;
      if (!moved.includes('#REF!')) {
        this.change((model) => model.updateDefinedName(name, scope, name, scope, moved));
        continue;
      }
      this.change((model) => model.deleteDefinedName(name, scope));
      const { lostNames } = this.sheetState(shifted);
      this.setSheetState(shifted, { lostNames: [...lostNames, { name, scope }] });
    }
  }

  #shiftRules(shifted: number, name: string, shift: Shift): void {
    for (const [sheet, { conditionalFormats: rules }] of this.#state) {
      if (rules.length === 0) continue;
      const conditionalFormats =
        sheet === shifted
          ? shiftRules(this.engine, rules, name, shift)
          : shiftFormulasOnly(this.engine, rules, name, shift);
      this.setSheetState(sheet, { conditionalFormats });
    }
  }

  /** Inside a step: puts tracked areas elsewhere, for cells that were moved. */
  moveTracked(sheetId: string, move: (area: Area) => Area): void {
    const step = this.#openStep();
    for (const tracked of this.#tracked) {
      if (!step.trackedBefore.has(tracked)) step.trackedBefore.set(tracked, tracked.area);
      if (tracked.sheetId === sheetId && tracked.area) tracked.area = move(tracked.area);
    }
  }

  track(sheetId: string, area: Area): TrackedArea {
    const tracked = { sheetId, area: { ...area } };
    this.#tracked.add(tracked);
    return tracked;
  }

  untrack(tracked: TrackedArea): void {
    this.#tracked.delete(tracked);
  }

  /** Throws `AccessDenied` while the workbook is read-only. */
  assertWritable(): void {
    if (this.readOnly) throw new BookError('AccessDenied', READ_ONLY);
  }

  /** Throws `AccessDenied` when the sheet is protected and one of the areas has a locked cell. */
  assertUnlocked(sheet: number, areas: readonly Area[]): void {
    if (!this.protectedSheets.has(sheet)) return;
    const { unlocked } = this.sheetState(sheet);
    if (!areas.every((area) => isCovered(area, unlocked))) throw new BookError('AccessDenied', ACCESS_DENIED);
  }

  /** Throws `AccessDenied` on a protected sheet, whatever is locked: for changes of its structure. */
  assertUnprotected(sheet: number): void {
    if (this.protectedSheets.has(sheet)) throw new BookError('AccessDenied', ACCESS_DENIED);
  }

  /** Tells the listeners, after the step or the quiet work in which it happened. */
  emit(change: BookChange): void {
    if (this.#open) this.#open.changes.push(change);
    else if (this.#quiet > 0) this.#waiting.push(change);
    else for (const listener of [...this.#listeners]) listener(change);
  }

  onChange(listener: (change: BookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  quietly<T>(work: () => T): T {
    this.#quiet += 1;
    try {
      return work();
    } finally {
      this.#quiet -= 1;
      if (this.#quiet === 0) for (const change of this.#waiting.splice(0)) this.emit(change);
    }
  }

  /**
   * Makes one step of all the steps that `work` runs. They commit one by one, so that one which fails is rolled back
   * alone; those before it stay, also when `work` throws.
   */
  asOneUndo<T>(work: () => T): T {
    if (this.#open || this.#grouping) return work();
    const first = this.#undoStack.length;
    this.#grouping = true;
    try {
      return work();
    } finally {
      this.#grouping = false;
      const steps = this.#undoStack.splice(first);
      if (steps.length > 0) this.#undoStack.push(steps.reduce(joined));
    }
  }

  canUndo(): boolean {
    return this.#undoStack.length > 0;
  }

  canRedo(): boolean {
    return this.#redoStack.length > 0;
  }

  undo(sheetOf: (sheetId: string) => number | undefined): void {
    const step = this.#undoStack.at(-1);
    if (!step) return;
    this.#assertMayReplay(step, sheetOf);
    this.#undoStack.pop();
    this.#replay(step, step.before, step.trackedBefore, true);
    this.#redoStack.push(step);
    for (const change of step.changes.toReversed()) this.emit(undone(change));
  }

  redo(sheetOf: (sheetId: string) => number | undefined): void {
    const step = this.#redoStack.at(-1);
    if (!step) return;
    this.#assertMayReplay(step, sheetOf);
    this.#redoStack.pop();
    this.#replay(step, step.after, step.trackedAfter, false);
    this.#undoStack.push(step);
    for (const change of step.changes) this.emit(redone(change));
  }

  /** What was done so far cannot be undone any more: a workbook that was just loaded starts here. */
  forgetHistory(): void {
    this.#undoStack = [];
    this.#redoStack = [];
  }

  #assertMayReplay(step: Step, sheetOf: (sheetId: string) => number | undefined): void {
    this.assertWritable();
    for (const change of step.changes) {
      const sheet = 'sheetId' in change ? sheetOf(change.sheetId) : undefined;
      if (sheet !== undefined) this.assertUnprotected(sheet);
    }
  }

  #replay(step: Step, state: BookState, tracked: Map<TrackedArea, Area | null>, backwards: boolean): void {
    const shifts = backwards ? step.shifts.toReversed() : step.shifts;
    for (let count = 0; count < step.engineSteps; count += 1) {
      if (backwards) this.model.undo();
      else this.model.redo();
    }
    this.model.flushSendQueue();
    for (const area of this.#tracked) {
      if (tracked.has(area)) area.area = tracked.get(area) ?? null;
      else area.area = shiftedArea(area, shifts, backwards);
    }
    this.#state = state;
    this.version += 1;
    this.#dirty = true;
  }

  #commit(step: Step): void {
    step.after = this.#state;
    for (const tracked of step.trackedBefore.keys()) step.trackedAfter.set(tracked, tracked.area);
    if (step.engineSteps > 0 || step.after !== step.before) {
      this.#undoStack.push(step);
      this.#redoStack = [];
    }
    for (const change of step.changes) this.emit(change);
  }

  #rollBack(step: Step): void {
    if (step.engineSteps > 0) this.#redoStack = [];
    this.#replay(step, step.before, step.trackedBefore, true);
  }

  #openStep(): Step {
    if (!this.#open) throw new Error('A change of the workbook outside a step.');
    return this.#open;
  }
}

function engineMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
