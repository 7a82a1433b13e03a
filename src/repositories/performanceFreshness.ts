import type { FreshnessDto } from '../shared/statistics';

/** How old `customer_monthly_performance_mv` is. Nothing notes its refreshes yet, which is what it says. */
export function createPerformanceFreshnessRepository() {
  return {
    async read(): Promise<FreshnessDto> {
      return { refreshedAt: null, dataChangedAt: null, stale: false };
    },
  };
}
