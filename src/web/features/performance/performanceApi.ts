import type { PerformanceDto, StatisticsTable } from '../../../shared/statistics';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';

export type Whose = 'mine' | 'all';

/** @param month YYYY-MM. @throws ApiError */
export function readPerformance(whose: Whose, month: string): Promise<PerformanceDto> {
  return api(withQuery('/api/stats/performance', { whose, from: month, to: month }));
}

export function readTrend(whose: Whose, month: string): Promise<StatisticsTable> {
  return api(withQuery('/api/stats/trend', { whose, to: month }));
}

export function readAchievement(whose: Whose, month: string): Promise<StatisticsTable> {
  return api(withQuery('/api/stats/achievement', { whose, from: month, to: month, by: 'product' }));
}

export function readBestCustomers(whose: Whose, month: string): Promise<StatisticsTable> {
  return api(withQuery('/api/stats/ranking', { whose, from: month, to: month, of: 'customer' }));
}
