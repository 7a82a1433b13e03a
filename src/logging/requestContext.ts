import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../shared/problem';

/** What is known of the request being served, wherever the code is. */
export interface RequestContext {
  requestId: string;
  language: Language;
  /** W3C `traceparent` it came with: the step of another program that it belongs to. */
  traceparent?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being served; undefined outside one. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` as part of a request. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}
