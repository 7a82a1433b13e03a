import { z } from 'zod';
import type { SetUp } from '../../accounts/setUp';
import { type PublicStatus, readinessSchema, publicStatusSchema } from '../../shared/system';
import type { Readiness } from '../../shared/system';
import type { Migrator } from '../../storage/database/migrator';
import type { Metrics } from '../../telemetry/metrics/createMetrics';
import { route, type Route } from '../route';

interface OperatorDependencies {
  readiness: () => Promise<Readiness>;
  metrics: Pick<Metrics, 'registry' | 'read'>;
}

interface Dependencies extends OperatorDependencies {
  setUp: SetUp;
  migrator: Pick<Migrator, 'isMigrated'>;
  publicStatus: Omit<PublicStatus, 'needsSetUp' | 'needsMigration'>;
}

/** What probes and Prometheus ask of every process, a worker too. */
export function operatorRoutes({ readiness, metrics }: OperatorDependencies): Route[] {
  return [
    route({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      answer: z.object({ status: z.literal('ok') }),
      handle: async () => ({ status: 'ok' as const }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      summary: 'Every part can serve; 503 when one cannot.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      answer: readinessSchema,
      otherStatuses: [503],
      handle: async ({ response }) => {
        const state = await readiness();
        response.status(state.status === 'ready' ? 200 : 503).json(state);
        return undefined;
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      summary: 'Figures for Prometheus.',
      who: 'everyone',
      record: 'count',
      beforeMigration: true,
      file: ['text/plain'],
      handle: async ({ response }) => {
        const figures = await metrics.read();
        response.type(metrics.registry.contentType).send(figures);
      },
    }),
  ];
}

/** For operators, and what the client asks before anybody signs in. */
export function systemRoutes({ setUp, migrator, publicStatus, ...operators }: Dependencies): Route[] {
  return [
    ...operatorRoutes(operators),
    route({
      method: 'get',
      path: '/api/status',
      summary: 'What a client needs to know before anybody signs in.',
      who: 'everyone',
      record: 'count',
      beforeMigration: 'ifPossible',
      answer: publicStatusSchema,
      handle: async (): Promise<PublicStatus> => ({
        ...publicStatus,
        needsSetUp: !(await setUp.isDone()),
        needsMigration: !migrator.isMigrated(),
      }),
    }),
  ];
}
