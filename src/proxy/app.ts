import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './config.ts';
import { told } from '../words/said.ts';
import { ProxyError } from './errors.ts';
import { requireSignIn } from './http/authenticate.ts';
import { createServer } from './http/create-server.ts';
import { handleErrors } from './http/error-handler.ts';
import { describeApi } from './http/openapi.ts';
import { limitAddresses, limitUsers } from './http/rate-limits.ts';
import { readJsonOnly } from './http/read-json.ts';
import { speakOfVersions } from './http/versions.ts';
import { programVersion } from './program-version.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import type { ModeLock } from './ledger/mode-lock.ts';
import type { LedgerDatabase } from './ledger/schema.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { distributionRoutes } from './routes/distributions.ts';
import { entryRoutes } from './routes/entries.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import type { Metrics } from './metrics/metrics.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { modeLockRoutes } from './routes/mode-lock.ts';
import type { PayeeChecker } from './payees/payee-checker.ts';
import { paneRoutes } from './routes/pane.ts';
import { payeeRoutes } from './routes/payees.ts';
import { registrationRoutes } from './routes/registrations.ts';
import { signInRoutes } from './routes/sign-in.ts';
import type { RegistrarParts } from './registrations/register.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { ApprovalParts } from './staging/approvals.ts';
import type { RefresherParts } from './staging/refresher.ts';
import type { ResolverParts } from './staging/resolve-unknown.ts';
import type { StagingParts } from './staging/stage-distribution.ts';

export interface AppParts {
  config: Config;
  database: LedgerDatabase;
  signIn: SignIn;
  staging: StagingParts;
  refresher: RefresherParts;
  registrar: RegistrarParts;
  resolver: ResolverParts;
  approvals: ApprovalParts;
  payees: PayeeChecker;
  lock: ModeLock;
  /** Null where nobody may see any. */
  metrics: Metrics | null;
  /** Gets the app before its first route, for a test that walks them all. */
  watch?: (app: FastifyInstance) => void;
  /** Where log lines go. */
  logStream: { write(line: string): void };
}

/** Puts the HTTP side together; it does not listen yet. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, lock } = parts;
  const app = createServer(config, parts.logStream);
  parts.watch?.(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  handleErrors(app, (code) => parts.metrics?.refusal(code));
  readJsonOnly(app);
  endConnectionsOnClose(app);
  // Before the sign-in, so that a refusal carries the headers too.
  await setSecurityHeaders(app, config);
  await limitAddresses(app, config);
  speakOfVersions(app, programVersion);
  requireSignIn(app, parts.signIn);
  limitUsers(app, config);
  await describeApi(app);
  if (config.metricsToken !== null && parts.metrics !== null) {
    metricsRoutes(app, { metrics: parts.metrics, token: config.metricsToken });
  }
  await app.register(healthRoutes, { database: parts.database });
  await app.register(
    async (api) => {
      await api.register(signInRoutes, { signIn: parts.signIn, config, lock });
      const { staging, refresher } = parts;
      await api.register(distributionRoutes, { staging, refresher });
      const { registrar, resolver } = parts;
      await api.register(registrationRoutes, { registrar, resolver });
      await api.register(entryRoutes, resolver);
      await api.register(approvalRoutes, parts.approvals);
      await api.register(payeeRoutes, { payees: parts.payees });
      await api.register(historyRoutes, { database: parts.database });
      await api.register(modeLockRoutes, { lock });
      // Without this the pane's own files would answer for what the API does not have, and need no token.
      api.all('/*', { config: { role: 'viewer' }, schema: { hide: true } }, () => {
        throw new ProxyError(404, 'not-found', told('nothingHere'));
      });
    },
    { prefix: '/api' },
  );
  await app.register(paneRoutes, {
    paneDir: config.paneDir,
    previousPaneDir: config.previousPaneDir,
  });
  return app;
}

/** A stop waits for open connections, and a browser keeps one open after an answer unless the answer ends it. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
