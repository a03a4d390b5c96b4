import { formatCents, type Accepted } from '../contract/index.ts';
import type { PlannedDistribution } from '../domain/index.ts';
import { addTotals } from './submission.ts';
import { formatDay, formatInstant } from './format.ts';
import { asCsv } from './results-text.ts';
import type { Results } from './state.ts';
import { amountsOf, statusWords, strings } from './strings.ts';

/** What was staged, by whom, when and with which ids: for the file of the quarter. Nothing that was not staged is on it. */
export interface Receipt {
  title: string;
  /** Facts about the whole, a name and a value each. */
  facts: [string, string][];
  distributions: ReceiptPart[];
}

interface ReceiptPart {
  title: string;
  facts: [string, string][];
  /** Header first. */
  lines: string[][];
}

interface Staged {
  distribution: PlannedDistribution;
  outcome: Accepted;
}

const words = strings.receipt;

export function receiptOf(results: Results): Receipt {
  const staged = stagedOf(results);
  const [first] = staged;
  return {
    title: words.title,
    facts: [
      [words.mode, first?.outcome.livemode === true ? strings.session.live : strings.session.sandbox],
      [words.total, amountsOf(addTotals(staged.map(({ distribution }) => distribution.totals)))],
    ],
    distributions: staged.map(partOf),
  };
}

/** One line for each payment, as a file that spreadsheets open. */
export function receiptAsCsv(results: Results): string {
  const lines = stagedOf(results).flatMap(({ distribution, outcome }) => {
    const { name, distributionDate, vehicle, externalReference } = distribution.request;
    return distribution.rows.map((row, index) => [
      name,
      distributionDate,
      vehicle,
      externalReference ?? '',
      row.payeeName ?? '',
      row.entity,
      formatCents(row.amountCents, row.currency).replaceAll(',', ''),
      row.currency,
      outcome.distributionId,
      outcome.payments[index]?.id ?? '',
      outcome.payments[index]?.status ?? '',
      outcome.acceptedAt,
      outcome.acceptedFor,
    ]);
  });
  return asCsv([[...words.columns], ...lines]);
}

function stagedOf({ outcomes }: Results): Staged[] {
  return outcomes.flatMap(({ distribution, outcome }) =>
    outcome?.outcome === 'accepted' ? [{ distribution, outcome }] : [],
  );
}

function partOf({ distribution, outcome }: Staged): ReceiptPart {
  const { name, distributionDate, vehicle, externalReference } = distribution.request;
  const from = outcome.acceptedFrom;
  return {
    title: name,
    facts: [
      [words.id, outcome.distributionId],
      [words.day, formatDay(distributionDate)],
      [words.vehicle, vehicle],
      ...(externalReference === null ? [] : [[words.reference, externalReference] as [string, string]]),
      [words.total, amountsOf(distribution.totals)],
      [words.staged, words.by(formatInstant(outcome.acceptedAt), outcome.acceptedFor)],
      ...(from === undefined ? [] : [[words.from, `${from.workbook}, ${from.sheet}`] as [string, string]]),
    ],
    lines: [
      [words.payee, words.entity, words.payment, words.status, words.amount],
      ...distribution.rows.map((row, index) => [
        row.payeeName ?? '',
        row.entity,
        outcome.payments[index]?.id ?? '',
        statusWords(outcome.payments[index]?.status ?? ''),
        `${formatCents(row.amountCents, row.currency)} ${row.currency}`,
      ]),
    ],
  };
}
