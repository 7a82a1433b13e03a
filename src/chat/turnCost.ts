import { z } from 'zod';
import type { ModelPrice } from '../env/chatLimits';
import { offlinePlannerName } from '../llm/offlinePlanner/offlinePlanner';
import type { NewSpan } from '../repositories/traceLogs';

/** What a turn has used of models, whether or not it came to an answer. */
export interface TurnCost {
  inputTokens: number;
  outputTokens: number;
  /** Undefined where a model was asked whose price is not known. */
  costKrw?: number;
}

const tokenCounts = z.object({ inputTokens: z.number(), outputTokens: z.number() });

/**
 * Adds up the model calls of a turn by its trace, which has them also where the turn was stopped or failed. A call that was cut
 * off has no count: endpoints tell it at the end. The offline planner costs nothing.
 */
export function turnCost(spans: readonly NewSpan[], price: ModelPrice | undefined): TurnCost {
  const cost = { inputTokens: 0, outputTokens: 0, costKrw: 0 as number | undefined };
  for (const { kind, name, output } of spans) {
    if (kind !== 'model') continue;
    const counted = tokenCounts.safeParse(output);
    if (!counted.success) continue;
    const { inputTokens, outputTokens } = counted.data;
    cost.inputTokens += inputTokens;
    cost.outputTokens += outputTokens;
    if (name !== offlinePlannerName && cost.costKrw !== undefined) {
      cost.costKrw = price
        ? cost.costKrw + (inputTokens * price.inputKrw + outputTokens * price.outputKrw) / 1_000_000
        : undefined;
    }
  }
  return cost;
}
