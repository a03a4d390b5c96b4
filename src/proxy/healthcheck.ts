/**
 * `node src/proxy/healthcheck.ts`: ends with 0 when the proxy on this machine answers `/readyz`, else with 1. For a
 * container's health check, whose image has no other program that could ask.
 */
import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';

const timeoutMs = 2_500;

const isTls = (process.env['TLS_CERT_FILE'] ?? '') !== '';
const port = process.env['PORT'] ?? '3000';
// The certificate is for the name by which browsers know the proxy, and this machine asks itself.
const options = { host: '127.0.0.1', port, path: '/readyz', timeout: timeoutMs, rejectUnauthorized: false };
const question = (isTls ? askHttps : askHttp)(options, (answer) => {
  process.exitCode = answer.statusCode === 200 ? 0 : 1;
  answer.resume();
});
question.on('timeout', () => question.destroy(new Error('no answer in time')));
question.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
question.end();
