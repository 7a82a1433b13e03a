import { classifyRateLimitError } from '@langchain/core/utils/async_caller';
import type { Usage } from '../shared/chat';

/** Why a model did not answer; `refused`: what was asked or how the product is set up is at fault, not the endpoint. */
export type TroubleKind = NonNullable<Usage['degradedBy']>;

/** A model call that came to nothing. */
export class ModelTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    options: ErrorOptions & {
      /** Milliseconds after which the endpoint wants to be asked again. */
      retryAfterMs?: number;
    } = {},
  ) {
    super(options.cause instanceof Error ? options.cause.message : kind, options);
    this.retryAfterMs = options.retryAfterMs;
  }

  readonly retryAfterMs?: number;
}

/** What an error of a model call means: by its status, or by having none, a connection that was refused or lost. */
export function troubleOf(error: unknown): ModelTrouble {
  if (error instanceof ModelTrouble) return error;
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status !== 'number') return new ModelTrouble('unavailable', { cause: error });
  const limit = classifyRateLimitError(error);
  if (limit && limit.action !== 'stop')
    return new ModelTrouble('rate-limited', { cause: error, retryAfterMs: limit.retryAfterMs });
  const mayPass = status === 408 || status >= 500;
  return new ModelTrouble(mayPass ? 'unavailable' : 'refused', { cause: error });
}
