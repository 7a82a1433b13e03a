import type { Repositories } from '../repositories/repositories';
import type { FreshnessDto } from '../shared/statistics';

/** How old the monthly figures are, as the API says it. */
export async function readFreshness({ performanceFreshness }: Repositories): Promise<FreshnessDto> {
  const { refreshedAt, dataChangedAt, stale } = await performanceFreshness.read();
  return {
    refreshedAt: refreshedAt?.toISOString() ?? null,
    dataChangedAt: dataChangedAt?.toISOString() ?? null,
    stale,
  };
}
