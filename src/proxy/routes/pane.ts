import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { openToAll } from '../http/authenticate.ts';
import { hashedName } from '../pane-files.ts';

export interface PaneRouteOptions {
  paneDir: string;
  /** The pane of the version before; null where it was not kept. */
  previousPaneDir: string | null;
}

/**
 * The built pane's files, at the root of the origin. They are the same for everyone and hold no secret, so they need no
 * token: the pane must load before anybody can sign in. Pages are always asked for anew, so that an update reaches
 * every workbook at once; what they name carries its version in its name or its ETag. Panes that were open before an
 * update find the files that their own build names, which carry a hash, for one version longer.
 */
export async function paneRoutes(
  app: FastifyInstance,
  { paneDir, previousPaneDir }: PaneRouteOptions,
): Promise<void> {
  openToAll(app);
  await app.register(fastifyStatic, {
    root: previousPaneDir === null ? [paneDir] : [paneDir, previousPaneDir],
    allowedPath: (path, root) => root !== previousPaneDir || hashedName.test(path),
    index: ['index.html', 'taskpane.html'],
    // The build lays each file beside itself as .br and .gz; whoever takes none of them gets the file itself.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache');
    },
  });
}
