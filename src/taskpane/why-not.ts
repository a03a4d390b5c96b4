import type { Session } from '../contract/index.ts';
import type { CurrencyTotal, PlannedDistribution } from '../domain/index.ts';
import { judgeControlTotal } from './control-total.ts';
import { limitNotes } from './limit-notes.ts';
import { whyNotAllowed } from './may-send.ts';
import { canPreview, type CheckedTable } from './phase.ts';
import type { RegistrationReading } from './registrations/phase.ts';
import type { RegistrationSubmission } from './registrations/submission.ts';
import { oversight, registering, strings } from '../words/index.ts';

/*
 * Why a main button cannot be pressed, in words that stand beside it. What is told here would fail; the server decides all
 * the same, since it knows more. Null where nothing is known to be in the way.
 */

/** Whether the account may send anything now, payouts and payee details alike. */
function whyNotSend(session: Session, noPreparer: string): string | null {
  return whyLocked(session) ?? whyNotAllowed(session, noPreparer);
}

function whyLocked({ modeLock }: Session): string | null {
  return modeLock === undefined || modeLock === null ? null : strings.whyNot.locked;
}

export function whyNotStage(session: Session, toSend: readonly PlannedDistribution[]): string | null {
  const beyond = toSend.some((distribution) => limitNotes(session.limits, distribution).length > 0);
  return whyNotSend(session, oversight.noPreparer) ?? (beyond ? oversight.limits.beyond : null);
}

export function whyNotRegister(
  session: Session,
  { toSend }: Pick<RegistrationSubmission, 'toSend'>,
  { entities }: Pick<RegistrationReading, 'entities'>,
): string | null {
  const unknown = new Set<string>();
  for (const { registration } of toSend) {
    const { registration: sent } = registration;
    if (sent.kind === 'payment-instructions' && entities[sent.entity]?.found === 'no')
      unknown.add(sent.entity);
  }
  const refused = unknown.size === 0 ? null : registering.preview.unknownEntities(unknown.size);
  return whyNotSend(session, registering.preview.noPreparer) ?? refused;
}

/** Whoever approves sends too. */
export function whyNotApprove(session: Session): string | null {
  return whyLocked(session);
}

/** Problems speak for themselves. */
export function whyNotPreview(reading: CheckedTable, warningsSeen: boolean): string | null {
  const { check, tieOut } = reading;
  if (check.plan === null || canPreview(reading, warningsSeen)) return null;
  if (tieOut?.amountCents === null) return strings.tieOut.unreadable(tieOut.address);
  const warnings = check.problems.filter(({ severity }) => severity === 'warning').length;
  return strings.whyNot.warnings(warnings);
}

export function whyNotConfirm(
  totals: readonly CurrencyTotal[],
  typed: Readonly<Record<string, string>>,
): string | null {
  const open = totals.filter(
    (total) => judgeControlTotal(typed[total.currency] ?? '', total).verdict !== 'matches',
  );
  const [first] = open;
  if (first === undefined) return null;
  const isTyped = (typed[first.currency] ?? '').trim() !== '';
  return isTyped ? strings.whyNot.otherTotal(first.currency) : strings.whyNot.noTotal(first.currency);
}
