import type { Repositories } from '../../repositories/repositories';
import type { FreshnessDto } from '../../shared/imports';
import { route, type Route } from '../route';

/** How old the figures are that dashboards show. */
export function freshnessRoutes({ performanceFreshness }: Repositories): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/stats/freshness',
      summary: 'When the monthly performance was last brought up to date, and whether it lacks changes.',
      who: 'signedIn',
      handle: async (): Promise<FreshnessDto> => {
        const { refreshedAt, dataChangedAt, stale } = await performanceFreshness.read();
        return {
          refreshedAt: refreshedAt?.toISOString() ?? null,
          dataChangedAt: dataChangedAt?.toISOString() ?? null,
          stale,
        };
      },
    }),
  ];
}
