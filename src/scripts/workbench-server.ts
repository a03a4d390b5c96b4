import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import type { Certificate } from './certificate.ts';

export interface WorkbenchServerOptions {
  workbenchDir: string;
  certificate: Certificate;
  /** 0 picks a free port. */
  port: number;
  /** Where the iframe finds the pane; the same hostname as the workbench's, or Office.js does not start. */
  paneUrl: string;
  /** The `.xlsx` that the workbench opens first; null for an empty workbook. */
  workbookFile: string | null;
  workbookName: string;
  /** Added to every Office.js request, to feel like Excel on the web. */
  latencyMs: number;
}

/** Serves the workbench's page, its configuration and the workbook over https on localhost. */
export async function startWorkbenchServer(
  options: WorkbenchServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify({ https: options.certificate, forceCloseConnections: true });
  await app.register(fastifyStatic, { root: options.workbenchDir });
  app.get('/workbench/config.json', () => ({
    paneUrl: options.paneUrl,
    workbookUrl: options.workbookFile === null ? null : '/workbench/workbook.xlsx',
    workbookName: options.workbookName,
    latencyMs: options.latencyMs,
  }));
  app.get('/workbench/workbook.xlsx', async (_request, reply) => {
    if (options.workbookFile === null) return reply.code(404).send();
    return reply.type('application/octet-stream').send(readFileSync(options.workbookFile));
  });
  await app.listen({ host: 'localhost', port: options.port });
  const { port } = app.server.address() as AddressInfo;
  return { url: `https://localhost:${port}/`, close: () => app.close() };
}
