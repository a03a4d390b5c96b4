import type { Said, Sentence } from '../../contract/index.ts';
import { told } from '../../words/said.ts';

/** Why there is no answer, as the ledger and the log keep it: a code, and in English what came to pass. */
export interface RecordedReason {
  code: string;
  /** Without its full stop; with what only an admin needs, such as the status of an answer. */
  reason: string;
}

type Reading = (reason: string) => Sentence | null;

const always =
  (sentence: Sentence): Reading =>
  () =>
    sentence;

/** By the code under which the call to Nova ended (`nova/`). */
const readings: Readonly<Record<string, Reading>> = {
  'nova-down': always(told('leftAlone')),
  'taken-over': always(told('takenOver')),
  'key-expired': always(told('askingNotSafe')),
  'access-refused': always(told('accessRefused')),
  'answer-unreadable': always(told('answerNotReadable')),
  'nova-busy': always(told('slowDown')),
  'nova-timeout': always(told('timedOut')),
  'nova-failed': always(told('ownProblem')),
  'still-processing': always(told('stillWorking')),
  'idempotency-mismatch': always(told('otherContent')),
  'credentials-refused': always(told('credentialsRefused')),
  'token-unavailable': always(told('notSignedIn')),
  'mode-mismatch': always(told('sendingStopped')),
  interrupted: always(told('interrupted')),
  'nova-unreachable': (reason) => told(reason === 'The proxy is stopping' ? 'isStopping' : 'notReached'),
  'connection-broken': (reason) => {
    if (reason === '') return told('noAnswer');
    const milliseconds = /within (\d+) milliseconds/.exec(reason)?.[1];
    if (milliseconds === undefined) return told('connectionBroke');
    return told('noAnswerWithin', { seconds: Math.max(1, Math.floor(Number(milliseconds) / 1000)) });
  },
  'wrong-organization': (reason) => {
    const vehicle = /for the vehicle (\w+)/.exec(reason)?.[1];
    if (vehicle !== undefined) return told('otherVehicle', { id: vehicle });
    const entity = /for the entity (\w+)/.exec(reason)?.[1];
    if (entity !== undefined) return told('otherEntity', { id: entity });
    const [, id, own] = /another organization(?: \((\w+)\))? than (\w+)/.exec(reason) ?? [];
    return own === undefined ? null : told('otherOrganization', { id: id ?? null, own });
  },
  'wrong-id': (reason) => {
    const [, id, answered] = /asked for (\w+) and answered with (\w+)/.exec(reason) ?? [];
    return id === undefined || answered === undefined ? null : told('otherId', { id, answered });
  },
  'answer-not-ours': (reason) => {
    const id = /answered with (\w+)/.exec(reason)?.[1];
    return id === undefined ? null : told('notOurs', { id });
  },
};

/** The same as one sentence for the user; as it was recorded where an older version knew a reason that this one does not. */
export function reasonOf({ code, reason }: RecordedReason): Sentence {
  const read = Object.hasOwn(readings, code) ? readings[code] : undefined;
  return read?.(reason) ?? told('asRecorded', { text: `${plain(reason)}.` });
}

/** What is said for a code alone; null for one that needs more to be said. */
export function knownReason(code: string): Said | null {
  const sentence = Object.hasOwn(readings, code) ? readings[code]?.('') : null;
  return sentence === null || sentence === undefined ? null : [sentence];
}

/** Without its full stop, and without the code of the connection's error, which stays in the ledger and the log. */
function plain(reason: string): string {
  return reason.replace(/ \([A-Z_]+\)/, '').replace(/\.$/, '');
}
