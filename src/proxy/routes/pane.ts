import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { openToAll } from '../http/authenticate.ts';

/**
 * The built pane's files, at the root of the origin. They are the same for everyone and hold no secret, so they need no
 * token: the pane must load before anybody can sign in. Pages are always asked for anew, so that an update reaches
 * every workbook at once; what they name carries its version in its name or its ETag.
 */
export async function paneRoutes(app: FastifyInstance, options: { paneDir: string }): Promise<void> {
  openToAll(app);
  await app.register(fastifyStatic, {
    root: options.paneDir,
    index: ['index.html', 'taskpane.html'],
    // The build lays each file beside itself as .br and .gz; whoever takes none of them gets the file itself.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache');
    },
  });
}
