import { errors } from '@opensearch-project/opensearch';
import { AppError } from '../../../errors';

/** Runs a call to the engine. @throws AppError `search_unavailable` with the cause. */
export async function asSearchUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError('search_unavailable', { cause: withoutRequest(cause) });
  }
}

/** The client's errors carry the whole request, question and vector included, which has no place in a log. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof errors.OpenSearchClientError)) return error;
  return new Error(`${error.name}: ${error.message}`);
}
