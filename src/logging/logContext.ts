import { AsyncLocalStorage } from 'node:async_hooks';
import { requestContext, withoutRequestContext } from './requestContext';

/** What the code is at work on: each line it writes to the log meanwhile says so. */
export interface LogContext {
  turnId?: string;
  /** Queue and id of a job. */
  job?: string;
  jobId?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

/** Runs `work`, and all that it begins, as part of what `context` names. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...context }, work);
}

/** Runs `work` as part of nothing: what goes on for ever, or serves many, is not of the request or turn that happened to begin it. */
export function outsideContexts<T>(work: () => T): T {
  return storage.exit(() => withoutRequestContext(work));
}

/** What is added to a line of the log. */
export function logFields(): LogContext & { requestId?: string } {
  const requestId = requestContext()?.requestId;
  return { ...(requestId === undefined ? {} : { requestId }), ...storage.getStore() };
}
