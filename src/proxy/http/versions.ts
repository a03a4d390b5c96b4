import type { FastifyInstance } from 'fastify';
import { compareVersions, oldestPaneVersion, versionHeader, versionSchema } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';

/**
 * Says with every answer of which version the proxy is, and turns away a pane that is too old to be understood, before
 * anything of its request is looked at. What is no pane of ours says no version, and is served. A pane that is newer is
 * served too: while replicas are replaced it may meet one that is not.
 */
export function speakOfVersions(app: FastifyInstance, version: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(versionHeader, version);
    if (!request.url.startsWith('/api/')) return done();
    const said = request.headers[versionHeader];
    if (said === undefined || isServed(said)) done();
    else done(new ProxyError(409, 'pane-outdated', told('paneOutdated')));
  });
}

function isServed(said: string | string[]): boolean {
  const version = versionSchema.safeParse(said).data;
  return version !== undefined && compareVersions(version, oldestPaneVersion) >= 0;
}
