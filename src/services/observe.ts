import type { Env } from '../env';
import type { Repositories } from '../repositories/repositories';
import { checkReadiness, type Part } from '../routes/system/readiness';
import type { Readiness } from '../shared/system';
import type { Migrator } from '../storage/database/migrator';
import type { Metrics } from '../telemetry/metrics/createMetrics';
import { showInstallation } from '../telemetry/metrics/installationMetrics';
import { type Load, showLoad } from '../telemetry/metrics/loadMetrics';
import { showParts } from '../telemetry/metrics/partMetrics';
import type { Stores } from './openStores';

interface Observed {
  env: Env;
  version: string;
  stores: Stores;
  repositories: Repositories;
  migrator: Migrator;
  turns: Load['turns'];
  isStopping(): boolean;
}

/**
 * Shows operators what the parts of this process are at.
 * @returns whether the process can serve, part by part.
 */
export function observe(metrics: Metrics, observed: Observed): () => Promise<Readiness> {
  const { env, version, stores, repositories, migrator, turns, isStopping } = observed;
  const { database, searchIndex, objectStore, jobs } = stores;
  const parts: Part[] = [
    { name: 'database', engine: database.engine, ping: () => database.sequelize.authenticate() },
    { name: 'searchIndex', engine: searchIndex.engine, ping: () => searchIndex.ping() },
    { name: 'objectStore', engine: objectStore.engine, ping: () => objectStore.ping() },
  ];
  const readiness = () => checkReadiness(parts, migrator, isStopping);
  showLoad(metrics.registry, { turns, pools: database.pools });
  const { processRole: role, dataDir } = env;
  metrics.lookBefore(showParts(metrics.registry, { version, role, dataDir, readiness }));
  metrics.lookBefore(showInstallation(metrics.registry, { jobs, ...repositories }));
  return readiness;
}
