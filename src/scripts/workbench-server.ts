import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { manifestCommands } from './manifest-commands.ts';
import { addInOf } from './manifest-file.ts';

export interface WorkbenchServerOptions {
  workbenchDir: string;
  /** The `.xlsx` that the workbench opens first; null for an empty workbook. */
  workbookFile: string | null;
  /** Added to every Office.js request, to feel like Excel on the web. */
  latencyMs: number;
  /** The text of the add-in's manifest. */
  manifest: string;
}

/** The workbench compiles WebAssembly and frames the pane, which the pane's own policy rightly forbids. */
const workbenchPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
].join('; ');

/** Serves the workbench's page, its configuration and the workbook under `/workbench/`, beside the pane. */
export async function serveWorkbench(app: FastifyInstance, options: WorkbenchServerOptions): Promise<void> {
  await app.register(
    async (workbench) => {
      workbench.addHook('onSend', async (_request, reply) => {
        void reply.header('content-security-policy', workbenchPolicy);
      });
      await workbench.register(fastifyStatic, { root: options.workbenchDir, decorateReply: false });
      workbench.get('/config.json', { schema: { hide: true } }, () => ({
        paneUrl: '/taskpane.html',
        workbookUrl: options.workbookFile === null ? null : 'workbook.xlsx',
        workbookName: options.workbookFile === null ? 'Book1.xlsx' : basename(options.workbookFile),
        latencyMs: options.latencyMs,
        addIn: addInOf(options.manifest),
        commands: manifestCommands(options.manifest),
      }));
      workbench.get('/workbook.xlsx', { schema: { hide: true } }, async (_request, reply) => {
        if (options.workbookFile === null) return reply.code(404).send();
        return reply.type('application/octet-stream').send(readFileSync(options.workbookFile));
      });
    },
    { prefix: '/workbench' },
  );
}
