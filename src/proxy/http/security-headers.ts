import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../config.ts';
import type { Config } from '../config.ts';

/**
 * Headers for a page that lives in a frame of Office's.
 *
 * Office.js comes from Microsoft's CDN, and on its first use loads MicrosoftAjax.js from a second host; it reports to
 * Microsoft's telemetry hosts. Fluent UI puts its rules into style elements, which needs `unsafe-inline` for styles;
 * scripts get no such exception.
 */
export async function setSecurityHeaders(app: FastifyInstance, config: Config): Promise<void> {
  const headers = await securityHeaders(config);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** The same for every answer, so helmet, which would make them anew for each, is asked once. */
async function securityHeaders(config: Config): Promise<Record<string, string>> {
  const probe = Fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", 'https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: [
          "'self'",
          'https://appsforoffice.microsoft.com',
          'https://browser.pipe.aria.microsoft.com',
          'https://*.events.data.microsoft.com',
          // Where the pane fetches its tokens.
          ...(config.signIn.kind === 'entra' ? [new URL(config.signIn.authority).origin] : []),
        ],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: [...config.frameAncestors],
      },
    },
    // Superseded by frame-ancestors; this older header knows no list, so it would keep Office out.
    frameguard: false,
    // Office's dialogs speak to the page that opened them.
    crossOriginOpenerPolicy: false,
    // Office shows the icons of the manifest on its own pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // A browser keeps this for the host name, ports aside: on this machine it would shut out every other local server.
    strictTransportSecurity: config.tls !== null && !isLoopback(config.host),
    referrerPolicy: { policy: 'no-referrer' },
  });
  probe.get('/', (_request, reply) => reply.code(204).send());
  const { headers } = await probe.inject('/');
  await probe.close();
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      ownHeaders.has(name) ? [] : [[name, String(value)] as const],
    ),
  );
}

/** What an answer has anyway. */
const ownHeaders = new Set(['connection', 'content-length', 'content-type', 'date']);
