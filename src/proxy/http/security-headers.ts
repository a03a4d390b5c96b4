import helmet from '@fastify/helmet';
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
  await app.register(helmet, {
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
}
