import { customerMetrics } from './sales/customerMetrics';
import { growthMetrics } from './sales/growthMetrics';
import { soldMetrics } from './sales/soldMetrics';
import { targetMetrics } from './sales/targetMetrics';

/** Figures of `sales_records` and `sales_targets`. */
export const salesMetrics = { ...soldMetrics, ...growthMetrics, ...targetMetrics, ...customerMetrics };

export type SalesMetric = keyof typeof salesMetrics;
