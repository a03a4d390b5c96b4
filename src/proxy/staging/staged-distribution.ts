import type { NovaDistribution, NovaPayment } from '../../contract/index.ts';
import { distributionStatus } from '../nova/status.ts';
import type { StagedPayment } from './match-payments.ts';

/** What the ledger keeps of a distribution that Nova created: `result` of an accepted entry, as JSON. */
export interface StagedDistribution {
  status: string;
  senderUrl: string | null;
  payments: StagedPayment[];
  /** False while some page of the payments could not be fetched. */
  complete: boolean;
}

/** Nova's answer as the ledger keeps it, with the payments that were listed for it. */
export function toStagedDistribution(
  distribution: NovaDistribution,
  payments: readonly NovaPayment[],
  complete: boolean,
): StagedDistribution {
  return {
    status: distributionStatus(distribution),
    senderUrl: distribution.sender_url ?? null,
    payments: payments.map(toStagedPayment),
    complete,
  };
}

function toStagedPayment(payment: NovaPayment): StagedPayment {
  const notifications = payment.notifications ?? null;
  const listsAll = notifications !== null && !notifications.has_more;
  return {
    id: payment.id,
    status: payment.status,
    entity: payment.entity,
    amountCents: payment.amount,
    currency: payment.currency,
    dateOverride: toDay(payment.distribution_date_override ?? null),
    contacts: listsAll ? notifications.data.map(({ contact }) => contact) : null,
  };
}

/** `2024-04-20T00:00:00Z`, also written with milliseconds or `+00:00`, as the day; any other text as it came. */
function toDay(text: string | null): string | null {
  if (text === null) return null;
  const timeMs = Date.parse(text);
  if (Number.isNaN(timeMs)) return text;
  const instant = new Date(timeMs).toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : text;
}
