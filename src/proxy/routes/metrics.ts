import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { Metrics } from '../metrics/metrics.ts';

/**
 * `GET /metrics` for Prometheus, and the figures of each answer. It is there only where a token for it is configured,
 * which is nobody's session: who watches the proxy may ask nothing else, and who is signed in may not ask this.
 */
export function metricsRoutes(
  app: FastifyInstance,
  { metrics, token }: { metrics: Metrics; token: string },
): void {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.apiRequest({
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      durationMs: reply.elapsedTime,
    });
    done();
  });
  app.route({
    method: 'GET',
    url: '/metrics',
    // Open to the sign-in only: the token below is asked for.
    config: { role: 'open' },
    schema: { hide: true },
    async handler(request, reply) {
      const shown = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (!isSame(shown, token)) throw new ProxyError(401, 'sign-in-required', told('metricsNeedToken'));
      const { contentType, text } = await metrics.read();
      return reply.type(contentType).send(text);
    },
  });
}

/** Takes as long for a nearly right token as for any other. */
function isSame(shown: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(shown), digest(token));
}
