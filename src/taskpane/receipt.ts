import { formatCents, sumCents, type Accepted, type Cents, type StagedContent } from '../contract/index.ts';
import type { CurrencyTotal } from '../domain/index.ts';
import { amountsOf, formatDay, formatInstant, formatMoney, statusWords, strings } from '../words/index.ts';
import { asCsv } from './results-text.ts';
import type { Results } from './state.ts';

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

/** One distribution that stands in Nova, wherever that is known from. */
export interface StagedDistribution extends Pick<
  Accepted,
  'distributionId' | 'livemode' | 'acceptedAt' | 'acceptedFor' | 'acceptedFrom'
> {
  name: string;
  distributionDate: string;
  vehicle: string;
  externalReference: string | null;
  payments: StagedPayment[];
}

interface StagedPayment {
  /** Empty where nobody said it. */
  payee: string;
  entity: string;
  amountCents: Cents;
  currency: string;
  /** Empty where none of Nova's payments matches. */
  id: string;
  status: string;
}

/** What a run staged, in the order of the sheet. */
export function stagedIn({ outcomes }: Results): StagedDistribution[] {
  return outcomes.flatMap(({ distribution, outcome }) => {
    if (outcome?.outcome !== 'accepted') return [];
    const { name, distributionDate, vehicle, externalReference } = distribution.request;
    const payments = distribution.rows.map(({ payeeName, entity, amountCents, currency }, index) => ({
      ...{ payee: payeeName ?? '', entity, amountCents, currency },
      id: outcome.payments[index]?.id ?? '',
      status: outcome.payments[index]?.status ?? '',
    }));
    return [{ ...outcome, name, distributionDate, vehicle, externalReference, payments }];
  });
}

/** What the ledger holds of a distribution. It keeps no names of payees: `nameOf` gives those that are known, else none. */
export function stagedBefore(
  content: StagedContent,
  nameOf: (entity: string) => string | undefined,
): StagedDistribution {
  return {
    ...content,
    payments: content.payments.map(({ entity, amountCents, currency, id, status }) => ({
      ...{ payee: nameOf(entity) ?? '', entity, currency, status },
      amountCents: amountCents as Cents,
      id: id ?? '',
    })),
  };
}

export function receiptOf(staged: readonly StagedDistribution[]): Receipt {
  const words = strings.receipt;
  const [first] = staged;
  return {
    title: words.title,
    facts: [
      [words.mode, first?.livemode === true ? strings.session.live : strings.session.sandbox],
      [words.total, amountsOf(totalsOf(staged.flatMap(({ payments }) => payments)))],
    ],
    distributions: staged.map(partOf),
  };
}

/** One line for each payment, as a file that spreadsheets open. */
export function receiptAsCsv(staged: readonly StagedDistribution[]): string {
  const lines = staged.flatMap((one) =>
    one.payments.map(({ payee, entity, amountCents, currency, id, status }) => [
      one.name,
      one.distributionDate,
      one.vehicle,
      one.externalReference ?? '',
      payee,
      entity,
      formatCents(amountCents, currency).replaceAll(',', ''),
      currency,
      one.distributionId,
      id,
      status,
      one.acceptedAt,
      one.acceptedFor,
    ]),
  );
  return asCsv([[...strings.receipt.columns], ...lines]);
}

/** Over all payments, per currency, in the order in which the currencies first appear. */
export function totalsOf(
  payments: readonly Pick<StagedPayment, 'amountCents' | 'currency'>[],
): CurrencyTotal[] {
  const currencies = [...new Set(payments.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const amounts = payments.filter((one) => one.currency === currency).map((one) => one.amountCents);
    return { currency, amountCents: sumCents(amounts), count: amounts.length };
  });
}

function partOf(staged: StagedDistribution): ReceiptPart {
  const words = strings.receipt;
  const { externalReference, acceptedFrom: from, payments } = staged;
  return {
    title: staged.name,
    facts: [
      [words.id, staged.distributionId],
      [words.day, formatDay(staged.distributionDate)],
      [words.vehicle, staged.vehicle],
      ...(externalReference === null ? [] : [[words.reference, externalReference] as [string, string]]),
      [words.total, amountsOf(totalsOf(payments))],
      [words.staged, words.by(formatInstant(staged.acceptedAt), staged.acceptedFor)],
      ...(from === undefined ? [] : [[words.from, `${from.workbook}, ${from.sheet}`] as [string, string]]),
    ],
    lines: [
      [words.payee, words.entity, words.payment, words.status, words.amount],
      ...payments.map(({ payee, entity, id, status, amountCents, currency }) => [
        payee,
        entity,
        id,
        statusWords(status),
        formatMoney(amountCents, currency),
      ]),
    ],
  };
}
