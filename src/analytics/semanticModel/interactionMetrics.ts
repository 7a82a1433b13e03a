import { coverageMetrics } from './interactions/coverageMetrics';
import { visitMetrics } from './interactions/visitMetrics';

/** Figures of `interaction_logs`. */
export const interactionMetrics = { ...visitMetrics, ...coverageMetrics };

export type InteractionMetric = keyof typeof interactionMetrics;
