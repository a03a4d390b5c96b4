/**
 * A desk without Excel and without a proxy: a sheet in memory and a ledger that remembers contents. What is tested with
 * it is the order in which the pane does things; the doors themselves have tests of their own.
 */
import { ProxyError, type LinkRequest, type ProxyClient } from '../../src/taskpane/api.ts';
import type { Desk, ExcelDoor } from '../../src/taskpane/desk.ts';
import type { PaneStorage } from '../../src/taskpane/storage.ts';
import {
  findResultColumns,
  formKindOf,
  resultColumnsOf,
  resultsOf,
  type CellPosition,
  type CellValue,
  type CheckSettings,
  type SheetTable,
  type TableCandidate,
  type TableReference,
  type WriteBackPlan,
  type WriteBackReport,
} from '../../src/domain/index.ts';
import type {
  Accepted,
  AlikeDistribution,
  CheckedEntity,
  DistributionId,
  EntityId,
  DistributionRequest,
  HistoryFilter,
  HistoryLine,
  Limits,
  ModeLock,
  Outcome,
  PayeeCheckRequest,
  PaymentId,
  Role,
  SealedEntry,
  SignInMethods,
  StagedContent,
  StageRequest,
} from '../../src/contract/index.ts';
import { returned } from '../support/builders.ts';
import { RegistrationsInMemory } from './registrations-in-memory.ts';
import {
  SheetChangedError,
  type CellCorrection,
  type CellMark,
  type SelectionPeek,
  type WorkbookNova,
} from '../../src/excel/index.ts';

export function memoryStorage(): PaneStorage {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}

/** A sheet that a test can change between any two calls. */
export class SheetInMemory implements ExcelDoor {
  table: SheetTable;
  activeValue: string | number = '';
  selected: string[] = [];
  opened: string[] = [];
  candidates: TableCandidate[] = [];
  settings: CheckSettings | null = null;
  /** What the tie-out cell holds now. */
  cellValue: CellValue | null = '';
  /** The marks in the sheet, as `row,column severity`; null when none were ever set or removed. */
  marks: string[] | null = null;
  /** One list per call: each is one undo step. */
  corrected: string[][] = [];
  /** In how many undo steps corrections are written. */
  undoSteps = 1;
  /** Told of every change that a person makes; null while nobody watches. */
  onChange: (() => void) | null = null;
  /** Thrown by the next calls of a door, one each. */
  failures: Partial<Record<keyof ExcelDoor, Error[]>> = {};
  /** Called before each write, as if a person changed the sheet just then. */
  beforeWrite: (() => void) | null = null;

  constructor(table: SheetTable) {
    this.table = table;
  }

  peek: SelectionPeek = { at: 'cells' };
  lastTable: string | null = null;
  onSelect: (() => void) | null = null;
  /** The tie-out cell that the workbook remembers. */
  tieOutCell: string | null = null;
  loadTieOutCell = async () => this.tieOutCell;
  saveTieOutCell = async (_reference: TableReference, address: string | null) => {
    this.failIfTold('saveTieOutCell');
    this.tieOutCell = address;
  };
  peekSelection = async () => {
    this.failIfTold('peekSelection');
    return this.peek;
  };
  watchSelection = async (onChange: () => void) => {
    this.onSelect = onChange;
    return async () => void (this.onSelect = null);
  };
  loadLastTable = async () => this.lastTable;
  saveLastTable = async (_place: string, { tableId }: TableReference) => void (this.lastTable = tableId);
  readSelectedTable = async () => this.copy('readSelectedTable');
  rereadTable = async () => ({ ...this.copy('rereadTable'), selectedRows: null });
  listCandidates = async () => {
    this.failIfTold('listCandidates');
    return this.candidates;
  };
  readCandidate = async () => this.copy('readCandidate');
  readCell = async () => this.cellValue;
  loadCheckSettings = async () => this.settings;
  saveCheckSettings = async (settings: CheckSettings) => void (this.settings = settings);
  loadMappingFor = async () => null;
  saveMappingFor = async () => undefined;
  loadMapping = async () => null;
  saveMapping = async () => undefined;
  readActiveCellNumber = async () => ({ value: this.activeValue, address: 'Payouts!A1' });
  opensWithWorkbook = false;
  loadOpensWithWorkbook = async () => this.opensWithWorkbook;
  saveOpensWithWorkbook = async (opens: boolean) => void (this.opensWithWorkbook = opens);
  nova: WorkbookNova | null = null;
  loadWorkbookNova = async () => this.nova;
  saveWorkbookNova = async (nova: WorkbookNova | null) => {
    this.failIfTold('saveWorkbookNova');
    this.nova = nova;
  };
  /** As the file is called now, and as it was called when something was sent from it. */
  workbookName = 'payouts.xlsx';
  workbookNames: string[] = [];
  loadWorkbookNames = async () => {
    this.failIfTold('loadWorkbookNames');
    return [...new Set([this.workbookName, ...this.workbookNames])];
  };
  rememberWorkbookName = async () => void this.workbookNames.push(this.workbookName);
  /** The lines of each results sheet that was made. */
  resultsSheets: string[][][] = [];
  writeResultsSheet = async (lines: readonly (readonly string[])[]) => {
    this.failIfTold('writeResultsSheet');
    this.resultsSheets.push(lines.map((line) => [...line]));
    const expected = lines.length - 1;
    return { sheetName: 'Nova results', verified: expected, expected };
  };
  openUrl = (url: string) => void this.opened.push(url);

  selectCell = async (
    _sheetId: string,
    { rowIndex, columnIndex }: { rowIndex: number; columnIndex: number },
  ) => {
    this.selected.push(`${rowIndex},${columnIndex}`);
  };

  watchTable = async (_reference: TableReference, onChange: () => void) => {
    this.onChange = onChange;
    return async () => void (this.onChange = null);
  };

  markCells = async (_reference: TableReference, marks: readonly CellMark[]) => {
    this.failIfTold('markCells');
    this.marks = marks.map(({ cell, severity }) => `${cell.rowIndex},${cell.columnIndex} ${severity}`);
  };

  clearMarks = async () => {
    this.failIfTold('clearMarks');
    this.marks = [];
  };

  applyCorrections = async (_reference: TableReference, corrections: readonly CellCorrection[]) => {
    const skipped: CellPosition[] = [];
    this.corrected.push(corrections.map(({ to }) => String(to)));
    for (const { cell, from, to } of corrections) {
      const row = this.table.values[cell.rowIndex - this.table.headerRowIndex - 1] ?? [];
      const column = cell.columnIndex - this.table.firstColumnIndex;
      if (row[column] === from) row[column] = to;
      else skipped.push(cell);
    }
    return { applied: corrections.length - skipped.length, skipped, undoSteps: this.undoSteps };
  };

  applyWriteBack = async (plan: WriteBackPlan<unknown>): Promise<WriteBackReport> => {
    const results = resultsOf(formKindOf(plan.reference));
    this.failIfTold('applyWriteBack');
    this.beforeWrite?.();
    if (JSON.stringify(plan.table.values) !== JSON.stringify(this.table.values))
      throw new SheetChangedError();
    for (const column of resultColumnsOf(results)) {
      if (findResultColumns(this.table, results)[column] !== null) continue;
      this.table.header = [...this.table.header, results[column] ?? ''];
      this.table.values = this.table.values.map((row) => [...row, '']);
    }
    const places = findResultColumns(this.table, results);
    for (const { rowOffset, column, value } of plan.cells) {
      const row = this.table.values[rowOffset];
      if (row !== undefined && value !== null) row[places[column] ?? -1] = value;
    }
    const rows = plan.cells.filter(
      ({ column, value }) => column === 'distributionId' || (column === 'registeredId' && value !== ''),
    ).length;
    return { verified: rows, expected: rows, mismatches: [] };
  };

  private copy(door: keyof ExcelDoor): SheetTable {
    this.failIfTold(door);
    return structuredClone(this.table);
  }

  private failIfTold(door: keyof ExcelDoor): void {
    const error = this.failures[door]?.shift();
    if (error !== undefined) throw error;
  }
}

/** Accepts everything unless a test answers otherwise, and remembers it by content. */
export class LedgerInMemory extends RegistrationsInMemory implements ProxyClient {
  /** How often something was asked without a person. */
  automaticCount = 0;
  automatic(): ProxyClient {
    this.automaticCount += 1;
    return this;
  }
  token: string | null = null;
  sent: string[] = [];
  replaced: NonNullable<StageRequest['replaces']>[] = [];
  /** Distributions that were cancelled in Nova. */
  cancelled = new Set<string>();
  /** How often statuses were asked for; the next asks throw these, one each. */
  refreshCount = 0;
  refreshErrors: Error[] = [];
  repeated: NonNullable<StageRequest['repeat']>[] = [];
  linked: string[] = [];
  declared: string[] = [];
  known = new Map<string, Outcome>();
  /** What becomes of a distribution, by its name; may throw. */
  answers = new Map<string, (request: DistributionRequest) => Outcome>();
  refreshed: { distributionStatus: string; paymentStatus: string } = {
    distributionStatus: 'executed',
    paymentStatus: 'disbursed',
  };
  sessionError: ProxyError | null = null;

  /** Null for one-time codes. */
  account: { canSignIn: boolean } | null = null;
  methods = async (): Promise<SignInMethods> =>
    this.account === null
      ? { codes: true }
      : { entra: { tenantId: 't', clientId: 'c', authority: 'https://login.test', scope: 'access' } };
  signInToAccount = async () => {
    if (this.account?.canSignIn !== true) throw new ProxyError('sign-in-failed', 'Try again.', 0);
    this.token = 'token';
  };

  isThere = async () => undefined;
  hasToken = () => this.token !== null;
  signOut = () => void (this.token = null);
  signIn = async (code: string) => {
    if (code !== 'GOOD') throw new ProxyError('code-wrong', 'Ask for a new code.', 401);
    this.token = 'token';
  };
  session = async () => {
    if (this.sessionError !== null) throw this.sessionError;
    return {
      userName: 'Preparer',
      roles: this.roles,
      limits: this.limits,
      modeLock: this.modeLock,
      expiresAt: '2026-03-02T20:00:00Z',
      mode: 'sandbox' as const,
      organizationId: null,
    };
  };

  stage = async ({ distribution, repeat, replaces }: StageRequest) => {
    if (replaces !== undefined && replaces !== null) this.replaced.push(replaces);
    this.sent.push(distribution.name);
    if (repeat !== undefined && repeat !== null) this.repeated.push(repeat);
    const outcome = this.answers.get(distribution.name)?.(distribution) ?? this.accept(distribution);
    this.known.set(JSON.stringify(distribution), outcome);
    return outcome;
  };

  /** What was staged on the same occasion, by the name of the distribution. */
  alike = new Map<string, AlikeDistribution>();

  /** Undefined, as from a proxy that cannot tell. */
  newPayees: EntityId[] | undefined = [];

  lookup = async (distributions: DistributionRequest[]) => ({
    outcomes: distributions.map((distribution) => this.known.get(JSON.stringify(distribution)) ?? null),
    alike: distributions.map(({ name }) => this.alike.get(name) ?? null),
    ...(this.newPayees === undefined ? {} : { newPayees: this.newPayees }),
  });

  /** What Nova knows of a payee, by its id; of all others that it is there, can be paid, and says no name. */
  payees = new Map<string, CheckedEntity>();
  payeesAsked: PayeeCheckRequest[] = [];
  /** Thrown by the next requests about payees, one each. */
  payeeErrors: Error[] = [];
  checkPayees = async (request: PayeeCheckRequest) => {
    this.payeesAsked.push(request);
    const error = this.payeeErrors.shift();
    if (error !== undefined) throw error;
    const known = { found: 'yes' as const, name: '', externalReference: null, instructionsCount: 1 };
    const answer = (id: string) => this.payees.get(id) ?? known;
    return { entities: request.entities.map(answer), contacts: request.contacts.map(answer) };
  };

  link = async (entryId: string, { distributionId, distribution }: LinkRequest) => {
    this.linked.push(`${entryId} ${distributionId}`);
    const outcome = { ...this.accept(distribution), entryId, distributionId };
    this.known.set(JSON.stringify(distribution), outcome);
    return outcome;
  };

  declareNeverCreated = async (entryId: string, reason: string): Promise<Outcome> => {
    this.declared.push(`${entryId} ${reason}`);
    throw new ProxyError('second-person-required', 'Ask somebody else to declare it.', 403);
  };

  roles: Role[] = ['preparer'];
  limits: Limits | undefined;
  modeLock: ModeLock | null = null;
  waiting: SealedEntry[] = [];
  historyLines: HistoryLine[] = [];
  historyAsked: HistoryFilter[] = [];
  returned: string[] = [];
  approved: string[] = [];

  approvals = async () => ({ waiting: this.waiting, more: false });
  sealed = async (entryId: string) => {
    const found = this.waiting.find((entry) => entry.entryId === entryId);
    if (found === undefined) throw new ProxyError('not-awaiting', 'It no longer waits.', 409);
    return found;
  };
  approve = async (entryId: string, contentHash: string) => {
    this.approved.push(`${entryId} ${contentHash}`);
    this.waiting = this.waiting.filter((entry) => entry.entryId !== entryId);
    return this.accept({ name: entryId, payments: [] } as unknown as DistributionRequest);
  };
  returnEntry = async (entryId: string, reason: string): Promise<Outcome> => {
    this.returned.push(`${entryId} ${reason}`);
    this.waiting = this.waiting.filter((entry) => entry.entryId !== entryId);
    return returned(reason);
  };
  history = async (filter: HistoryFilter, before: number | null) => {
    this.historyAsked.push(filter);
    const lines = this.historyLines.filter(({ sequence }) => before === null || sequence < before);
    return { lines: lines.slice(0, 2), nextBefore: lines.length > 2 ? (lines[1]?.sequence ?? null) : null };
  };
  historyCsv = async () => 'sequence\n';
  releaseModeLock = async () => {
    this.modeLock = null;
    return { lock: null };
  };

  /** What it holds of these distributions, as it was accepted. */
  staged = async (ids: DistributionId[]): Promise<StagedContent[]> =>
    [...this.known].flatMap(([text, outcome]) => {
      if (outcome.outcome !== 'accepted' || !ids.includes(outcome.distributionId)) return [];
      const request = JSON.parse(text) as DistributionRequest;
      const status = this.cancelled.has(outcome.distributionId) ? 'cancelled' : outcome.distributionStatus;
      return [
        {
          ...outcome,
          acceptedFrom: outcome.acceptedFrom ?? { workbook: 'payouts.xlsx', sheet: 'Payouts' },
          distributionStatus: status,
          name: request.name,
          vehicle: request.vehicle,
          distributionDate: request.distributionDate,
          externalReference: request.externalReference,
          payments: request.payments.map((payment, index) => ({
            ...payment,
            id: outcome.payments[index]?.id ?? null,
            status: outcome.payments[index]?.status ?? '',
          })),
        },
      ];
    });

  refresh = async (ids: DistributionId[]) => {
    this.refreshCount += 1;
    const error = this.refreshErrors.shift();
    if (error !== undefined) throw error;
    return this.refreshedNow(ids);
  };

  private refreshedNow = (ids: DistributionId[]) => ({
    checkedAt: '2026-03-03T10:00:00Z',
    distributions: ids.map((distributionId) => ({
      found: true as const,
      distributionId,
      distributionStatus: this.refreshed.distributionStatus,
      senderUrl: null,
      payments: [...this.known.values()]
        .filter((outcome) => outcome.outcome === 'accepted')
        .filter((outcome) => outcome.distributionId === distributionId)
        .flatMap(({ payments }) => payments)
        .filter((payment) => payment !== null)
        .map(({ id }) => ({ id, status: this.refreshed.paymentStatus })),
      warnings: [],
    })),
  });

  accept(distribution: DistributionRequest): Accepted {
    const number = this.sent.length;
    return {
      entryId: `entry-${number}`,
      contentHash: 'a'.repeat(64),
      generation: 1,
      outcome: 'accepted',
      existing: false,
      acceptedAt: '2026-03-02T10:00:00Z',
      acceptedFor: 'Preparer',
      livemode: false,
      distributionId: `dst_D${number}` as DistributionId,
      distributionStatus: 'draft',
      senderUrl: null,
      payments: distribution.payments.map((_payment, index) => ({
        id: `dpmt_D${number}x${index}` as PaymentId,
        status: 'staged',
      })),
      warnings: [],
    };
  }
}

/** A pane that a test hides and shows. */
export class PageInMemory {
  visible = true;
  private readonly listeners: (() => void)[] = [];
  isVisible = () => this.visible;
  onVisibility = (listener: () => void) => void this.listeners.push(listener);
  /** Somebody comes from the sheet into the pane. */
  enter: () => void = () => undefined;
  onEntered = (listener: () => void) => {
    this.enter = listener;
  };

  show(visible: boolean): void {
    this.visible = visible;
    for (const listener of this.listeners) listener();
  }
}

export interface DeskInMemory extends Desk {
  page: PageInMemory;
  excel: SheetInMemory;
  proxy: LedgerInMemory;
}

export function deskInMemory(table: SheetTable): DeskInMemory {
  return {
    excel: new SheetInMemory(table),
    proxy: new LedgerInMemory(),
    clock: { now: () => new Date('2026-03-02T12:00:00Z') },
    storage: memoryStorage(),
    page: new PageInMemory(),
  };
}
