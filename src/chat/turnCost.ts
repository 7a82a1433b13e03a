import { z } from 'zod';
import type { ModelPrice } from '../env/chatLimits';
import { offlinePlannerName } from '../llm/offlinePlanner/offlinePlanner';
import type { NewSpan } from '../repositories/newSpan';

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
  for (const span of spans) {
    const call = callCost(span, price);
    if (!call) continue;
    cost.inputTokens += call.inputTokens;
    cost.outputTokens += call.outputTokens;
    if (cost.costKrw !== undefined)
      cost.costKrw = call.costKrw === undefined ? undefined : cost.costKrw + call.costKrw;
  }
  return cost;
}

/** A step with what it cost by the prices of now, where it is a model call and they are known. */
export function withCost(span: NewSpan, price: ModelPrice | undefined): NewSpan {
  const costKrw = callCost(span, price)?.costKrw;
  return costKrw === undefined ? span : { ...span, output: { ...(span.output as object), costKrw } };
}

/** What one model call used; null for any other step, and for a call without a count. */
function callCost({ kind, name, output }: NewSpan, price: ModelPrice | undefined): TurnCost | null {
  const counted = kind === 'model' ? tokenCounts.safeParse(output) : null;
  if (!counted?.success) return null;
  const { inputTokens, outputTokens } = counted.data;
  if (name === offlinePlannerName) return { inputTokens, outputTokens, costKrw: 0 };
  const costKrw = price && (inputTokens * price.inputKrw + outputTokens * price.outputKrw) / 1_000_000;
  return { inputTokens, outputTokens, costKrw };
}
