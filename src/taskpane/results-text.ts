import type { UnplacedResult } from '../domain/index.ts';
import { formatCents, type Cents } from '../contract/index.ts';
import { lists } from '../words/index.ts';
import type { Results } from './state.ts';

/** As a file that spreadsheets open: RFC 4180, with nothing in it that could become a formula. */
export function asCsv(lines: readonly (readonly string[])[]): string {
  const quoted = (text: string) => `"${harmlessCell(text).replaceAll('"', '""')}"`;
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Every id that a run brought, header first. */
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
  return [lists.payouts, ...lines];
}

export function unplacedAsLines(unplaced: readonly UnplacedResult[]): string[][] {
  return [lists.payouts, ...unplaced.map(line)];
}

/** Tab-separated, header first, so that a paste into a sheet makes columns. */
export function asTabbed(lines: readonly (readonly string[])[]): string {
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
