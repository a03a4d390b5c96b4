import { apiErrorSchema } from '../../contract/index.ts';
import type { HostileRequest } from './hostile-request.ts';
import type { RawReply } from './raw-http.ts';

/** What answers without a token: the pane's files, and what the API itself leaves open. */
const openPaths = /^\/(healthz|readyz|openapi\.json|api\/sign-in\/methods)?$/;
/** What a viewer may have. */
const viewerPaths =
  /^\/api\/(session|sign-out|history(\.csv)?|approvals(\/[^/]+(\/return)?)?|mode-lock|distributions\/(lookup|refresh|staged)|registrations\/lookup|payees\/check)$/;

/** What is wrong with this answer; null when it is as it must be. */
export function judge(request: HostileRequest, reply: RawReply): string | null {
  const { status, body } = reply;
  if (status >= 500 && status !== 503) return `answered ${status}: ${body.slice(0, 200)}`;
  const door = judgeDoor(request, status);
  if (door !== null) return door;
  if (status < 400) return judgeSuccess(request, status);
  if (request.method === 'HEAD') return null;
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return `answered ${status} with what is no JSON: ${body.slice(0, 200)}`;
  }
  const parsed = apiErrorSchema.safeParse(json);
  if (!parsed.success) return `answered ${status} with no error of ours: ${body.slice(0, 200)}`;
  if (!/^[a-z]+(-[a-z]+)*$/.test(parsed.data.error.code))
    return `answered with no code: ${body.slice(0, 200)}`;
  return null;
}

/** What has no token or the wrong role must be refused for that alone, before anybody looks at what it says. */
function judgeDoor({ reaches, as }: HostileRequest, status: number): string | null {
  if (reaches === null || !reaches.includes(' /api/')) return null;
  const path = reaches.slice(reaches.indexOf(' ') + 1);
  if (openPaths.test(path) || path === '/api/sign-in') return null;
  // Refused by Node itself, before there is a request: an expectation, headers that are too long or no headers.
  if ([417, 431].includes(status) || (as === 'garbage' && status === 400)) return null;
  const expected = as !== 'viewer' ? 401 : viewerPaths.test(path) ? null : 403;
  return expected === null || status === expected ? null : `answered ${status} and not ${expected}`;
}

function judgeSuccess(request: HostileRequest, status: number): string | null {
  const path = request.path.split('?')[0] ?? '';
  const plain = path.replace(/\/+$/, '').replace('%61', 'a');
  if (openPaths.test(plain) && ['GET', 'HEAD'].includes(request.method)) return null;
  if (request.as === 'viewer' && viewerPaths.test(plain)) return null;
  return `got in with ${status}`;
}
