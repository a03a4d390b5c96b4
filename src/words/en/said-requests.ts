/** What the proxy says of a request before it looks at what was asked, and of the sign-in. */
import type { Role } from '../../contract/index.ts';
import { roleWord } from './said-words.ts';

export const saidOfRequests = {
  nothingHere: () => 'There is nothing at this address.',
  tooLarge: () =>
    'This is more than the Distribution Desk server takes at once, so nothing was done. Stage fewer distributions at once.',
  tooMuchAsked: () =>
    'Too much was asked of the Distribution Desk server in a short time, so nothing was done. Do it again in a minute.',
  notReadable: () =>
    'The Distribution Desk server could not read what the pane sent, so nothing was done. Reload the pane and do it again.',
  nestedTooDeep: () =>
    'What was sent is nested deeper than anything that the pane makes, so nothing was done.',
  /** `member` is a path within what was sent, null for the whole of it; `rule` is English. */
  notAsNeeded: ({ member, rule }: { member: string | null; rule: string }) =>
    `The Distribution Desk server does not take what the pane sent, so nothing was done${member === null ? '' : ` (${member})`}: ${rule}.`,
  brokenInside: ({ requestId }: { requestId: string }) =>
    `Something went wrong inside the Distribution Desk server. Its log says more about ${requestId}.`,
  paneOutdated: () =>
    'This pane is of a version that the Distribution Desk server does not serve any more, so nothing was done. Reload the pane.',

  signInAgain: () => 'Sign in again.',
  codeDoesNotWork: () =>
    'This code does not work: it is not the one that was given out, was used already, or is too old. Ask for a new one.',
  noCodesHere: () => 'Nobody signs in with a code here. Sign in with Microsoft.',
  noRole: () =>
    'Your account has no role in Distribution Desk. Ask whoever manages it in Microsoft Entra ID for one.',
  accountsNotReachable: () =>
    'Microsoft Entra ID could not be asked who you are, so nothing was done. Do it again in a minute.',
  roleMissing: ({ role }: { role: Role }) =>
    `This needs the role ${roleWord(role)}, and on live the permission to work there, so nothing was done. Ask an admin for it.`,
  mayNotReturn: () => 'Only an approver, or whoever prepared it, may return this.',
  metricsNeedToken: () => 'This needs the token for metrics.',
};
