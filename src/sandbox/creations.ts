/** What can be created, by its path under `/v1`. */
import type { Creation } from './answer-create.ts';
import { createDistribution } from './create-distribution.ts';
import { createContacts, createEntities, createInstructions } from './create-registrations.ts';
import { readDistributionRequest } from './distribution-request.ts';
import {
  readContactRequests,
  readEntityRequests,
  readInstructionsRequests,
} from './registration-requests.ts';
import type { SandboxState } from './state.ts';
import {
  contactToWire,
  distributionToWire,
  entityInstructionsToWire,
  entityToWire,
  type WireList,
} from './wire.ts';

/** The list that answers a creation holds all that was created. */
const wholeList = (data: unknown[], path: string): WireList => ({
  object: 'list',
  data,
  has_more: false,
  url: `/v1${path}`,
});

export function creations(state: SandboxState): Readonly<Record<string, Creation>> {
  const { settings } = state;
  return {
    '/distributions': {
      scope: 'distributions:write',
      create: (body, origin) => {
        const distribution = createDistribution(state, readDistributionRequest(body), origin);
        const answer = wholeList([distributionToWire(distribution, settings)], '/distributions');
        return { created: { distribution }, answer };
      },
    },
    '/payment_instructions': {
      scope: 'entities:write',
      create: (body, origin) => {
        const requests = readInstructionsRequests(body);
        const instructions = createInstructions(state, requests, origin);
        let taken = 0;
        const data = requests.map(({ entity, instructions: { length } }) => {
          taken += length;
          return entityInstructionsToWire(entity, instructions.slice(taken - length, taken), settings);
        });
        return { created: { instructions }, answer: wholeList(data, '/payment_instructions') };
      },
    },
    '/entities': {
      scope: 'entities:write',
      create: (body, origin) => {
        const entities = createEntities(state, readEntityRequests(body), origin);
        const data = entities.map((entity) => entityToWire(entity, settings));
        return { created: { entities }, answer: wholeList(data, '/entities') };
      },
    },
    '/contacts': {
      scope: 'contacts:write',
      create: (body, origin) => {
        const contacts = createContacts(state, readContactRequests(body), origin);
        const data = contacts.map((contact) => contactToWire(contact, settings));
        return { created: { contacts }, answer: wholeList(data, '/contacts') };
      },
    },
  };
}
