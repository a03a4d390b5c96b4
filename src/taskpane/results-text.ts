import type { UnplacedResult } from '../domain/index.ts';
import { formatCents, type Cents } from '../contract/index.ts';
import type { Results } from './state.ts';

/** Tab-separated, header first, so that a paste into a sheet makes columns. */
const header = ['Payee', 'Entity', 'Amount', 'Currency', 'Nova distribution', 'Nova payment'];

/** Every id that a run brought, as text to paste. */
export function resultsAsText(results: Results): string {
  return asTabbed(resultsAsLines(results));
}

/** The same as a file that spreadsheets open: RFC 4180, with nothing in it that could become a formula. */
export function resultsAsCsv(results: Results): string {
  const quoted = (text: string) => `"${harmlessCell(text).replaceAll('"', '""')}"`;
  return resultsAsLines(results)
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

/** Header first. */
export function resultsAsLines(results: Results): string[][] {
  const lines = results.outcomes.flatMap(({ distribution, outcome }) =>
    outcome?.outcome === 'accepted'
      ? distribution.rows.map((row, index) =>
          line({
            ...row,
            distributionId: outcome.distributionId,
            paymentId: outcome.payments[index]?.id ?? null,
          }),
        )
      : [],
  );
  return [header, ...lines];
}

export function unplacedAsText(unplaced: readonly UnplacedResult[]): string {
  return asTabbed(unplacedAsLines(unplaced));
}

export function unplacedAsLines(unplaced: readonly UnplacedResult[]): string[][] {
  return [header, ...unplaced.map(line)];
}

function asTabbed(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(harmlessCell).join('\t')).join('\n');
}

type Line = Pick<
  UnplacedResult,
  'payeeName' | 'entity' | 'amountCents' | 'currency' | 'distributionId' | 'paymentId'
>;

function line(result: Line): string[] {
  const { payeeName, entity, amountCents, currency, distributionId, paymentId } = result;
  const amount = formatCents(amountCents as Cents, currency).replaceAll(',', '');
  return [payeeName ?? '', entity, amount, currency, distributionId, paymentId ?? ''];
}

/** A pasted text must not become a formula, nor break its line or column. */
function harmlessCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@-]/.test(flat) ? `'${flat}` : flat;
}
