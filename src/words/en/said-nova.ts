/** What the proxy says of Nova: why there is no answer, and what it refused. */
import type { RegistrationKind, SubmissionKindName } from '../../contract/index.ts';
import { named } from '../named.ts';
import type { Writing } from '../writing.ts';
import { noun, verb, type NamedInRow } from './said-words.ts';

const namedInRow: Record<NamedInRow, string> = { vehicle: 'vehicle', entity: 'entity', contact: 'contact' };

/** Why nobody can say what Nova did, or why it could not be asked. */
const reasons = {
  leftAlone: () => 'Nova has not answered for a while, so it is left alone for a moment.',
  takenOver: () => 'Another Distribution Desk server has taken this over.',
  askingNotSafe: () => 'The time in which asking again is safe is over.',
  accessRefused: () => 'Nova refused access.',
  notReached: () => 'Nova could not be reached.',
  isStopping: () => 'The Distribution Desk server is stopping.',
  noAnswerWithin: ({ seconds }: { seconds: number }, { plural }: Writing) =>
    `Nova did not answer within ${plural(seconds, 'second', 'seconds')}.`,
  connectionBroke: () => 'The connection to Nova broke.',
  answerNotReadable: () => 'Nova answered with something that Distribution Desk cannot read.',
  slowDown: () => 'Nova asks to slow down.',
  timedOut: () => 'Nova took too long.',
  ownProblem: () => 'Nova had a problem of its own.',
  stillWorking: () => 'Nova is still working on it.',
  otherContent: () => 'Nova holds something else where this belongs.',
  otherVehicle: ({ id }: { id: string }) =>
    `Nova answered for the vehicle ${id}, which was not asked for and may be another organization's.`,
  otherEntity: ({ id }: { id: string }) =>
    `Nova answered for the entity ${id}, which was not asked for and may be another organization's.`,
  otherOrganization: ({ id, own }: { id: string | null; own: string }) =>
    `Nova answered for another organization${id === null ? '' : ` (${id})`} than ${own}.`,
  otherId: ({ id, answered }: { id: string; answered: string }) =>
    `Nova was asked for ${id} and answered with ${answered}.`,
  notOurs: ({ id }: { id: string }) => `Nova answered with ${id}, which is what another entry became.`,
  credentialsRefused: () => 'Nova refused the credentials of the Distribution Desk server.',
  notSignedIn: () => 'The Distribution Desk server could not sign in to Nova.',
  interrupted: () => 'The Distribution Desk server was stopped while this was being sent.',
  sendingStopped: () =>
    "All sending was stopped, because an answer of Nova's was of another mode or organization.",
  noAnswer: () => 'No answer came.',
};

export const saidOfNova = {
  ...reasons,
  /** `text` is English, as an older version wrote it down, in whole sentences. */
  asRecorded: ({ text }: { text: string }) => text,

  /** `text` is Nova's own, as it is. */
  novaSaid: ({ text }: { text: string }) => `Nova said: ${text}`,
  haveCredentialsChecked: () => 'Ask whoever runs it to check them; the rows are not at fault.',
  scopeMissing: ({ scope }: { scope: string }) =>
    `The credentials of the Distribution Desk server may not do this in Nova. Ask your Nova admin for the scope ${scope}, and for access to this organization.`,
  notKnownToNova: ({ what, id }: { what: NamedInRow; id: string }) =>
    `Nova does not know the ${named(namedInRow, what)} ${id}.`,
  checkIdOrAccess: () => 'Check the id in the rows, or ask your Nova admin for access to it.',
  checkIdOrRegister: ({ what }: { what: NamedInRow }) =>
    `Check the id in the row, or register the ${named(namedInRow, what)} first.`,
  someIdNotKnown: () =>
    'Nova does not know a vehicle, an entity or a contact of this distribution. Check the ids in the rows.',
  rowNotKnown: () => 'Nova does not know something that the row names. Check the row.',
  standsAgainst: ({ kind }: { kind: SubmissionKindName }) =>
    `Nova has something that stands against this. Look in the Nova dashboard whether this ${noun(kind)}${kind === 'distribution' ? ', or its external reference,' : ''} exists already.`,
  referenceTaken: ({ kind, reference }: { kind: RegistrationKind; reference: string }) =>
    `Another ${noun(kind)} in Nova bears the external reference ${reference} already, and Nova takes each only once. Look at the one that exists: if it is the same, use its id; if it is not, give this row another reference.`,
  /** `param` is the member that Nova names; null where it names none. */
  notAccepted: ({ kind, param }: { kind: SubmissionKindName; param: string | null }) =>
    `Nova did not accept what the ${kind === 'distribution' ? 'rows say' : 'row says'}.${param === null ? '' : ` It names ${param}.`} Mend ${kind === 'distribution' ? 'the rows, check them, and stage them' : `the row, check it, and ${verb(kind)} it`} again.`,

  notShown: ({ id }: { id: string }) => `Nova refused to show ${id}.`,
  mayNotRead: ({ id, scope }: { id: string; scope: string }) =>
    `The credentials of the Distribution Desk server may not read ${id} in Nova. Ask your Nova admin for the scope ${scope}.`,
  noStatusRead: () => 'No status was read. Refresh again when Nova can be reached.',
  statusNotRead: ({ id }: { id: string }) => `The status of ${id} was not read. Refresh again in a minute.`,
  idNotKnown: ({ id }: { id: string }) =>
    `Nova does not know ${id}. Check that the id belongs to this organization and mode.`,

  notAllInTime: () => 'Nova did not answer about all of them in time.',
  tooManyPayees: () => 'Too many payees are being asked about just now.',
  notAskedInTime: () => 'Nova was too slow to be asked in time.',
};
