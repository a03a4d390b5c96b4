import type { FastifyInstance, RouteOptions } from 'fastify';
import { buildApp } from '../../../src/proxy/app.ts';
import type { RouteRole } from '../../../src/proxy/http/authenticate.ts';
import { loadConfig } from '../../../src/proxy/index.ts';

export interface RegisteredRoute {
  method: string;
  url: string;
  role: RouteRole | undefined;
}

/** Every route of the app, as it registers them itself. */
export async function allRoutes(environment: Record<string, string>): Promise<RegisteredRoute[]> {
  const routes: RouteOptions[] = [];
  // Nothing behind the routes is ever asked, so nothing needs to be there.
  const parts = { config: loadConfig(environment), logStream: { write: () => undefined } };
  const watch = (app: FastifyInstance) => app.addHook('onRoute', (route) => void routes.push(route));
  const app = await buildApp({ ...parts, watch } as never);
  await app.close();
  return routes.flatMap((route) =>
    [route.method].flat().map((method) => ({ method, url: route.url, role: route.config?.role })),
  );
}
