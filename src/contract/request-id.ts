import { z } from 'zod';

/**
 * Names one request in the pane's notices, in the proxy's log, in its answer and on its way to Nova, so that what somebody
 * reads out can be found. The pane makes it up; the proxy makes one where none, or something else, comes.
 */
export const requestIdHeader = 'x-request-id';

/**
 * A UUID in lower case and nothing else: what comes from outside goes into log lines and on to Nova, and of all that could
 * be accepted this alone is never taken for a token or an account number.
 */
export const requestIdSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
