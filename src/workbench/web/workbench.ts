import { BookError, type BookChange } from '../book/book.ts';
import type { Engine } from '../book/engine.ts';
import type { GridModel } from '../book/grid-model.ts';
import type { WorkbenchBook } from '../book/ironcalc-book.ts';
import { AUTO_SHOW, sideloaded } from '../book/web-extension.ts';
import { mountPane, type PaneHandle } from '../office/xdm-host.ts';
import type { PaneCommand, WorkbenchConfig } from './config.ts';
import { leavePane } from './leave-pane.ts';
import { openWorkbook } from './workbook-files.ts';

/** A workbook that is open, and what its grid is given of it. */
export interface OpenWorkbook {
  book: WorkbenchBook;
  model: GridModel;
}

/** What the page shows. A new object after every change, so that React sees it. */
export interface WorkbenchState {
  workbook: OpenWorkbook | null;
  /** How many workbooks were opened so far: each has a grid of its own. */
  openCount: number;
  paneIsOpen: boolean;
  /** The same workbook in another window, which only a test asks for: shown as a further column of this page. */
  secondPaneIsOpen: boolean;
  /** The page that the pane shows: the one of the button that was pressed last. */
  paneUrl: string;
  /** What was refused or went wrong last, until something succeeds or a person closes it. */
  message: string | null;
}

/** What only the drawn grid can do. */
export interface GridHandle {
  redraw(): void;
  /** Scrolls to the active cell if it is out of sight; takes a redraw to be seen. */
  reveal(): void;
  focus(): void;
}

/** The page without its looks: the open workbook, the pane beside it, and what the page's parts hear of both. */
export class Workbench {
  #state: WorkbenchState = {
    workbook: null,
    openCount: 0,
    paneIsOpen: true,
    secondPaneIsOpen: false,
    paneUrl: '',
    message: null,
  };
  readonly #listeners = new Set<() => void>();
  #engine: Engine | null = null;
  #config: WorkbenchConfig | null = null;
  #grid: GridHandle | null = null;
  #gridDrawn = Promise.withResolvers<void>();
  #pane: PaneHandle | null = null;
  #paneLoaded = Promise.withResolvers<void>();
  #secondPane: PaneHandle | null = null;
  #secondPaneLoaded = Promise.withResolvers<void>();
  #latencyMs = 0;
  #frameRequest: number | null = null;
  #shouldReveal = false;
  #typing = false;
  #heldInEditing = false;
  #stopListening: () => void = () => undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): WorkbenchState => this.#state;

  /** Opens the configured workbook. Resolves when grid and pane are there; rejects when there is nothing to open. */
  async start(engine: Engine, config: WorkbenchConfig): Promise<void> {
    this.#engine = engine;
    this.#config = config;
    this.#latencyMs = config.latencyMs;
    this.#state = { ...this.#state, paneUrl: config.paneUrl };
    await this.open(config.workbookUrl ?? '', config.workbookName);
  }

  async open(source: string | Uint8Array, name: string): Promise<void> {
    if (!this.#engine) throw new Error('The workbench has not started yet.');
    const book = await openWorkbook(this.#engine, source, name);
    if (this.#config?.addIn) book.webExtension ??= sideloaded(this.#config.addIn);
    // As Excel does, with the page of the first button.
    const opensPane = book.settings.get(AUTO_SHOW) === true && !this.#state.paneIsOpen;
    const pane = opensPane ? { paneIsOpen: true, paneUrl: this.#config?.paneUrl ?? '' } : {};
    this.#stopListening();
    this.#gridDrawn = Promise.withResolvers();
    this.#paneLoaded = Promise.withResolvers();
    this.#stopListening = book.onChange((change) => this.#onChange(change));
    const model = book.gridModel({ onRefused: (error) => this.say(error.message) });
    this.#typing = false;
    this.#set({ ...pane, workbook: { book, model }, openCount: this.#state.openCount + 1, message: null });
    await this.#gridDrawn.promise;
    if (this.#state.paneIsOpen) await this.#paneLoaded.promise;
  }

  /** Throws before the first workbook is open. */
  book(): WorkbenchBook {
    if (!this.#state.workbook) throw new Error('No workbook is open yet.');
    return this.#state.workbook.book;
  }

  /** What the grid does with the book. Throws before the first workbook is open. */
  model(): GridModel {
    if (!this.#state.workbook) throw new Error('No workbook is open yet.');
    return this.#state.workbook.model;
  }

  /** Does what a person ordered; a refusal goes to the message bar, and the keyboard back to the grid. */
  run(order: (book: WorkbenchBook) => void): void {
    try {
      order(this.book());
      this.say(null);
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
      this.say(error.message);
    }
    this.focusGrid();
    this.refresh();
  }

  /** The same for what takes a while and may fail for reasons outside the workbook. */
  async runLong(order: () => Promise<void>): Promise<void> {
    try {
      await order();
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error));
    }
  }

  say(message: string | null): void {
    if (message !== this.#state.message) this.#set({ message });
  }

  /** Draws the page anew with the next frame, however often it is called before. */
  refresh(): void {
    this.#frameRequest ??= requestAnimationFrame(() => {
      this.#frameRequest = null;
      if (this.#shouldReveal) this.#grid?.reveal();
      this.#shouldReveal = false;
      this.#grid?.redraw();
      this.#set({});
    });
  }

  /** The active cell was chosen from outside the grid: the next frame shows it. */
  revealSelection(): void {
    this.#shouldReveal = true;
    this.refresh();
  }

  attachGrid(grid: GridHandle): () => void {
    this.#grid = grid;
    requestAnimationFrame(() => this.#gridDrawn.resolve());
    return () => {
      if (this.#grid === grid) this.#grid = null;
    };
  }

  focusGrid(): void {
    this.#grid?.focus();
  }

  /** Loads the add-in into the container, beside the open workbook. The answer unloads it. */
  attachPane(container: HTMLElement): () => void {
    if (!this.#config) throw new Error('The workbench has not started yet.');
    const pane = this.#mountIn(container);
    const loaded = this.#paneLoaded;
    pane.frame.addEventListener('load', () => loaded.resolve(), { once: true });
    this.#pane = pane;
    return () => {
      if (this.#pane === pane) this.#pane = null;
      pane.dispose();
    };
  }

  #mountIn(container: HTMLElement): PaneHandle {
    return mountPane({
      ...{ container, paneUrl: this.#state.paneUrl, book: this.book(), latencyMs: this.#latencyMs },
      language: languageFromAddress(),
      onExit: leavePane(container, () => this.focusGrid()),
    });
  }

  /** A pane with a connection of its own to the open workbook, as that of another window. The answer unloads it. */
  attachSecondPane(container: HTMLElement): () => void {
    const pane = this.#mountIn(container);
    pane.frame.addEventListener('load', () => this.#secondPaneLoaded.resolve(), { once: true });
    this.#secondPane = pane;
    return () => {
      if (this.#secondPane === pane) this.#secondPane = null;
      pane.dispose();
    };
  }

  async openSecondPane(): Promise<void> {
    this.#set({ secondPaneIsOpen: true });
    await this.#secondPaneLoaded.promise;
  }

  pane(): PaneHandle | null {
    return this.#pane;
  }

  /** The buttons that the add-in has in the ribbon. */
  commands(): readonly PaneCommand[] {
    return this.#config?.commands ?? [];
  }

  /** All buttons share one pane: one that is open shows the page of the button, unless it shows it already. */
  showPane(page: string): void {
    this.#set({ paneIsOpen: true, paneUrl: page });
  }

  closePane(): void {
    this.#set({ paneIsOpen: false });
  }

  setLatency(latencyMs: number): void {
    this.#latencyMs = latencyMs;
    this.#pane?.setLatency(latencyMs);
    this.#secondPane?.setLatency(latencyMs);
  }

  /** A cell editor of the grid has the keyboard, or no longer. */
  setTyping(typing: boolean): void {
    this.#typing = typing;
    this.#tellEditing();
  }

  /** As if a person were typing in a cell and did not come to an end. */
  holdInEditing(held: boolean): void {
    this.#heldInEditing = held;
    this.#tellEditing();
  }

  #tellEditing(): void {
    this.#state.workbook?.book.setEditing(this.#typing || this.#heldInEditing);
  }

  /** The grid draws by itself what a person selects in it; anything else may come from elsewhere. */
  #onChange(change: BookChange): void {
    if (change.kind !== 'selection') this.refresh();
    else if (change.source === 'addin') this.revealSelection();
    else this.#set({});
  }

  #set(change: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** `?language=de-DE` in the address: Excel's own language, in which the pane speaks. */
function languageFromAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get('language') ?? undefined;
}
