import type { Registry } from 'prom-client';
import type { SetUp } from '../../accounts/setUp';
import type { PublicStatus } from '../../shared/system';
import type { Readiness } from '../../shared/system';
import type { Migrator } from '../../storage/database/migrator';
import { route, type Route } from '../route';

interface Dependencies {
  readiness: () => Promise<Readiness>;
  setUp: SetUp;
  migrator: Pick<Migrator, 'isMigrated'>;
  metrics: Registry;
  publicStatus: Omit<PublicStatus, 'needsSetUp' | 'needsMigration'>;
}

/** For operators, and what the client asks before anybody signs in. */
export function systemRoutes({ readiness, setUp, migrator, metrics, publicStatus }: Dependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      handle: async () => ({ status: 'ok' }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      summary: 'Every part can serve; 503 when one cannot.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      handle: async ({ response }) => {
        const state = await readiness();
        response.status(state.status === 'ready' ? 200 : 503).json(state);
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      summary: 'Figures for Prometheus.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      handle: async ({ response }) => {
        response.type(metrics.contentType).send(await metrics.metrics());
      },
    }),
    route({
      method: 'get',
      path: '/api/status',
      summary: 'What a client needs to know before anybody signs in.',
      who: 'everyone',
      record: 'count',
      beforeMigration: 'ifPossible',
      handle: async (): Promise<PublicStatus> => ({
        ...publicStatus,
        needsSetUp: !(await setUp.isDone()),
        needsMigration: !migrator.isMigrated(),
      }),
    }),
  ];
}
