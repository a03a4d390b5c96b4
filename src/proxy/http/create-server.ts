import { STATUS_CODES } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import Fastify, { LogController } from 'fastify';
import type { ConnectionError, FastifyInstance } from 'fastify';
import { say, told } from '../../words/said.ts';
import type { Config } from '../config.ts';
import { answerError, errorBody } from './error-handler.ts';
import { followRequests, requestIdOf } from './request-id.ts';
import { describeRequest, redact, redactingStream } from './log.ts';

/** Room for a distribution of 20,000 payments, or a lookup of many; routes that need less say so. */
const bodyLimitBytes = 32 * 1024 * 1024;
/** The head of a request is small, and has to be there by then even where its body may take longer. */
const headersTimeoutMs = 20_000;
/** How often at least it is looked for clients that have taken too long. */
const lookForSlowMs = 5_000;
/** Above the 60 seconds after which common reverse proxies close an idle connection, so that they close it first. */
const keepAliveTimeoutMs = 72_000;
const headerBytes = 16 * 1024;

/** The bare server: log, limits, time-outs, and an answer of ours also to what is no proper request. */
export function createServer(config: Config, stream: { write(line: string): void }): FastifyInstance {
  const options = {
    bodyLimit: bodyLimitBytes,
    // Connections cannot be held open by sending slowly.
    requestTimeout: config.requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    genReqId: requestIdOf,
    logController: new LogController({ requestIdLogLabel: 'requestId' }),
    // Of a request method, route and status are logged, never its address, its headers or its body.
    logger: {
      level: config.logLevel,
      redact,
      serializers: { req: describeRequest },
      stream: redactingStream(stream),
    },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerError,
  };
  const limits = {
    maxHeaderSize: headerBytes,
    headersTimeout: Math.min(headersTimeoutMs, config.requestTimeoutMs),
    connectionsCheckingInterval: Math.min(lookForSlowMs, config.requestTimeoutMs),
  };
  const app =
    config.tls === null
      ? Fastify({ ...options, http: limits })
      : Fastify({
          ...options,
          https: { ...limits, ...readCertificate(config.tls) },
        });
  refuseExpectations(app.server);
  followRequests(app as FastifyInstance);
  return app as FastifyInstance;
}

export function readCertificate(tls: NonNullable<Config['tls']>): { key: Buffer; cert: Buffer } {
  return { key: readFileSync(tls.keyFile), cert: readFileSync(tls.certFile) };
}

/** What Node could not read as HTTP has no request and no reply, only its connection. */
function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(errorBody('request-invalid', say(told('notReadable'))));
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n` +
        `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

/** An `Expect` that is not `100-continue` Node itself answers with an empty 417. */
function refuseExpectations(server: Server): void {
  server.on('checkExpectation', (_request, response) => {
    const body = JSON.stringify(errorBody('request-invalid', say(told('notReadable'))));
    response
      .writeHead(417, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
      .end(body);
  });
}
