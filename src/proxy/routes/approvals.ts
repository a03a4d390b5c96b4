import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  approvalListSchema,
  approveRequestSchema,
  outcomeSchema,
  registrationOutcomeSchema,
  returnRequestSchema,
  sealedEntrySchema,
  sealedRegistrationSchema,
} from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import { signedInUser } from '../http/authenticate.ts';
import { approve, findWaiting, listApprovals, returnEntry, showSealed } from '../staging/approvals.ts';
import type { ApprovalParts } from '../staging/approvals.ts';
import { failures } from './failures.ts';

/** Of a distribution, or of a registration. */
const anyOutcomeSchema = z.union([outcomeSchema, registrationOutcomeSchema]);
const paramsSchema = z.object({ entryId: z.string().max(100) });

/** `GET /api/approvals`, `GET …/:entryId`, `POST …/:entryId/approve` and `…/return`. */
export const approvalRoutes: FastifyPluginCallbackZod<ApprovalParts> = (app, parts, done) => {
  app.route({
    method: 'GET',
    url: '/approvals',
    config: { role: 'viewer' },
    schema: {
      summary: 'What waits for approval by a second person',
      response: { 200: approvalListSchema, ...failures(401, 403, 429) },
    },
    handler: (request) => listApprovals(signedInUser(request).userName, parts),
  });

  app.route({
    method: 'GET',
    url: '/approvals/:entryId',
    config: { role: 'viewer' },
    schema: {
      summary: 'The sealed content of one, and what is different from what the same payees got before',
      params: paramsSchema,
      response: {
        200: z.union([sealedEntrySchema, sealedRegistrationSchema]),
        ...failures(400, 401, 403, 404, 409, 429),
      },
    },
    handler: (request) => showSealed(request.params.entryId, signedInUser(request).userName, parts),
  });

  app.route({
    method: 'POST',
    url: '/approvals/:entryId/approve',
    config: { role: 'approver' },
    schema: {
      summary: 'Approve, as a second person, what somebody else prepared; it is sent at once',
      params: paramsSchema,
      body: approveRequestSchema,
      response: { 200: anyOutcomeSchema, ...failures(400, 401, 403, 404, 409, 429, 503) },
    },
    handler: (request) =>
      approve(request.params.entryId, request.body.contentHash, signedInUser(request).userName, parts),
  });

  app.route({
    method: 'POST',
    url: '/approvals/:entryId/return',
    config: { role: 'viewer' },
    schema: {
      summary: 'Return it with a reason, as an approver or as the one who prepared it; nothing is sent',
      params: paramsSchema,
      body: returnRequestSchema,
      response: { 200: anyOutcomeSchema, ...failures(400, 401, 403, 404, 409, 429) },
    },
    async handler(request) {
      const { roles, userName } = signedInUser(request);
      const { entryId } = request.params;
      const isApprover = roles.includes('approver');
      if (!isApprover && (await findWaiting(entryId, parts)).user_name !== userName) {
        throw new ProxyError(403, 'role-missing', told('mayNotReturn'));
      }
      return returnEntry(entryId, request.body.reason, userName, parts);
    },
  });
  done();
};
