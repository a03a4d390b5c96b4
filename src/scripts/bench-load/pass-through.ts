/**
 * What somebody would put in the proxy's place who needs no ledger: it hands each request on to the address in
 * `NOVA_BASE_URL` and the answer back, and remembers nothing.
 */
import httpProxy from '@fastify/http-proxy';
import Fastify from 'fastify';

const app = Fastify();
await app.register(httpProxy, { upstream: process.env.NOVA_BASE_URL ?? '' });
process.stdout.write(`Pass-through: ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
