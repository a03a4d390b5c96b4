import type { IsoDate } from '../../contract/index.ts';
import {
  checkTable,
  suggestMapping,
  type CheckResult,
  type DistributionOutcome,
  type SheetTable,
  type UnplacedResult,
} from '../../domain/index.ts';
import { applyWriteBack, ExcelError, readSelectedTable, rereadTable } from '../../excel/index.ts';
import type { Desk, ExcelDoor } from '../../taskpane/desk.ts';
import { writeResults } from '../../taskpane/flows/write.ts';
import type { Written } from '../../taskpane/rules.ts';
import type { Results } from '../../taskpane/state.ts';
import { loadXlsx, saveXlsx } from '../../workbench/book/xlsx.ts';
import { loadEngine } from '../../workbench/node/engine.ts';
import { startOfficeHost, type OfficeHost } from '../../workbench/node/office-host.ts';
import { Random } from '../torture/random.ts';
import { drawOutcomes } from './outcomes.ts';
import { lookAt, makeSheet, type PayoutSheet } from './payout-sheet.ts';
import { SecondHand } from './second-hand.ts';
import { judge, strays, type StagedPayment, type Verdict } from './verdict.ts';
import { Watchman } from './watchman.ts';

/** An answer comes within milliseconds here; a request that hangs is given up after this long. */
const timeoutMs = 2_000;
/** How often the user presses "Write again" once everybody else has stopped. */
const quietTries = 12;

export interface RunOptions {
  seed: number;
  /** Also saves the workbook in the end and judges what the file holds. */
  throughFile: boolean;
}

export interface RunReport {
  verdict: Verdict;
  overwritten: string[];
  /** Blank cells outside the result columns that were written to and not cleared again; ids among them are misplaced. */
  astray: string[];
  /** Stories: a write that said all was verified when it was not so. */
  saidWrongly: string[];
  payments: number;
  deeds: string[];
  /** How the writes ended, one word each. */
  writes: string[];
  /** Requests of the add-in. */
  requests: number;
}

/**
 * One workbook: read, checked and staged by the product's own code while a second hand is at the sheet; then everybody
 * else stops, the user writes again as the messages say, and the cells are judged.
 */
export async function shuffleOnce(options: RunOptions): Promise<RunReport> {
  const random = new Random(options.seed);
  const sheet = makeSheet(random.fork());
  const hand = new SecondHand(sheet, random.fork());
  const watchman = new Watchman(sheet.book);
  const between = random.fork();
  let restlessness = 0;
  const host = await startOfficeHost(sheet.book, {
    onRequest: () => {
      if (between.chance(restlessness)) hand.act();
      return watchman.watch();
    },
  });
  try {
    const run = new Run(sheet, hand, host, watchman, random.fork());
    await run.readAndPlan();
    run.stage();
    restlessness = 0.35;
    host.slipUnderFilter(true);
    await run.writeAmongOthers();
    restlessness = 0;
    await run.writeInPeace();
    return { ...(await run.judge(options.throughFile)), requests: host.requests() };
  } finally {
    host.dispose();
  }
}

class Run {
  readonly #sheet: PayoutSheet;
  readonly #hand: SecondHand;
  readonly #host: OfficeHost;
  readonly #watchman: Watchman;
  readonly #random: Random;
  readonly #desk: Desk;
  #read: { table: SheetTable; check: CheckResult } | null = null;
  #outcomes: DistributionOutcome[] = [];
  #payments: StagedPayment[] = [];
  #unplaced: UnplacedResult[] = [];
  readonly #writes: string[] = [];
  readonly #saidWrongly: string[] = [];

  constructor(sheet: PayoutSheet, hand: SecondHand, host: OfficeHost, watchman: Watchman, random: Random) {
    this.#sheet = sheet;
    this.#hand = hand;
    this.#host = host;
    this.#watchman = watchman;
    this.#random = random;
    const excel: Pick<ExcelDoor, 'rereadTable' | 'applyWriteBack'> = {
      rereadTable: (reference) => rereadTable(reference, { timeoutMs }),
      applyWriteBack: (plan) => applyWriteBack(plan, { timeoutMs }),
    };
    this.#desk = { excel } as Desk;
  }

  async readAndPlan(): Promise<void> {
    const table = await readSelectedTable({ timeoutMs });
    const check = checkTable(table, suggestMapping(table.header), {
      defaultCurrency: 'USD',
      today: '2026-03-02' as IsoDate,
    });
    this.#read = { table, check };
  }

  /** Distribution by distribution, with the second hand in between; what each payment belongs to is noted before. */
  stage(): void {
    const plan = this.#read?.check.plan;
    if (!plan)
      throw new Error(`The sheet does not pass the check: ${JSON.stringify(this.#read?.check.problems)}`);
    const contentAt = new Map(
      (lookAt(this.#sheet.book)?.rows ?? []).map(({ row, content }) => [row, content]),
    );
    for (const one of drawOutcomes(plan, this.#random)) {
      this.#outcomes.push(one);
      const { distribution, outcome } = one;
      for (let deeds = this.#random.whole(0, 2); deeds > 0; deeds -= 1) this.#hand.act();
      if (outcome?.outcome !== 'accepted') continue;
      outcome.payments.forEach((payment, index) => {
        const content = contentAt.get(distribution.rows[index]?.rowIndex ?? -1);
        if (payment === null || content === undefined) throw new Error('A payment without its row.');
        this.#payments.push({ distributionId: outcome.distributionId, paymentId: payment.id, content });
      });
    }
  }

  async writeAmongOthers(): Promise<void> {
    for (let tries = this.#random.whole(1, 3); tries > 0; tries -= 1) {
      this.#orderFault();
      await this.#write();
      this.#sheet.book.setEditing(false);
      for (let deeds = this.#random.whole(0, 2); deeds > 0; deeds -= 1) this.#hand.act();
    }
  }

  /** As the messages say: wait, unprotect, insert columns, and press "Write again". */
  async writeInPeace(): Promise<void> {
    for (let tries = quietTries; tries > 0; tries -= 1) {
      const written = await this.#write();
      if (written instanceof ExcelError) this.#obey(written);
      else if (written !== null) return;
    }
  }

  async judge(throughFile: boolean): Promise<Omit<RunReport, 'requests'>> {
    const { book, contents } = this.#sheet;
    const judged = throughFile ? await loadXlsx(await saveXlsx(book), loadEngine()) : book;
    const verdict = judge(lookAt(judged), contents, this.#payments, this.#unplaced);
    verdict.misplaced.push(...strays(judged));
    return {
      verdict,
      overwritten: this.#watchman.overwritten(),
      astray: this.#watchman.astray(),
      saidWrongly: this.#saidWrongly,
      payments: this.#payments.length,
      deeds: this.#hand.deeds,
      writes: this.#writes,
    };
  }

  #orderFault(): void {
    const kind = this.#random.pickWeighted({ none: 14, edit: 2, fail: 2, half: 2, hang: 0.4 });
    if (kind === 'edit') this.#sheet.book.setEditing(true);
    if (kind === 'fail') this.#host.failNext('GeneralException');
    if (kind === 'half') this.#host.failAfterActions(this.#random.whole(1, 30), 'AccessDenied');
    if (kind === 'hang') this.#host.hangNext(this.#random.chance(0.5));
  }

  /** Presses "Write again"; a failure that the product names is told as such. */
  async #write(): Promise<Written | ExcelError> {
    try {
      const written = await writeResults(this.#desk, this.#results());
      this.#unplaced = written.unplaced;
      const { verified, expected, mismatches } = written.report;
      const isSaid = verified === expected && mismatches.length === 0;
      this.#writes.push(isSaid ? 'verified' : `mismatches ${mismatches.length}`);
      if (isSaid) this.#assertTrue(written);
      return written;
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      this.#writes.push(error.code);
      return error;
    }
  }

  /** "48 of 48 verified" must have been so when the cells were read back. */
  #assertTrue({ unplaced }: Written): void {
    const { verdict } = {
      verdict: judge(this.#watchman.lastLook, this.#sheet.contents, this.#payments, unplaced),
    };
    this.#saidWrongly.push(...verdict.misplaced, ...verdict.missing);
  }

  #obey(error: ExcelError): void {
    const { book } = this.#sheet;
    const look = lookAt(book);
    if (look === null) return;
    if (error.code === 'sheet-protected') book.unprotect(look.sheetId);
    if (error.code === 'result-columns-blocked') {
      const right = Math.max(...look.columns.values()) + 1;
      book.insertColumns(look.sheetId, right, 6, 'person');
    }
  }

  #results(): Results {
    const { table } = this.#read ?? {};
    if (table === undefined) throw new Error('Nothing was read.');
    return {
      reference: table.reference,
      mapping: suggestMapping(table.header),
      header: table.header,
      outcomes: this.#outcomes,
      knownAt: '2026-03-02T10:00:00.000Z',
      stop: null,
      defaultCurrency: 'USD',
    };
  }
}
