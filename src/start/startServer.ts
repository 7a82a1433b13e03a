import type { Server } from 'node:http';
import { createApp, createOperatorApp } from '../app';
import { loadSamples, type DemoSignIn } from '../demo/loadSamples';
import { AppError, errorText } from '../errors';
import type { Env } from '../env';
import { hideSecrets } from '../logging/knownSecrets';
import { createLogger } from '../logging/logger';
import { createServices, type Services } from '../services';
import { relayAuditExportUpdates } from '../sockets/auditExportUpdates';
import { authenticateSockets } from '../sockets/authenticateSockets';
import { registerChatHandlers } from '../sockets/chatHandlers';
import { countSockets } from '../sockets/countSockets';
import { cutRevoked } from '../sockets/cutRevoked';
import { relayDocumentUpdates } from '../sockets/documentUpdates';
import { relayImportUpdates } from '../sockets/importUpdates';
import { createSocketServer } from '../sockets/server';
import { endSockets } from '../sockets/endSockets';
import { cutSlowReaders } from '../sockets/slowReaders';
import { answerWhileStarting } from './answerWhileStarting';
import { createHttpServer } from './createHttpServer';
import { claimDataDir, keptAuthSecret } from './dataDir';
import { listen } from './listen';
import { StartError } from './startError';

/** A process that serves. */
export interface RunningServer {
  env: Env;
  /** Where it listens; null for a worker. */
  url: string | null;
  /** Where operators ask it, beside `url`; null: no such port is set. */
  operatorUrl: string | null;
  services: Services;
  demoSignIns: DemoSignIn[];
  close(): Promise<void>;
}

/** Milliseconds between two looks whether somebody has migrated meanwhile. */
const migrationCheckMs = 5_000;

/** Starts a process with the settings given. @throws StartError with one line that says what to do. */
export async function startServer(
  env: Env,
  report: (line: string) => void = console.log,
): Promise<RunningServer> {
  const logger = createLogger(env.logLevel);
  const letGo = await claimDataDir(env);
  const [http, operators] = [createHttpServer(), createHttpServer()];
  for (const server of [http, operators]) server.on('request', answerWhileStarting);
  // Before the work of a first start: a taken port should be known at once.
  const port = env.processRole === 'worker' ? null : await listen(http, env.host, env.port);
  const operatorPort =
    env.metricsPort === undefined ? null : await listen(operators, env.host, env.metricsPort);
  const authSecret = env.authSecret ?? (await keptAuthSecret(env.dataDir));
  hideSecrets([...env.secrets, authSecret]);
  const services = await createServices(env, { logger, authSecret }).catch((error: unknown) => {
    throw new StartError(
      `The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  // Also while it waits to be migrated: why it is not ready is asked here.
  operators.off('request', answerWhileStarting);
  operators.on('request', createOperatorApp(services));
  await services.prepareStores().catch((error: unknown) => {
    throw new StartError(`${errorTextOf(error)} See the settings of that part in .env.example.`);
  });
  await services.migrator.refuseMismatch().catch(async (error: unknown) => {
    await services.close();
    http.close();
    await letGo();
    throw error;
  });
  if (env.nodeEnv !== 'production') await services.migrator.migrate('wait', null);
  const stopWaiting = await beginWhenMigrated(services);
  const demoSignIns = env.demo ? await loadSamples(services, report) : [];
  // The samples brought names of products.
  if (env.demo) await services.reviewIndex();
  const stopServing = port === null ? async () => {} : serve(http, services);

  return {
    env,
    url: urlOf(env.host, port),
    operatorUrl: urlOf(env.host, operatorPort),
    services,
    demoSignIns,
    async close() {
      stopWaiting();
      await services.chat.close(env.shutdownGraceMs);
      await stopServing();
      await services.close();
      operators.close();
      operators.closeAllConnections();
      await letGo();
    },
  };
}

function urlOf(host: string, port: number | null): string | null {
  return port === null ? null : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** In production an admin migrates when it suits, maybe through another process. @returns a function that stops looking. */
async function beginWhenMigrated({ migrator, logger }: Services): Promise<() => void> {
  if (await migrator.check()) return () => {};
  const timer = setInterval(() => {
    migrator.check().then(
      (migrated) => migrated && clearInterval(timer),
      (error: unknown) => logger.error({ err: error }, 'looking for pending migrations'),
    );
  }, migrationCheckMs);
  return () => clearInterval(timer);
}

/** Answers on a server that listens. @returns a function that ends it once the answers under way are out. */
function serve(http: Server, services: Services): () => Promise<void> {
  http.off('request', answerWhileStarting);
  // Before the sockets: their server takes its own path out of what it finds there.
  http.on('request', createApp(services));
  const sockets = createSocketServer(http, services.env.companySignIn?.publicUrl);
  authenticateSockets(sockets, { ...services, isMigrated: services.migrator.isMigrated });
  registerChatHandlers(sockets, { ...services, turnEvents: services.repositories.turnEvents });
  countSockets(sockets, services.metrics.registry);
  cutSlowReaders(sockets, services.logger);
  relayDocumentUpdates(sockets, services.ingestion.documentUpdates);
  relayImportUpdates(sockets, services.imports.importUpdates);
  relayAuditExportUpdates(sockets, services.auditExports.exportUpdates);
  const stopCutting = cutRevoked(sockets, services.accounts, services.logger);
  return async () => {
    stopCutting();
    await endSockets(sockets);
    http.closeAllConnections();
  };
}

/** What an error says to whoever starts the program: the part that is away, and what it said. */
function errorTextOf(error: unknown): string {
  if (!(error instanceof AppError)) return String(error);
  const { cause } = error.options;
  return `${errorText(error.code, 'en')}${cause instanceof Error ? ` (${cause.message})` : ''}`;
}
