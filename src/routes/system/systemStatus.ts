import { statfs } from 'node:fs/promises';
import type { Env } from '../../env';
import { describeIndex } from '../../ingestion/describeIndex';
import type { IngestionDependencies } from '../../ingestion/dependencies';
import type { Repositories } from '../../repositories/repositories';
import { koreanDay } from '../../shared/koreanTime';
import {
  type PublicStatus,
  type Readiness,
  type SystemStatus,
  systemStatusSchema,
} from '../../shared/system';
import type { Migrator } from '../../storage/database/migrator';
import type { Metrics } from '../../telemetry/metrics/createMetrics';
import { route, type Route } from '../route';

interface Dependencies {
  env: Pick<Env, 'dataDir' | 'chatModel'>;
  version: string;
  readiness: () => Promise<Readiness>;
  migrator: Migrator;
  publicStatus: Pick<PublicStatus, 'chatModel'>;
  ingestion: IngestionDependencies;
  repositories: Repositories;
  metrics: Pick<Metrics, 'registry'>;
}

/** How every part of the installation does, for admins. */
export function systemStatusRoutes(services: Dependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/system/status',
      summary: 'How every part does: engines, index, background work, clients, memory, disk.',
      who: 'system.view',
      record: 'access',
      beforeMigration: 'ifPossible',
      answer: systemStatusSchema,
      handle: () => readStatus(services),
    }),
  ];
}

async function readStatus(services: Dependencies): Promise<SystemStatus> {
  const { env, version, migrator, publicStatus, ingestion, repositories } = services;
  const [readiness, { pending }, facts, queues, { running }, searchIndex, sockets, disk] = await Promise.all([
    services.readiness(),
    migrator.state(),
    repositories.systemFacts.read(),
    ingestion.jobs.backlog(),
    repositories.usage.ofAll(koreanDay(new Date())),
    // Why it cannot be asked stands among the parts of `readiness`.
    describeIndex(ingestion).catch(() => null),
    openSockets(services.metrics),
    statfs(env.dataDir),
  ]);
  return {
    readiness,
    pendingMigrations: pending,
    version,
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    node: process.version,
    memoryBytes: process.memoryUsage().rss,
    sockets,
    questions: running,
    chatModel: {
      name: publicStatus.chatModel,
      isPlanner: env.chatModel === undefined,
      lastQuarter: { calls: facts.modelCalls, failed: facts.failedModelCalls },
    },
    embeddings: ingestion.embeddings?.name ?? null,
    searchIndex,
    queues: queues.map(({ oldestAt, ...queue }) => ({ ...queue, oldestAt: oldestAt?.toISOString() ?? null })),
    failedDocuments: facts.failedDocuments,
    databaseBytes: facts.databaseBytes,
    disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
  };
}

/** As `/metrics` says it. */
async function openSockets({ registry }: Pick<Metrics, 'registry'>): Promise<number> {
  const counted = await registry.getSingleMetric('narutalk_sockets')?.get();
  return counted?.values[0]?.value ?? 0;
}
